namespace TopHalf;

/// <summary>Waits for a file of UIO, beside an eventfd that ends the wait and takes what is triggered from software.</summary>
internal sealed class UioReceiver : LookingReceiver
{
    private const uint Triggered = 0;
    private const uint Counted = 1;

    private readonly UioInterrupts _interrupts;
    private readonly EventFdSet _eventFds;
    private readonly Epoll _epoll;
    private readonly EpollEvent[] _ready = new EpollEvent[2];

    /// <param name="device">Whose line.</param>
    /// <param name="plan">Vector 0 alone: the line.</param>
    /// <param name="interrupts">The file; it stays open at the disposal.</param>
    /// <exception cref="PciDeviceException">The process has no descriptor left.</exception>
    public UioReceiver(PciDevice device, BindingPlan plan, UioInterrupts interrupts)
        : base(device, plan)
    {
        _interrupts = interrupts;
        _eventFds = new EventFdSet(count: 1, WaitMode.Spin, device.Name); // one that does not block
        try
        {
            _epoll = Epoll.Create(device.Name);
            _epoll.Add(_eventFds[0].EventFd, Triggered);
            _epoll.Add(interrupts, Counted);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    internal override VectorLine Line(int slot) => _eventFds[slot];

    private protected override int Look(bool sleep)
    {
        int ready = _epoll.Wait(_ready, sleep);
        long now = MonotonicClock.Now();
        long signals = 0;
        foreach (EpollEvent item in _ready.AsSpan(0, ready))
        {
            signals += item.Data == Counted ? _interrupts.Take() : _eventFds.Take(0);
        }

        if (signals == 0)
        {
            return 0;
        }

        Batch[0] = Event(0, signals, now);
        return 1;
    }

    private protected override void Wake() => _eventFds.Kick();

    public override void Dispose()
    {
        _epoll?.Dispose();
        _eventFds.Dispose();
    }
}
