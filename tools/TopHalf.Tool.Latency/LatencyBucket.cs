namespace TopHalf.Tool;

/// <summary>Latencies that are counted together.</summary>
/// <param name="First">The shortest, in nanoseconds.</param>
/// <param name="Last">The longest.</param>
/// <param name="Count">How many.</param>
internal readonly record struct LatencyBucket(long First, long Last, long Count);
