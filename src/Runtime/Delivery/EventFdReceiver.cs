namespace TopHalf;

/// <summary>
/// Waits for eventfds. A thread with one vector blocks in the read of its eventfd, one system call per interrupt; a thread
/// with several waits with epoll and reads those that are ready.
/// </summary>
internal sealed class EventFdReceiver : LookingReceiver
{
    private readonly EventFdSet _eventFds;
    private readonly EpollEvent[] _ready = new EpollEvent[BatchSize];

    public EventFdReceiver(PciDevice device, BindingPlan plan)
        : base(device, plan)
    {
        _eventFds = new EventFdSet(plan.Vectors.Length, plan.Options.WaitMode, device.Name);
    }

    internal override VectorLine Line(int slot) => _eventFds[slot];

    private protected override int Look(bool sleep) => _eventFds.Epoll is { } epoll ? LookAtAll(epoll, sleep) : LookAtOne(sleep);

    private int LookAtOne(bool sleep)
    {
        if (sleep && !_eventFds.Blocks)
        {
            _eventFds[0].EventFd.WaitUntilSignalled();
        }

        long signals = _eventFds.Take(0);
        if (signals == 0)
        {
            return 0;
        }

        Batch[0] = Event(0, signals, MonotonicClock.Now());
        return 1;
    }

    private int LookAtAll(Epoll epoll, bool sleep)
    {
        int ready = epoll.Wait(_ready, sleep);
        long now = MonotonicClock.Now();
        int events = 0;
        foreach (EpollEvent item in _ready.AsSpan(0, ready))
        {
            if (_eventFds.Take((int)item.Data) is > 0 and long signals)
            {
                Batch[events++] = Event((int)item.Data, signals, now);
            }
        }

        return events;
    }

    private protected override void Wake() => _eventFds.Kick();

    public override void Dispose() => _eventFds.Dispose();
}
