namespace TopHalf.Samples.Emu10k1;

/// <summary>How often each <see cref="Source"/> occurred. Any thread may count and read.</summary>
public sealed class Counts
{
    private readonly long[] _counts = new long[Source.Count];

    /// <summary>Of one source.</summary>
    public long this[int source] => Volatile.Read(ref _counts[source]);

    /// <summary>Of all sources.</summary>
    public long Sum
    {
        get
        {
            long sum = 0;
            for (int source = 0; source < Source.Count; source++)
            {
                sum += this[source];
            }

            return sum;
        }
    }

    /// <summary>Counts one.</summary>
    public void Add(int source) => Interlocked.Increment(ref _counts[source]);

    /// <summary>All of them, by source.</summary>
    public long[] ToArray()
    {
        var copy = new long[Source.Count];
        for (int source = 0; source < copy.Length; source++)
        {
            copy[source] = this[source];
        }

        return copy;
    }
}
