// information is not the point
using System.Collections.Concurrent;

[InterruptDriver(VendorId = 0x1131, DeviceId = 0x7160)]
public sealed partial class FrameGrabberPool : IDisposable
{
    private readonly Bar _bar;
    private readonly FramePool _pool = new(8, 640 * 480);
    private readonly ConcurrentQueue<Frame> _done = new();
    private readonly Thread _consumer;
    private readonly ManualResetEventSlim _available = new();
    private volatile bool _stopped;
    private Frame? _current;
    private int _dropped;
    private long _consumed;

    public FrameGrabberPool(PciDevice device)
    {
        _bar = device.GetBar(0);
        _current = _pool.Rent();
        _consumer = new Thread(Consume) { IsBackground = true };
        _consumer.Start();
    }

    public event EventHandler<Frame>? Ready;

    public int Dropped => Volatile.Read(ref _dropped);

    [MsiVector(0)]
    private void OnFieldDone(in Interrupt irq)
    {
        Frame? next = _pool.Rent(); //p:SPIN TH4005 //p:LAZYPOOL TH2001 TH2002
        if (next is null || _current is null)
        {
            Volatile.Write(ref _dropped, _dropped + 1);
            return;
        }

        _current.Stamp = irq.Timestamp;
        Deliver(_current); //p:RAISE TH6001 TH2001 TH2002 //p:DRAIN TH3001 //p:DRAIN TH4004 //p:CONSUMERRACE TH5010
        _current = next;
        _bar.Write64(0x08, next.Address);
    }

    private void Deliver(Frame frame)
    {
        frame.Sequence = Next();
#if PLANTED_RAISE
        Ready?.Invoke(this, Wrap(frame));
#elif PLANTED_DRAIN
        while (_done.TryDequeue(out Frame? old))
        {
            _pool.Return(old);
        }
#endif
        _available.Set();
    }

    private static Frame Wrap(Frame frame) => new(frame.Address, 1);

#if PLANTED_CONSUMERRACE
    private long Next() => _sequence++;

    private long _sequence;

    public long Sequence => _sequence;
#else
    private long Next() => 0;
#endif

    private void Consume()
    {
        while (!_stopped)
        {
            _available.Wait();
            _available.Reset();
            if (_done.TryDequeue(out Frame? frame))
            {
                Ready?.Invoke(this, frame);
                _consumed++;
                _pool.Return(frame);
            }
        }
    }

    public void Dispose()
    {
        _stopped = true;
        _available.Set();
        _consumer.Join();
        Console.WriteLine(_consumed);
    }

    private sealed class FramePool
    {
        private readonly Frame?[] _free;
        private readonly int _size;

        public FramePool(int count, int size)
        {
            _size = size;
            _free = new Frame?[count];
            for (int i = 0; i < count; i++)
            {
                _free[i] = new Frame((ulong)i * (ulong)size, size);
            }
        }

        public Frame? Rent()
        {
#if PLANTED_SPIN
            Frame? taken;
            while ((taken = Interlocked.Exchange(ref _free[0], null)) is null)
            {
            }

            return taken;
#else
            for (int i = 0; i < _free.Length; i++)
            {
                if (Interlocked.Exchange(ref _free[i], null) is { } frame)
                {
                    return frame;
                }
            }

            return Miss();
#endif
        }

#if PLANTED_LAZYPOOL
        private Frame? Miss() => _size > 0 ? new Frame(0, _size) : null;
#else
        private Frame? Miss() => _size > 0 ? null : _free[0];
#endif

        public void Return(Frame frame)
        {
            for (int i = 0; i < _free.Length; i++)
            {
                if (Interlocked.CompareExchange(ref _free[i], frame, null) is null)
                {
                    return;
                }
            }
        }
    }

    public sealed class Frame(ulong address, int size)
    {
        private readonly byte[] _pixels = new byte[size];

        public ulong Address => address;

        public ReadOnlySpan<byte> Pixels => _pixels;

        public long Stamp { get; set; }

        public long Sequence { get; set; }
    }
}
