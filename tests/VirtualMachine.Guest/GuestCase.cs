namespace TopHalf.VirtualMachine.Guest;

/// <summary>One thing that is tried inside the virtual machine. Throwing is failing.</summary>
/// <param name="Name">Unique, without white space: it becomes the name of the host's test.</param>
/// <param name="Body">Runs on a thread of its own.</param>
public sealed record GuestCase(string Name, Action<GuestContext> Body)
{
    /// <summary>
    /// How long the case may take before it counts as hung. Generous: under software emulation on a busy machine a second
    /// of work can take ten.
    /// </summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);
}
