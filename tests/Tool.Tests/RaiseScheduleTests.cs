using System.Diagnostics;

namespace TopHalf.Tool.Tests;

public sealed class RaiseScheduleTests
{
    [Fact]
    public void Nothing_is_raised_before_its_time_and_all_is_entered_before_it_is_raised()
    {
        using RaiseLog log = RaiseLog.Create();
        int raised = 0;
        long start = Stopwatch.GetTimestamp();
        new RaiseSchedule(Interval: 200_000, Count: 50, Priority: null).Run(log, () => Assert.Equal(++raised, log.Raised));

        Assert.Equal(50, raised);
        Assert.All(Enumerable.Range(0, 50), i => Assert.InRange(log.TimeOf(i), start + (i * 200_000L), long.MaxValue));
        Assert.All(Enumerable.Range(1, 49), i => Assert.True(log.TimeOf(i) >= log.TimeOf(i - 1)));
        Assert.True(log.Latest > 0);
    }

    // Nobody receives here: raises come all the same, and those that are late come without a further interval between them.
    [Fact]
    public void A_raise_waits_neither_for_the_receiver_nor_for_the_one_before()
    {
        using RaiseLog log = RaiseLog.Create();
        new RaiseSchedule(Interval: 10_000, Count: 1_000, Priority: null).Run(log, () =>
        {
            if (log.Raised == 1)
            {
                Thread.Sleep(20); // longer than all the others are apart
            }
        });

        Assert.Equal((1_000, 0), (log.Raised, log.Received));
        Assert.True(log.TimeOf(999) - log.TimeOf(0) >= 20_000_000);
        Assert.True(log.Latest >= 10_000_000);
    }

    [Fact]
    public void A_stop_ends_it_in_the_middle_of_a_long_interval()
    {
        using RaiseLog log = RaiseLog.Create();
        new RaiseSchedule(Interval: 60_000_000_000, Count: 0, Priority: null).Run(log, log.Stop);
        Assert.Equal(1, log.Raised);
    }

    [Fact]
    public void What_is_on_the_way_is_never_overwritten()
    {
        using RaiseLog log = RaiseLog.Create();
        for (int i = 0; i < RaiseLog.Capacity; i++)
        {
            Assert.True(log.TryEnter(due: 0));
        }

        Assert.False(log.TryEnter(due: 0));
        log.Received = 1;
        Assert.True(log.TryEnter(due: 0));
        Assert.Equal(RaiseLog.Capacity + 1, log.Raised);
    }

    [Fact]
    public void Two_processes_see_one_log()
    {
        string path = Path.GetTempFileName();
        File.Delete(path);
        try
        {
            using RaiseLog here = RaiseLog.Create(path);
            using RaiseLog there = RaiseLog.Open(path);
            Assert.True(there.TryEnter(due: 0));
            here.Received = 1;
            here.Stop();
            Assert.Equal((1, there.TimeOf(0)), (here.Raised, here.TimeOf(0)));
            Assert.Equal((1, true), (there.Received, there.Stopped));
        }
        finally
        {
            File.Delete(path);
        }
    }
}
