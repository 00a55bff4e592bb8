using System.Runtime.InteropServices;

namespace TopHalf.Runtime.Tests.Linux;

public sealed class EpollTests
{
    [Fact]
    public void The_event_has_the_size_of_the_architecture()
    {
        (int Length, int Data) expected = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? (12, 4) : (16, 8);

        Assert.Equal(expected, (Epoll.EventLength, Epoll.DataOffset));
    }

    [Fact]
    public void A_wait_reports_what_is_signalled_and_nothing_else()
    {
        using Epoll epoll = Epoll.Create();
        EventFd[] eventFds = [.. Enumerable.Range(0, 20).Select(_ => EventFd.Create(blocking: false))];
        for (uint i = 0; i < eventFds.Length; i++)
        {
            epoll.Add(eventFds[i], uint.MaxValue - i);
        }

        eventFds[2].Signal();
        eventFds[17].Signal();
        var ready = new EpollEvent[16];
        int count = epoll.Wait(ready);

        Assert.Equal([uint.MaxValue - 17, uint.MaxValue - 2], ready[..count].Select(item => item.Data).Order());
        Array.ForEach(eventFds, eventFd => eventFd.Dispose());
    }

    [Fact]
    public void An_eventfd_that_was_not_read_is_reported_again()
    {
        using Epoll epoll = Epoll.Create();
        using EventFd first = EventFd.Create(blocking: false);
        using EventFd second = EventFd.Create(blocking: false);
        epoll.Add(first, 1);
        epoll.Add(second, 2);
        first.Signal();
        var ready = new EpollEvent[4];

        Assert.Equal(1, epoll.Wait(ready));
        Assert.Equal(1, epoll.Wait(ready));
        _ = first.Read();
        second.Signal();

        Assert.Equal(1, epoll.Wait(ready));
        Assert.Equal(2u, ready[0].Data);
    }

    [Fact]
    public void More_than_there_is_room_for_comes_with_the_next_wait()
    {
        using Epoll epoll = Epoll.Create();
        EventFd[] eventFds = [.. Enumerable.Range(0, 5).Select(_ => EventFd.Create(blocking: false))];
        for (uint i = 0; i < eventFds.Length; i++)
        {
            epoll.Add(eventFds[i], i);
            eventFds[i].Signal();
        }

        HashSet<uint> seen = [];
        var ready = new EpollEvent[2];
        while (seen.Count < eventFds.Length)
        {
            int count = epoll.Wait(ready);
            Assert.InRange(count, 1, 2);
            foreach (EpollEvent item in ready[..count])
            {
                Assert.Equal(1UL, eventFds[item.Data].Read());
                Assert.True(seen.Add(item.Data));
            }
        }

        Array.ForEach(eventFds, eventFd => eventFd.Dispose());
    }

    [Fact]
    public void The_same_eventfd_twice_is_an_error_that_names_the_call()
    {
        using Epoll epoll = Epoll.Create();
        using EventFd eventFd = EventFd.Create(blocking: false);
        epoll.Add(eventFd, 1);

        PciDeviceException error = Assert.Throws<PciDeviceException>(() => epoll.Add(eventFd, 2));

        Assert.Equal(("epoll_ctl", "EEXIST"), (error.Call, error.ErrnoName));
    }

    [Fact]
    public void Waits_do_not_allocate()
    {
        using Epoll epoll = Epoll.Create();
        using EventFd eventFd = EventFd.Create(blocking: false);
        epoll.Add(eventFd, 1);
        eventFd.Signal();
        var ready = new EpollEvent[16];
        _ = epoll.Wait(ready);
        long before = GC.GetAllocatedBytesForCurrentThread();

        for (int i = 0; i < 1000; i++)
        {
            _ = epoll.Wait(ready);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }
}
