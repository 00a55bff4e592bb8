using System.Globalization;
using System.Xml.Linq;

namespace TopHalf.Tool.Tests;

public sealed class HistogramTests
{
    [Fact]
    public void Percentiles_are_within_a_bucket_of_the_sorted_values()
    {
        var random = new Random(5);
        var histogram = new LatencyHistogram();
        long[] values = [.. Enumerable.Range(0, 20_000).Select(_ => (long)Math.Pow(10, random.NextDouble() * 8))];
        foreach (long value in values)
        {
            histogram.Record(value);
        }

        Array.Sort(values);
        Assert.Equal((values.Length, values[0], values[^1]), (histogram.Count, histogram.Minimum, histogram.Maximum));
        Assert.Equal(values.Average(), histogram.Mean, 6);
        foreach (double share in (double[])[0.001, 0.25, 0.5, 0.9, 0.99, 0.999, 1])
        {
            long exact = values[Math.Max(1, (int)Math.Ceiling(share * values.Length)) - 1];
            long told = histogram.Percentile(share);
            Assert.InRange(told, exact, exact + (exact / 64) + 1);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(129)]
    [InlineData(1_000_000_007)]
    [InlineData((1L << 40) - 1)]
    public void A_value_lies_within_its_bucket(long value)
    {
        var histogram = new LatencyHistogram();
        histogram.Record(value);
        LatencyBucket bucket = Assert.Single(histogram.Buckets());
        Assert.InRange(value, bucket.First, bucket.Last);
        Assert.InRange(bucket.Last - bucket.First, 0, value / 64);
        Assert.Equal(1, bucket.Count);
    }

    [Fact]
    public void Every_value_belongs_to_one_bucket()
    {
        var histogram = new LatencyHistogram();
        for (long value = 0; value < 5_000; value++)
        {
            histogram.Record(value);
        }

        LatencyBucket[] buckets = [.. histogram.Buckets()];
        Assert.All(buckets[..^1], bucket => Assert.Equal(bucket.Last - bucket.First + 1, bucket.Count));
        Assert.All(buckets.Zip(buckets.Skip(1)), pair => Assert.Equal(pair.First.Last + 1, pair.Second.First));
    }

    [Fact]
    public void What_is_out_of_range_counts_at_the_end_and_what_cannot_be_counts_as_nothing()
    {
        var histogram = new LatencyHistogram();
        histogram.Record(long.MaxValue);
        histogram.Record(-1);
        Assert.Equal((2, 0, (1L << 40) - 1), (histogram.Count, histogram.Minimum, histogram.Maximum));
        Assert.Equal(2, LatencyScale.Steps(histogram).Sum(static step => step.Count));
    }

    [Fact]
    public void Nothing_recorded_is_nothing_shown()
    {
        var histogram = new LatencyHistogram();
        Assert.Equal((0, 0, 0, 0.0, 0), (histogram.Count, histogram.Minimum, histogram.Maximum, histogram.Mean, histogram.Percentile(0.5)));
        Assert.Empty(LatencyScale.Steps(histogram));
        using var bars = new StringWriter();
        LatencyBars.Show(histogram, bars);
        Assert.Equal("", bars.ToString());
        _ = Svg(histogram);
    }

    [Fact]
    public void Bars_are_logarithmic_and_a_gap_is_one_line()
    {
        LatencyHistogram histogram = Of((8_100, 1), (8_200, 2), (10_500, 1023), (31_000, 1));
        using var bars = new StringWriter();
        LatencyBars.Show(histogram, bars);
        Assert.Equal(
            """
            latency us      (bars are logarithms of the counts)
                  8 -      10     3  ##########
                 10 -      12  1023  ##################################################
                 12 -      15     0
                 30 -      40     1  #####

            """,
            bars.ToString());
    }

    [Fact]
    public void A_wide_range_has_coarse_steps()
    {
        IReadOnlyList<LatencyBucket> steps = LatencyScale.Steps(Of((1_000, 1), (110_000_000, 1)));
        Assert.Equal(16, steps.Count);
        Assert.Equal(new LatencyBucket(1_000, 1_999, 1), steps[0]);
    }

    [Fact]
    public void Comma_separated_values_hold_every_count()
    {
        using var text = new StringWriter();
        LatencyCsv.Write(Of((100, 1), (5_000, 3)), text);
        Assert.Equal("first_ns,last_ns,count,share_up_to\n100,100,1,0.25\n4992,5055,3,1\n", text.ToString());
    }

    [Fact]
    public void The_picture_is_well_formed_and_has_a_bar_for_each_step_with_counts()
    {
        LatencyHistogram histogram = Of((900, 1), (8_000, 500), (10_500, 10_000), (3_000_000, 1));
        XElement svg = Svg(histogram);
        XElement[] bars = [.. svg.Elements().Where(static e => e.Name.LocalName == "rect" && (string?)e.Attribute("fill") == "#3b6ea5")];
        Assert.Equal(4, bars.Length);
        double Number(XElement bar, string name) => double.Parse(bar.Attribute(name)!.Value, CultureInfo.InvariantCulture);
        Assert.All(bars, bar => Assert.InRange(Number(bar, "x"), 70, 780));
        Assert.All(bars, bar => Assert.Equal(360, Number(bar, "y") + Number(bar, "height"), 1));
        Assert.True(bars.Select(bar => Number(bar, "x")).SequenceEqual(bars.Select(bar => Number(bar, "x")).Order()));
        Assert.Equal(2, bars.Select(bar => Number(bar, "height")).Order().ToList().IndexOf(Number(bars[1], "height")));
        Assert.Contains(svg.Elements(), static e => e.Value == "a < b & c");
    }

    private static LatencyHistogram Of(params (long Value, int Times)[] values)
    {
        var histogram = new LatencyHistogram();
        foreach ((long value, int times) in values)
        {
            for (int i = 0; i < times; i++)
            {
                histogram.Record(value);
            }
        }

        return histogram;
    }

    private static XElement Svg(LatencyHistogram histogram)
    {
        using var text = new StringWriter();
        LatencySvg.Write(histogram, LatencySummary.Of(histogram, histogram.Count), "a < b & c", text);
        XElement svg = XDocument.Parse(text.ToString()).Root!;
        Assert.Equal("{http://www.w3.org/2000/svg}svg", svg.Name.ToString());
        return svg;
    }
}
