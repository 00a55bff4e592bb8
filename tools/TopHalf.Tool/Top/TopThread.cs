namespace TopHalf.Tool;

/// <summary>The latencies of a receive thread.</summary>
/// <param name="Device">The device's name.</param>
/// <param name="Driver">The driver class, without its namespace.</param>
/// <param name="Name">The thread's declared name; empty for the default one.</param>
/// <param name="Buckets">Those of the last interval, ascending.</param>
/// <param name="Quantiles">Seconds, since somebody first asked: "0.5", "0.99", "0.999", "1".</param>
internal sealed record TopThread(string Device, string Driver, string Name, IReadOnlyList<LatencyBucket> Buckets, IReadOnlyDictionary<string, double> Quantiles);
