namespace TopHalf;

/// <content>What handlers do, looked at while they run.</content>
public sealed partial class InterruptOptions
{
    /// <summary>
    /// Whether every call of a handler is looked at: how many bytes it allocates on its thread, how many methods the runtime compiles for
    /// it, and how long it takes (<see cref="InterruptBinding.Checks"/>, <see cref="OffenceDetected"/>). For tests and debug builds: events
    /// are then handed out one by one, and each costs more (docs/performance.md). Without it nothing is looked at, and no event costs more.
    /// </summary>
    /// <remarks>
    /// Where status bits tell several handlers of a vector apart, their calls for one interrupt are looked at as one, unless a native top half
    /// found them. What the model of a <see cref="SimulatedDevice"/> does in a register access is not the handler's.
    /// </remarks>
    public bool Checked { get; set; }

    /// <summary>How long a call may take before it is an offence, with <see cref="Checked"/>; null for as long as it likes. More than zero.</summary>
    public TimeSpan? HandlerTimeLimit { get; set; }

    /// <summary>
    /// Called when a handler has allocated, when a method was compiled for it, and when it took longer than <see cref="HandlerTimeLimit"/>; for the
    /// first of each kind on a vector, on a thread of the thread pool. Needs <see cref="Checked"/>.
    /// </summary>
    public Action<InterruptOffence>? OffenceDetected { get; set; }
}
