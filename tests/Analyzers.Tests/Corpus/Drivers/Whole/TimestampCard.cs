// information is not the point
[InterruptDriver(VendorId = 0x1A88, DeviceId = 0x4D00)]
public sealed partial class TimestampCard : IDisposable
{
    private readonly Bar _bar;
    private readonly Edge[] _edges = new Edge[1024];
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _writer;
    private readonly SemaphoreSlim _pending = new(0);
    private readonly Discipline _discipline = new();
    private Snapshot _snapshot = new(0, 0);
    private uint _head;
    private uint _tail;
    private long _offset;
    private int _lost;
    private bool _locked;

    public TimestampCard(PciDevice device)
    {
        _bar = device.GetBar(0);
#if PLANTED_LAMBDA
        _writer = Task.Run(() => Drain(_lost));
#else
        _writer = Task.Run(() => Drain(0));
#endif
        _discipline.Locked += OnLocked;
        ThreadPool.QueueUserWorkItem(static card => card.Drain(1), this, preferLocal: false);
#if PLANTED_STATIC
        ThreadPool.QueueUserWorkItem(static card => Console.WriteLine(card._locked), this, preferLocal: false);
#endif
    }

#if PLANTED_STRUCT
    public Snapshot Now => _snapshot;
#else
    public Snapshot Now => Volatile.Read(ref _snapshot);
#endif

    public long Offset => Interlocked.Read(ref _offset);

    public bool TryTake(out Edge edge)
    {
        uint tail = _tail;
#if PLANTED_RING
        if (tail == _head)
#else
        if (tail == Volatile.Read(ref _head))
#endif
        {
            edge = default;
            return false;
        }

        edge = _edges[tail % 1024];
        Volatile.Write(ref _tail, tail + 1);
        return true;
    }

    [MsiVector(0)]
    private void OnEdge(in Interrupt irq)
    {
        uint head = _head;
        for (uint n = _bar.Read32(0x20) & 0xFF; n > 0; n--)
        {
            if (head - Volatile.Read(ref _tail) >= 1024)
            {
                _lost++; //p:LAMBDA TH5010
                break;
            }

            _edges[head++ % 1024] = new Edge(_bar.Read64(0x28), irq.Vector);
        }

        Volatile.Write(ref _head, head); //p:RING TH5010
        _pending.Release();
    }

    [MsiVector(1)]
    private void OnSecond(in Interrupt irq)
    {
        long error = (long)_bar.Read64(0x30) - irq.Timestamp;
        Interlocked.Exchange(ref _offset, error);
        _discipline.Update(error); //p:STATIC TH5010
#if PLANTED_STRUCT
        _snapshot = new Snapshot(error, irq.Timestamp); //! TH5010 TH2001
#endif
    }

    private void OnLocked(bool locked) => _locked = locked;

    private void Drain(int skipped)
    {
        while (!_stop.IsCancellationRequested)
        {
            _pending.Wait();
            for (; TryTake(out Edge edge); skipped++)
            {
                Console.WriteLine($"{edge.At} {skipped}");
            }
        }
    }

    public void Dispose()
    {
        _stop.Cancel();
        _pending.Release(2);
        _writer.Wait();
        _stop.Dispose();
    }

    public readonly record struct Edge(ulong At, int Channel);

    public sealed record Snapshot(long Error, long At);

    private sealed class Discipline
    {
        private double _integral;

        public event Action<bool>? Locked;

        public void Update(long error)
        {
            _integral += error * 0.01;
            Locked?.Invoke(Math.Abs(error) < 100 && Math.Abs(_integral) < 1000);
        }
    }
}
