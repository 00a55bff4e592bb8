namespace TopHalf.Tool;

/// <summary>What raises interrupts, and the device that they arrive at.</summary>
internal interface ILatencySource : IDisposable
{
    /// <summary>Which it is, for the heading.</summary>
    string Description { get; }

    PciDevice Device { get; }

    LatencyCounting Counting(long skipped);

    RaiseLog Log { get; }

    /// <summary>Begins to raise; the device's interrupts are enabled. Ends by itself, by the log, or by disposal.</summary>
    IRaiser Start(RaiseSchedule schedule);
}

/// <summary>Something that raises interrupts beside the calling thread.</summary>
internal interface IRaiser : IDisposable
{
    /// <summary>Completes when the last was raised; faulted where raising failed.</summary>
    Task Completion { get; }
}
