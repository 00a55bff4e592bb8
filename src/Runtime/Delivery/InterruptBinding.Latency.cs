namespace TopHalf;

/// <content>How long interrupts take, for who asks.</content>
public sealed partial class InterruptBinding
{
    /// <summary>The latencies of each thread, which are taken from the first call on. Any thread.</summary>
    internal IEnumerable<(string Thread, LatencyCounts Counts)> MeasureLatency()
        => Deliveries.Zip(_receivers, static (delivery, receiver) => (delivery.Thread, receiver.MeasureLatency()));
}
