namespace TopHalf.Benchmarks.Latency;

/// <summary>A variant beside a pressure: medians of its runs. Latencies are microseconds.</summary>
internal sealed class Summary
{
    private readonly IReadOnlyList<Measurement> _runs;

    /// <param name="runs">All of one variant beside one pressure; at least one.</param>
    public Summary(IReadOnlyList<Measurement> runs) => _runs = runs;

    public Variant Variant => _runs[0].Variant;

    public PressureKind Pressure => _runs[0].Pressure;

    public double Coalesced => Median(static run => run.Coalesced);

    public double Collections => Median(static run => run.Collections);

    /// <summary>Milliseconds of all collections.</summary>
    public double Paused => Median(static run => run.Paused.TotalMilliseconds);

    public double Woken(double percentile) => Median(run => At(run.Woken, percentile));

    public double Acknowledged(double percentile) => Median(run => At(run.Acknowledged, percentile));

    public double Handled(double percentile) => Median(run => At(run.Handled, percentile));

    public double Late(double percentile) => Median(run => At(run.Late, percentile));

    /// <summary>All latencies of all runs.</summary>
    public IEnumerable<long> Pool(Func<Measurement, long[]> latencies) => _runs.SelectMany(latencies);

    /// <summary>The exact percentile, by nearest rank: the smallest that so many percent do not exceed.</summary>
    private static double At(long[] ascending, double percentile)
        => ascending[Math.Max(0, (int)Math.Ceiling(ascending.Length * percentile / 100) - 1)] / 1000.0;

    private double Median(Func<Measurement, double> value)
    {
        double[] values = [.. _runs.Select(value).Order()];
        int middle = values.Length / 2;
        return values.Length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
