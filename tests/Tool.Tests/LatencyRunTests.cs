namespace TopHalf.Tool.Tests;

/// <summary>What the receiving side makes of raises, on a device that is an eventfd.</summary>
public sealed class LatencyRunTests
{
    private static readonly LatencyOptions Options = new(null, null, null, Interval: 100_000, Count: 40, WarmUp: 10, Cpu: null, Priority: null);

    [Theory]
    [InlineData(WaitMode.Block, TopHalfMode.Managed)]
    [InlineData(WaitMode.Spin, TopHalfMode.Managed)]
    [InlineData(WaitMode.Adaptive, TopHalfMode.Managed)]
    [InlineData(WaitMode.Block, TopHalfMode.Native)]
    public void Every_raise_after_the_warm_up_has_its_latency(WaitMode wait, TopHalfMode topHalf)
    {
        using var source = new TestSource(exact: true, static (device, _) => device.TriggerVector(0));
        LatencyRun run = Measure(source, Options with { Wait = wait, TopHalf = topHalf });
        Assert.Equal((40, 0), (run.Histogram.Count, run.Lost));
        Assert.InRange(run.Summary.Coalesced, 0, 39);
        Assert.InRange(run.Summary.Median, run.Summary.Minimum, run.Summary.Maximum);
    }

    // None comes before the last was raised: each counts from its own raise, and not from the last or from the wake.
    [Fact]
    public void Raises_that_arrive_together_count_each_from_its_own_time()
    {
        using var source = new TestSource(exact: true, static (device, raise) =>
        {
            for (int i = 0; raise == 50 && i < 50; i++)
            {
                device.TriggerVector(0);
            }
        });
        LatencyRun run = Measure(source);
        Assert.Equal((40, 0), (run.Histogram.Count, run.Lost));
        long[] waited = [.. Enumerable.Range(10, 40).Select(raise => source.Log.TimeOf(49) - source.Log.TimeOf(raise))];
        Assert.True(run.Histogram.Maximum >= waited[0], $"{run.Summary}");
        Assert.True(run.Histogram.Mean >= waited.Average(), $"{run.Summary}");
    }

    // A card's messages may be merged: one interrupt then stands for all before it.
    [Fact]
    public void Merged_messages_stand_for_all_that_were_raised()
    {
        using var source = new TestSource(exact: false, static (device, raise) =>
        {
            if (raise == 50)
            {
                device.TriggerVector(0);
            }
        });
        LatencyRun run = Measure(source);
        Assert.Equal((40, 0), (run.Histogram.Count, run.Lost));
        Assert.Equal(39, run.Summary.Coalesced);
    }

    // Raises go on while the first interrupt is handled; none of those can count for it, with a latency below nothing.
    [Fact]
    public void What_was_raised_after_a_wake_belongs_to_the_next_one()
    {
        using var source = new TestSource(exact: false, static (device, _) => device.TriggerVector(0));
        var run = new LatencyRun(Options with { Interval = 10_000, Count = 20_000, WarmUp = 0 }, source, TimeSpan.FromSeconds(5));
        run.Measure(static () => { }, TestContext.Current.CancellationToken);
        Assert.Equal((20_000, 0), (run.Histogram.Count, run.Lost));
        Assert.InRange(run.Histogram.Minimum, 1, long.MaxValue); // what would be less than nothing is recorded as nothing
    }

    [Fact]
    public void An_interrupt_that_nobody_raised_counts_for_nothing()
    {
        using var source = new TestSource(exact: true, static (device, _) =>
        {
            device.TriggerVector(0);
            device.TriggerVector(0);
        });
        Assert.Equal(40, Measure(source).Histogram.Count);
    }

    [Fact]
    public void What_brings_no_interrupt_is_lost_and_waited_for_no_longer_than_patience_lasts()
    {
        using var source = new TestSource(exact: true, static (device, raise) =>
        {
            if (raise <= 30)
            {
                device.TriggerVector(0);
            }
        });
        LatencyRun run = Measure(source);
        Assert.Equal((20, 20), (run.Histogram.Count, run.Lost));
    }

    [Fact]
    public void A_raiser_that_fails_ends_the_measurement_with_its_reason()
    {
        using var source = new TestSource(exact: true, static (_, _) => throw new PciDeviceException("card", "raise", Errno.EIO, "No.", ""));
        PciDeviceException error = Assert.Throws<PciDeviceException>(() => Measure(source));
        Assert.Equal("card", error.Device);
    }

    [Fact]
    public void Cancelling_ends_a_measurement_without_end_with_all_that_was_raised()
    {
        using var source = new TestSource(exact: true, static (device, _) => device.TriggerVector(0));
        using var cancellation = new CancellationTokenSource();
        var run = new LatencyRun(Options with { Count = 0, WarmUp = 0 }, source, TimeSpan.FromMinutes(1));
        run.Measure(() =>
        {
            if (run.Histogram.Count > 0)
            {
                cancellation.Cancel();
            }
        }, cancellation.Token);
        Assert.Equal((source.Log.Raised, 0), (run.Histogram.Count, run.Lost));
    }

    private static LatencyRun Measure(TestSource source, LatencyOptions? options = null)
    {
        var run = new LatencyRun(options ?? Options, source, TimeSpan.FromMilliseconds(300));
        run.Measure(static () => { }, TestContext.Current.CancellationToken);
        return run;
    }

    /// <param name="exact">Whether each signal is a raise.</param>
    /// <param name="raise">Gets the number of the raise, from 1.</param>
    private sealed class TestSource(bool exact, Action<PciDevice, long> raise) : ILatencySource
    {
        public string Description => "a test";

        public PciDevice Device { get; } = new EventFdDevice();

        public RaiseLog Log { get; } = RaiseLog.Create();

        public LatencyCounting Counting(long skipped) => new(exact, skipped);

        public IRaiser Start(RaiseSchedule schedule) => new ThreadRaiser(schedule, Log, () => raise(Device, Log.Raised));

        public void Dispose()
        {
            Device.Dispose();
            Log.Dispose();
        }
    }
}
