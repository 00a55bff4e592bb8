namespace TopHalf.Tool;

/// <summary>A logarithmic scale of latencies in steps that people can read: ten to a decade, or three.</summary>
internal static class LatencyScale
{
    private const int MostFineSteps = 32;
    private static readonly long[] Fine = Edges([1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8]);
    private static readonly long[] Coarse = Edges([1, 2, 5]);

    /// <summary>Counts by step, from the first that has any to the last; coarse steps where fine ones would be too many.</summary>
    public static IReadOnlyList<LatencyBucket> Steps(LatencyHistogram histogram)
    {
        LatencyBucket[] fine = Steps(histogram, Fine);
        return fine.Length <= MostFineSteps ? fine : Steps(histogram, Coarse);
    }

    // A bucket that lies across an edge counts where it begins: it is 1.6 % wide, and a step ten times that.
    private static LatencyBucket[] Steps(LatencyHistogram histogram, long[] edges)
    {
        long[] counts = new long[edges.Length - 1];
        foreach (LatencyBucket bucket in histogram.Buckets())
        {
            int found = Array.BinarySearch(edges, bucket.First);
            counts[found >= 0 ? found : ~found - 1] += bucket.Count;
        }

        int first = Array.FindIndex(counts, static count => count > 0);
        int last = Array.FindLastIndex(counts, static count => count > 0);
        return first < 0 ? [] : [.. Enumerable.Range(first, last - first + 1).Select(i => new LatencyBucket(edges[i], edges[i + 1] - 1, counts[i]))];
    }

    // From 100 ns to the end of the histogram, which is 18 minutes; all that is shorter is one step.
    private static long[] Edges(double[] steps)
        => [0, .. Enumerable.Range(2, 11).SelectMany(decade => steps.Select(step => (long)Math.Round(Math.Pow(10, decade) * step)))];
}
