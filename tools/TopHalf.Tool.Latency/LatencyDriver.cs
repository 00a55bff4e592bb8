using System.Diagnostics;

namespace TopHalf.Tool;

/// <summary>
/// The driver that is measured: bound as any driver, over the way that every driver's interrupts come. A latency ends where its
/// handler begins.
/// </summary>
/// <param name="log">When interrupts were raised.</param>
/// <param name="histogram">Takes the latencies.</param>
/// <param name="plan">How they are counted.</param>
[InterruptDriver]
internal sealed partial class LatencyDriver(RaiseLog log, LatencyHistogram histogram, LatencyCounting plan)
{
    private long _received;
    private long _wakes;

    /// <summary>Calls of the handler that brought at least one latency.</summary>
    public long Wakes => Volatile.Read(ref _wakes);

    [MsiVector(0)]
    private void OnRaised(in Interrupt irq)
    {
        long now = Stopwatch.GetTimestamp();
        plan.Acknowledge?.Apply(plan.AcknowledgeBar);
        long first = _received;
        long end = plan.Exact ? Math.Min(log.Raised, first + irq.Signals) : RaisedBefore(irq.Timestamp);
        for (long raise = Math.Max(first, plan.Skipped); raise < end; raise++)
        {
            histogram.Record(now - log.TimeOf(raise));
        }

        if (end > Math.Max(first, plan.Skipped))
        {
            Volatile.Write(ref _wakes, _wakes + 1);
        }

        _received = end;
        log.Received = end;
    }

    // What was raised after the wait had returned has an interrupt of its own to come.
    private long RaisedBefore(long time)
    {
        long raised = log.Raised;
        long end = _received;
        while (end < raised && log.TimeOf(end) <= time)
        {
            end++;
        }

        return end;
    }
}
