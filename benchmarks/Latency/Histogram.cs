namespace TopHalf.Benchmarks.Latency;

/// <summary>Latencies counted in bins that are equally wide on a logarithmic axis.</summary>
internal sealed class Histogram
{
    /// <summary>Bins from a power of ten to the next.</summary>
    public const int BinsPerDecade = 20;

    private readonly SortedDictionary<int, int> _counts = [];

    /// <param name="latencies">Nanoseconds.</param>
    public Histogram(IEnumerable<long> latencies)
    {
        foreach (long latency in latencies)
        {
            // A clock read on two CPUs may go back by some nanoseconds.
            int bin = (int)Math.Floor(Math.Log10(Math.Max(latency, 1) / 1000.0) * BinsPerDecade);
            _counts[bin] = _counts.GetValueOrDefault(bin) + 1;
        }
    }

    /// <summary>Bins that are not empty, ascending: the latency at the bin's start as a power of ten of microseconds, and the count.</summary>
    public IEnumerable<(double Start, int Count)> Bins => _counts.Select(static pair => ((double)pair.Key / BinsPerDecade, pair.Value));

    public int Highest => _counts.Values.Max();
}
