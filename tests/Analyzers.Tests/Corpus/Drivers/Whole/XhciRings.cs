// information is not the point
[InterruptDriver(VendorId = 0x1B36, DeviceId = 0x000D)]
public sealed partial class XhciRings
{
    private readonly Bar _bar;
    private readonly EventRing _events = new(256);
    private readonly Dispatcher _dispatcher;
    private readonly IEndpoint[] _endpoints;
    private int _portChanges;

    public XhciRings(PciDevice device)
    {
        _bar = device.GetBar(0);
        _endpoints = [new Bulk(), new Isochronous(8), new InterruptIn()];
        _dispatcher = new Dispatcher(OnTransfer, OnPort);
        _dispatcher.Completed += static code => Tally.Count(code);
    }

    public int PortChanges => Volatile.Read(ref _portChanges);

    [MsiVector(0)]
    private void OnEvent(in Interrupt irq)
    {
        foreach (Trb trb in _events.Take(64)) //p:ITERATOR TH2009
        {
            if (!_dispatcher.Dispatch(in trb)) //p:EVENT TH3004 //p:DIM TH3003 //p:EXPLICIT TH2012 //p:METHODGROUP TH2005
            {
                break;
            }
        }

        _bar.Write64(0x38, _events.Dequeue | 8);
    }

    private void OnTransfer(in Trb trb)
    {
        IEndpoint endpoint = _endpoints[trb.Endpoint % _endpoints.Length];
        if (endpoint.Accepts(trb.Code))
        {
            endpoint.Complete(trb.Length);
        }
    }

    private void OnPort(in Trb trb) => Interlocked.Increment(ref _portChanges);

    private delegate void TrbHandler(in Trb trb);

    private readonly struct Trb(ulong parameter, uint status, uint control)
    {
        public int Code => (int)(status >> 24);

        public int Length => (int)(status & 0xFF_FFFF);

        public int Endpoint => (int)(control >> 16) & 0x1F;

        public int Type => (int)(control >> 10) & 0x3F;

        public ulong Parameter => parameter;
    }

    private sealed class EventRing(int size)
    {
        private readonly Trb[] _ring = new Trb[size];
        private int _at;

        public ulong Dequeue => (ulong)_at * 16;

#if PLANTED_ITERATOR
        public IEnumerable<Trb> Take(int limit)
        {
            for (int i = 0; i < limit && _ring[_at].Type != 0; i++)
            {
                yield return _ring[_at];
                _at = (_at + 1) % _ring.Length;
            }
        }
#else
        public ReadOnlySpan<Trb> Take(int limit)
        {
            int start = _at;
            int count = Math.Min(limit, _ring.Length - start);
            _at = (start + count) % _ring.Length;
            return _ring.AsSpan(start, count);
        }
#endif
    }

    private sealed class Dispatcher(TrbHandler transfer, TrbHandler port)
    {
        private readonly TrbHandler _transfer = transfer;
        private readonly TrbHandler _port = port;
        private TrbHandler? _last = transfer;

        public event Action<int>? Completed;

        public bool Dispatch(in Trb trb)
        {
            switch (trb.Type)
            {
                case 32:
                    _transfer(in trb);
                    break;
                case 34:
                    _port(in trb);
                    break;
                case 0:
                    return false;
#if PLANTED_METHODGROUP
                default:
                    _last = Ignore;
                    break;
#endif
            }

            _last?.Invoke(in trb);
            _last = null;
            Completed?.Invoke(trb.Code);
            return true;
        }

        private void Ignore(in Trb trb)
        {
        }
    }

    private static class Tally
    {
        private static readonly int[] s_codes = new int[256];
        private static readonly Task s_flush = Task.CompletedTask;

        public static void Count(int code)
        {
            s_codes[code & 0xFF]++;
#if PLANTED_EVENT
            s_flush.GetAwaiter().GetResult();
#endif
        }
    }

    private interface IEndpoint
    {
        bool Accepts(int code)
        {
#if PLANTED_DIM
            Thread.Sleep(0);
#endif
            return code == 1;
        }

        void Complete(int length);
    }

    private sealed class Bulk : IEndpoint
    {
        private long _bytes;

        void IEndpoint.Complete(int length) => _bytes += length;
    }

    private sealed class Isochronous(int frames) : IEndpoint
    {
        private readonly Queue<int> _lengths = new(frames);
        private readonly int[] _last = new int[frames];
        private int _at;

        bool IEndpoint.Accepts(int code) => code is 1 or 13;

        void IEndpoint.Complete(int length)
        {
#if PLANTED_EXPLICIT
            _lengths.Enqueue(length);
#else
            _last[_at = (_at + 1) % frames] = length + _lengths.Count;
#endif
        }
    }

    private sealed class InterruptIn : IEndpoint
    {
        private int _reports;

        public void Complete(int length) => _reports += length > 0 ? 1 : 0;
    }
}
