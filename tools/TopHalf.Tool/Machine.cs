namespace TopHalf.Tool;

/// <summary>What the commands work on. Tests give them another one.</summary>
/// <param name="Host">The kernel and the files by which it shows itself.</param>
/// <param name="Files">What writes into sysfs, and knows rights.</param>
/// <param name="Screen">Where results go.</param>
/// <param name="Errors">Where complaints go, a sentence each.</param>
internal sealed record Machine(VfioHost Host, IMachineFiles Files, Screen Screen, TextWriter Errors)
{
    /// <summary>The machine that the tool runs on.</summary>
    public static Machine ThisOne()
        => new(VfioHost.Machine, new MachineFiles(), Screen.OfThisProcess(), Console.Error);
}
