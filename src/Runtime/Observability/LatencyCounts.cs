namespace TopHalf;

/// <summary>
/// How long what a thread received took from the return of its wait until its handlers had returned, in nanoseconds: counts in buckets that
/// are an eighth of their value wide.
/// </summary>
/// <remarks>One thread adds, and neither allocates nor waits for it; any thread reads, and sees what was added a moment ago.</remarks>
internal sealed class LatencyCounts
{
    private const int SubBits = 3;

    // 2^36 ns are 69 seconds; what takes longer is counted there.
    private const long Largest = (1L << 36) - 1;

    private readonly long[] _buckets = new long[LogarithmicBuckets.IndexOf(Largest, SubBits) + 1];
    private long _maximum;

    /// <summary>The longest.</summary>
    public long Maximum => Volatile.Read(ref _maximum);

    /// <summary>Counts one.</summary>
    [InterruptSafe]
    public void Add(long nanoseconds)
    {
        long value = Math.Clamp(nanoseconds, 0, Largest);
        ref long bucket = ref _buckets[LogarithmicBuckets.IndexOf(value, SubBits)];
        Volatile.Write(ref bucket, bucket + 1);
        if (value > _maximum)
        {
            Volatile.Write(ref _maximum, value);
        }
    }

    /// <summary>What was added so far: the upper end of each bucket that is not empty, ascending, and how many were there.</summary>
    public IReadOnlyList<(long Last, long Count)> Snapshot()
    {
        var counted = new List<(long, long)>();
        for (int index = 0; index < _buckets.Length; index++)
        {
            if (Volatile.Read(ref _buckets[index]) is > 0 and long count)
            {
                counted.Add((LogarithmicBuckets.BoundsOf(index, SubBits).Last, count));
            }
        }

        return counted;
    }

    /// <summary>What a share of those that <see cref="Snapshot"/> gave did not exceed; 0 where there are none.</summary>
    /// <param name="counted">The snapshot.</param>
    /// <param name="share">0 to 1.</param>
    public static long Quantile(IReadOnlyList<(long Last, long Count)> counted, double share)
    {
        long left = Math.Max(1, (long)Math.Ceiling(share * counted.Sum(static bucket => bucket.Count)));
        foreach ((long last, long count) in counted)
        {
            left -= count;
            if (left <= 0)
            {
                return last;
            }
        }

        return 0;
    }
}
