namespace TopHalf.Tool;

/// <summary>
/// Counts of latencies in nanoseconds, in buckets that are 1/64 of their value wide, so that a percentile is wrong by 1.6 % at most.
/// Minimum, maximum and mean are exact.
/// </summary>
/// <remarks>One thread records, and neither allocates nor waits for it; any thread reads, and sees what was recorded a moment ago.</remarks>
internal sealed class LatencyHistogram
{
    private const int SubBits = 6;

    // 2^40 ns are 18 minutes; what takes longer is counted there.
    private const long Largest = (1L << 40) - 1;

    private readonly long[] _buckets = new long[LogarithmicBuckets.IndexOf(Largest, SubBits) + 1];
    private long _count;
    private long _sum;
    private long _minimum = long.MaxValue;
    private long _maximum;

    public long Count => Volatile.Read(ref _count);

    /// <summary>Nanoseconds; 0 where nothing was recorded, as in the two below.</summary>
    public long Minimum => Count == 0 ? 0 : Volatile.Read(ref _minimum);

    public long Maximum => Volatile.Read(ref _maximum);

    public double Mean => Count == 0 ? 0 : (double)Volatile.Read(ref _sum) / Count;

    /// <summary>Adds a latency.</summary>
    [InterruptSafe]
    public void Record(long nanoseconds)
    {
        long value = Math.Clamp(nanoseconds, 0, Largest);
        int index = LogarithmicBuckets.IndexOf(value, SubBits);
        Volatile.Write(ref _buckets[index], _buckets[index] + 1);
        Volatile.Write(ref _sum, _sum + value);
        Volatile.Write(ref _minimum, Math.Min(_minimum, value));
        Volatile.Write(ref _maximum, Math.Max(_maximum, value));
        Volatile.Write(ref _count, _count + 1);
    }

    /// <summary>The latency that a share of all did not exceed.</summary>
    /// <param name="share">0 to 1.</param>
    /// <returns>Nanoseconds: the upper end of the bucket.</returns>
    public long Percentile(double share)
    {
        long rank = Math.Max(1, (long)Math.Ceiling(share * Count));
        long seen = 0;
        foreach (LatencyBucket bucket in Buckets())
        {
            seen += bucket.Count;
            if (seen >= rank)
            {
                return Math.Min(bucket.Last, Maximum);
            }
        }

        return Maximum;
    }

    /// <summary>The buckets that are not empty, ascending.</summary>
    public IEnumerable<LatencyBucket> Buckets()
    {
        for (int index = 0; index < _buckets.Length; index++)
        {
            if (Volatile.Read(ref _buckets[index]) is > 0 and long count)
            {
                (long first, long last) = LogarithmicBuckets.BoundsOf(index, SubBits);
                yield return new LatencyBucket(first, last, count);
            }
        }
    }
}
