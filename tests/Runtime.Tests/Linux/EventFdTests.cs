namespace TopHalf.Runtime.Tests.Linux;

public sealed class EventFdTests
{
    [Fact]
    public void A_read_takes_all_signals_that_came()
    {
        using EventFd eventFd = EventFd.Create(blocking: true);

        eventFd.Signal();
        eventFd.Signal();
        eventFd.Signal();

        Assert.Equal(3UL, eventFd.Read());
    }

    [Fact]
    public void A_count_does_not_lose_its_upper_bits()
    {
        using EventFd eventFd = EventFd.Create(blocking: false);

        for (int i = 0; i < 300; i++)
        {
            eventFd.Signal();
        }

        Assert.Equal(300UL, eventFd.Read());
    }

    [Fact]
    public void A_non_blocking_read_without_a_signal_is_zero()
    {
        using EventFd eventFd = EventFd.Create(blocking: false);

        Assert.Equal(0UL, eventFd.Read());
        eventFd.Signal();
        Assert.Equal(1UL, eventFd.Read());
        Assert.Equal(0UL, eventFd.Read());
    }

    [Fact]
    public unsafe void A_signal_at_the_highest_count_is_not_an_error()
    {
        using EventFd eventFd = EventFd.Create(blocking: false);
        ulong most = ulong.MaxValue - 1;
        Assert.Equal(sizeof(ulong), SystemCall.Write(eventFd.Number, &most, sizeof(ulong)));

        eventFd.Signal();

        Assert.Equal(most, eventFd.Read());
    }

    [Fact]
    public void A_closed_one_says_so()
    {
        EventFd eventFd = EventFd.Create(blocking: false);
        eventFd.Dispose();

        Assert.Throws<ObjectDisposedException>(eventFd.Signal);
        Assert.Throws<ObjectDisposedException>(() => eventFd.Read());
    }

    [Fact]
    public void A_disposal_during_a_read_waits_with_the_close()
    {
        EventFd eventFd = EventFd.Create(blocking: true);
        int number = eventFd.Number;
        using var reader = BlockedThread.Start(() => eventFd.Read());
        reader.WaitUntilBlocked();

        eventFd.Dispose();

        // Still the same eventfd, so that a signal by number reaches the reader.
        Assert.Contains("eventfd", new FileInfo($"/proc/self/fd/{number}").LinkTarget, StringComparison.Ordinal);
        SignalByNumber(number);
        reader.Join();
        Assert.Null(new FileInfo($"/proc/self/fd/{number}").LinkTarget);
    }

    [Fact]
    public void Signals_and_reads_do_not_allocate()
    {
        using EventFd eventFd = EventFd.Create(blocking: false);
        eventFd.Signal();
        _ = eventFd.Read();
        long before = GC.GetAllocatedBytesForCurrentThread();

        for (int i = 0; i < 1000; i++)
        {
            eventFd.Signal();
            _ = eventFd.Read();
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static unsafe void SignalByNumber(int number)
    {
        ulong one = 1;
        Assert.Equal(sizeof(ulong), SystemCall.Write(number, &one, sizeof(ulong)));
    }
}
