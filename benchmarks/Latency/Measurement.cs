using TopHalf.Benchmarks.Drivers;

namespace TopHalf.Benchmarks.Latency;

/// <summary>One run of a variant. Latencies are nanoseconds from the raise of each event, ascending.</summary>
/// <param name="Variant">What received.</param>
/// <param name="Pressure">Beside what.</param>
/// <param name="Woken">Until the wait returned.</param>
/// <param name="Acknowledged">Until the card was told.</param>
/// <param name="Handled">Until the handler was done with it.</param>
/// <param name="Late">How much later than planned the card raised: what the source itself suffers from.</param>
/// <param name="Wakes">How often the receiver found new events.</param>
/// <param name="Collections">Collections of garbage meanwhile.</param>
/// <param name="Paused">How long they stopped the managed threads, all together.</param>
internal sealed record Measurement(
    Variant Variant, PressureKind Pressure, long[] Woken, long[] Acknowledged, long[] Handled, long[] Late, long Wakes, int Collections, TimeSpan Paused)
{
    /// <summary>The share of the events that did not get a run of the handler of their own: 0 to 1.</summary>
    public double Coalesced => 1 - (double)Wakes / Woken.Length;

    public static Measurement Take(Variant variant, PressureKind pressure, Source source, int priority)
    {
        using var card = new Card();
        using Receiver receiver = variant.Create(card, source.Events, priority);
        (int collections, TimeSpan paused) = (GC.CollectionCount(0), GC.GetTotalPauseDuration());
        source.Run(card, receiver.Bell);
        (collections, paused) = (GC.CollectionCount(0) - collections, GC.GetTotalPauseDuration() - paused);
        receiver.Finish(source.Events);

        long[] raised = card.ReadLog(CardLayout.RaisedLog, source.Events);
        long start = (long)card.Registers.Read64(CardLayout.Start);
        long period = (long)source.Period.TotalNanoseconds;
        return new Measurement(
            variant, pressure,
            Ascending(card.ReadLog(CardLayout.WokenLog, source.Events), raised),
            Ascending(card.ReadLog(variant.IsStampedAtAcknowledge ? CardLayout.WokenLog : CardLayout.AcknowledgedLog, source.Events), raised),
            Ascending(card.ReadLog(CardLayout.HandledLog, source.Events), raised),
            Ascending(raised, [.. Enumerable.Range(0, source.Events).Select(i => start + i * period)]),
            card.Registers.Read32(CardLayout.Wakes), collections, paused);
    }

    private static long[] Ascending(long[] until, long[] from)
    {
        long[] latencies = [.. until.Zip(from, static (u, f) => u - f)];
        Array.Sort(latencies);
        return latencies;
    }
}
