using System.Globalization;

namespace TopHalf.Benchmarks.Latency;

/// <summary>The logarithmic axes of a plot, from powers of ten to powers of ten.</summary>
/// <param name="FirstDecade">Where latencies begin, as a power of ten of microseconds.</param>
/// <param name="LastDecade">Where they end.</param>
/// <param name="CountDecades">Where counts end, as a power of ten; they begin below 1, so that a single event can be seen.</param>
internal sealed record Axes(int FirstDecade, int LastDecade, int CountDecades)
{
    private const double LowestCount = 0.5;

    public static Axes For(IReadOnlyList<Histogram> histograms)
        => new(
            (int)Math.Floor(histograms.Min(static h => h.Bins.First().Start)),
            (int)Math.Floor(histograms.Max(static h => h.Bins.Last().Start)) + 1,
            (int)Math.Ceiling(Math.Log10(histograms.Max(static h => h.Highest))));

    /// <param name="decade">A power of ten of microseconds, whole or not.</param>
    /// <param name="width">Of the panel.</param>
    public double X(double decade, int width) => (decade - FirstDecade) / (LastDecade - FirstDecade) * width;

    public double Y(double count, int height)
        => height * (1 - (Math.Log10(count) - Math.Log10(LowestCount)) / (CountDecades - Math.Log10(LowestCount)));

    /// <summary>A whole power of ten of microseconds, in words.</summary>
    public static string Latency(int decade) => decade switch
    {
        >= 6 => string.Create(CultureInfo.InvariantCulture, $"{Math.Pow(10, decade - 6)} s"),
        >= 3 => string.Create(CultureInfo.InvariantCulture, $"{Math.Pow(10, decade - 3)} ms"),
        >= 0 => string.Create(CultureInfo.InvariantCulture, $"{Math.Pow(10, decade)} µs"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Math.Pow(10, decade + 3)} ns"),
    };
}
