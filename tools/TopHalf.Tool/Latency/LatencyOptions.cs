namespace TopHalf.Tool;

/// <summary>What <c>tophalf latency</c> is asked for.</summary>
/// <param name="Device">The card; null for another process.</param>
/// <param name="Raise">The register that makes the card interrupt; null for the loopback trigger.</param>
/// <param name="Acknowledge">The register that ends an interrupt; null for none.</param>
/// <param name="Interval">Nanoseconds from a raise to the next.</param>
/// <param name="Count">Raises that are recorded; 0 for no end.</param>
/// <param name="WarmUp">Raises before them that are not.</param>
/// <param name="Cpu">The only CPU of the receive thread; null for any.</param>
/// <param name="Priority">SCHED_FIFO priority of both sides; null for ordinary scheduling.</param>
/// <param name="Wait">How the receive thread waits.</param>
/// <param name="TopHalf">Who runs the steps before the handler.</param>
internal sealed record LatencyOptions(
    PciAddress? Device, RegisterWrite? Raise, RegisterWrite? Acknowledge, long Interval, long Count, long WarmUp, int? Cpu, int? Priority,
    WaitMode Wait = WaitMode.Block, TopHalfMode TopHalf = TopHalfMode.Managed)
{
    public RaiseSchedule Schedule => new(Interval, Count == 0 ? 0 : Count + WarmUp, Priority);

    /// <summary>How the receive thread is to run.</summary>
    public InterruptOptions Interrupts => new() { Cpu = Cpu, RealTimePriority = Priority, WaitMode = Wait, TopHalf = TopHalf };

    public ILatencySource OpenSource() => Device is { } address ? new DeviceSource(address, Raise, Acknowledge) : new ProcessSource();

    /// <summary>A line above the table.</summary>
    public string Heading(ILatencySource source)
        => $"{source.Description}, every {LatencyBars.Edge(Interval)} us; receive thread: " +
            $"{(Cpu is int cpu ? $"CPU {cpu}" : "any CPU")}, {(Priority is int priority ? $"SCHED_FIFO {priority}" : "ordinary scheduling")}" +
            (Wait == WaitMode.Block ? "" : $", waits by {Wait}") +
            (TopHalf == TopHalfMode.Managed ? "" : $", top half: {TopHalf}");
}
