namespace TopHalf.Runtime.Tests.Observability;

public sealed class LatencyCountsTests
{
    [Fact]
    public void Buckets_hold_what_was_added_within_an_eighth()
    {
        var random = new Random(1);
        long[] values = [.. Enumerable.Range(0, 5000).Select(_ => (long)Math.Pow(2, random.NextDouble() * 34)).Order()];
        var counts = new LatencyCounts();
        Array.ForEach(values, counts.Add);

        IReadOnlyList<(long Last, long Count)> counted = counts.Snapshot();
        Assert.Equal(values.Length, counted.Sum(static bucket => bucket.Count));
        Assert.Equal(values[^1], counts.Maximum);
        Assert.Equal(counted.Select(static bucket => bucket.Last).Order(), counted.Select(static bucket => bucket.Last));
        foreach (double share in (double[])[0.001, 0.1, 0.5, 0.9, 0.99, 0.999, 1])
        {
            long exact = values[(int)Math.Ceiling(share * values.Length) - 1];
            Assert.InRange(LatencyCounts.Quantile(counted, share), exact, exact + (exact / 8));
        }
    }

    [Theory]
    [InlineData(-5, 0)]
    [InlineData(0, 0)]
    [InlineData(15, 15)]
    [InlineData(16, 17)]
    [InlineData(long.MaxValue, (1L << 36) - 1)]
    public void Every_time_has_a_bucket(long nanoseconds, long last)
    {
        var counts = new LatencyCounts();
        counts.Add(nanoseconds);
        Assert.Equal([(last, 1L)], counts.Snapshot());
    }

    [Fact]
    public void Of_none_there_is_no_quantile() => Assert.Equal(0, LatencyCounts.Quantile(new LatencyCounts().Snapshot(), 0.99));
}
