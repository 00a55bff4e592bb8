namespace TopHalf.VirtualMachine.Guest;

/// <summary>Where a PCI function is, and what sysfs says about it.</summary>
/// <param name="Text">domain:bus:device.function, as in <c>0000:00:05.0</c>.</param>
public sealed record PciAddress(string Text)
{
    /// <summary>The function's folder in sysfs.</summary>
    public string Folder => Path.Combine("/sys/bus/pci/devices", Text);

    /// <summary>The last component of what a symbolic link in the folder points to, such as the driver's name.</summary>
    /// <exception cref="InvalidOperationException">There is no such link.</exception>
    public string LinkName(string link) =>
        new FileInfo(Path.Combine(Folder, link)).LinkTarget is { } target
            ? Path.GetFileName(target)
            : throw new InvalidOperationException($"{Folder}/{link} does not exist");

    /// <summary>The first 64 bytes of configuration space, as the kernel reads them from the device.</summary>
    public byte[] ReadConfigurationHeader()
    {
        using FileStream stream = new(Path.Combine(Folder, "config"), FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
        byte[] header = new byte[64];
        stream.ReadExactly(header);
        return header;
    }

    /// <inheritdoc/>
    public override string ToString() => Text;
}
