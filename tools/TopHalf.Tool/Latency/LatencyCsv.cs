using System.Globalization;

namespace TopHalf.Tool;

/// <summary>A histogram as comma-separated values: a line per bucket that is not empty.</summary>
internal static class LatencyCsv
{
    public static void Write(LatencyHistogram histogram, TextWriter writer)
    {
        writer.Write("first_ns,last_ns,count,share_up_to\n");
        long seen = 0;
        foreach (LatencyBucket bucket in histogram.Buckets())
        {
            seen += bucket.Count;
            writer.Write(string.Create(
                CultureInfo.InvariantCulture, $"{bucket.First},{bucket.Last},{bucket.Count},{(double)seen / histogram.Count:0.########}\n"));
        }
    }
}
