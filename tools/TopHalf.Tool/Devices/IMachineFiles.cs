namespace TopHalf.Tool;

/// <summary>What the commands ask of the kernel's files beyond reading them. An interface so that tests can do what the kernel would.</summary>
internal interface IMachineFiles
{
    /// <summary>Writes a value to a file of sysfs, in one call.</summary>
    /// <returns>0, or the negative errno.</returns>
    int Write(string path, string value);

    /// <summary>Whether this user may read and write a file; it is not opened.</summary>
    /// <returns>0, or the negative errno.</returns>
    int MayUse(string path);
}
