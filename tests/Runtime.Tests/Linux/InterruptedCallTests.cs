namespace TopHalf.Runtime.Tests.Linux;

/// <summary>A signal that interrupts a waiting call (EINTR) is not seen by who waits.</summary>
public sealed class InterruptedCallTests
{
    [Fact]
    public void A_read_that_waits_goes_on_after_signals()
    {
        BlockedThread.InstallHandler();
        using EventFd eventFd = EventFd.Create(blocking: true);
        ulong count = 0;
        using var reader = BlockedThread.Start(() => count = eventFd.Read());

        for (int i = 0; i < 5; i++)
        {
            reader.WaitUntilBlocked();
            reader.Interrupt();
        }

        reader.WaitUntilBlocked();
        eventFd.Signal();
        reader.Join();
        Assert.Equal(1UL, count);
    }

    [Fact]
    public void An_epoll_wait_goes_on_after_signals()
    {
        BlockedThread.InstallHandler();
        using Epoll epoll = Epoll.Create();
        using EventFd eventFd = EventFd.Create(blocking: false);
        epoll.Add(eventFd, 7);
        uint seen = 0;
        using var waiter = BlockedThread.Start(() =>
        {
            var ready = new EpollEvent[4];
            Assert.Equal(1, epoll.Wait(ready));
            seen = ready[0].Data;
        });

        for (int i = 0; i < 5; i++)
        {
            waiter.WaitUntilBlocked();
            waiter.Interrupt();
        }

        waiter.WaitUntilBlocked();
        eventFd.Signal();
        waiter.Join();
        Assert.Equal(7u, seen);
    }

    [Fact]
    public unsafe void The_signal_does_interrupt_the_bare_call()
    {
        // What the two tests above would see if the call were not made again.
        BlockedThread.InstallHandler();
        using EventFd eventFd = EventFd.Create(blocking: true);
        int number = eventFd.Number;
        nint result = 0;
        int errno = 0;
        using var reader = BlockedThread.Start(() =>
        {
            ulong count;
            result = Libc.Read(number, &count, sizeof(ulong));
            errno = System.Runtime.InteropServices.Marshal.GetLastPInvokeError();
        });

        reader.WaitUntilBlocked();
        reader.Interrupt();
        reader.Join();

        Assert.Equal((-1, Errno.EINTR), (result, errno));
    }
}
