using TopHalf.CompilerServices;

namespace TopHalf;

/// <summary>
/// Waits for eventfds. A thread with one vector blocks in the read of its eventfd, one system call per interrupt; a thread
/// with several waits with epoll and reads those that are ready.
/// </summary>
internal sealed class EventFdReceiver : InterruptReceiver
{
    // What epoll reports for the descriptor that ends the wait.
    private const uint WakeSlot = uint.MaxValue;

    private readonly EventFdLine[] _lines;
    private readonly EpollEvent[] _ready = new EpollEvent[BatchSize];
    private readonly Epoll? _epoll;
    private readonly EventFd? _wake;

    public EventFdReceiver(PciDevice device, int[] vectors)
        : base(device, vectors)
    {
        _lines = new EventFdLine[vectors.Length];
        bool single = vectors.Length == 1;
        try
        {
            for (int slot = 0; slot < _lines.Length; slot++)
            {
                _lines[slot] = new EventFdLine(EventFd.Create(blocking: single, device.Name));
            }

            if (single)
            {
                return;
            }

            _epoll = Epoll.Create(device.Name);
            _wake = EventFd.Create(blocking: false, device.Name);
            _epoll.Add(_wake, WakeSlot);
            for (int slot = 0; slot < _lines.Length; slot++)
            {
                _epoll.Add(_lines[slot].EventFd, (uint)slot);
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    internal override VectorLine Line(int slot) => _lines[slot];

    private protected override int Wait(Span<InterruptEvent> batch)
    {
        if (_epoll is null)
        {
            long signals = (long)_lines[0].EventFd.Read();
            if (Stopping)
            {
                return 0; // it was Wake that signalled
            }

            batch[0] = new InterruptEvent(Vectors[0], signals, MonotonicClock.Now());
            return 1;
        }

        int ready = _epoll.Wait(_ready);
        long now = MonotonicClock.Now();
        int events = 0;
        foreach (EpollEvent item in _ready.AsSpan(0, ready))
        {
            if (item.Data != WakeSlot && (long)_lines[item.Data].EventFd.Read() is > 0 and long signals)
            {
                batch[events++] = new InterruptEvent(Vectors[(int)item.Data], signals, now);
            }
        }

        return events;
    }

    private protected override void Wake() => (_wake ?? _lines[0].EventFd).Signal();

    public override void Dispose()
    {
        _epoll?.Dispose();
        _wake?.Dispose();
        foreach (EventFdLine? line in _lines)
        {
            line?.Dispose();
        }
    }
}
