using System.Globalization;

namespace TopHalf.Tool;

/// <summary>What was measured so far, in one line of figures. Times are nanoseconds.</summary>
internal sealed record LatencySummary(
    long Samples, long Minimum, double Mean, long Median, long Percentile99, long Percentile999, long Maximum, long Coalesced)
{
    public static readonly string[] Headings = ["samples", "min us", "avg us", "p50 us", "p99 us", "p99.9 us", "max us", "coalesced"];

    public static LatencySummary Of(LatencyHistogram histogram, long wakes)
        => new(
            histogram.Count, histogram.Minimum, histogram.Mean, histogram.Percentile(0.5), histogram.Percentile(0.99),
            histogram.Percentile(0.999), histogram.Maximum, Math.Max(0, histogram.Count - wakes));

    /// <summary>The cells below <see cref="Headings"/>.</summary>
    public string[] Cells =>
    [
        Samples.ToString(CultureInfo.InvariantCulture), Microseconds(Minimum), Microseconds(Mean), Microseconds(Median),
        Microseconds(Percentile99), Microseconds(Percentile999), Microseconds(Maximum), Coalesced.ToString(CultureInfo.InvariantCulture),
    ];

    /// <summary>A time in microseconds, with a decimal.</summary>
    public static string Microseconds(double nanoseconds) => (nanoseconds / 1000).ToString("0.0", CultureInfo.InvariantCulture);
}
