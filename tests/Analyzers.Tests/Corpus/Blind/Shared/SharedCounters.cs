// What is shared with whom, of a fifth batch.
[InterruptDriver]
public sealed partial class SharedCounters : IAsyncDisposable
{
    private static int s_drivers;
    private static long s_total;

    private readonly Lock _gate = new();
    private readonly Gauge _gauge = new();
    private readonly Gauge _spare = new();
    private readonly Link _link = new();
    private readonly uint[] _errors = new uint[4];
    private readonly Timer _timer;
    private Record _last = new(0, 0);
    private Stamp _stamp;
    private int _level;
    private int _polled;
    private int _both;
    private volatile bool _isUp;
    private bool _wantsMore;
    private int _generation;

    public SharedCounters()
    {
        s_drivers++;
        _timer = new Timer(_ => Sample(), null, 0, 100);
        _link.Dropped += () => _both = 0;
    }

    public static long AllTotal => Volatile.Read(ref s_total);

    public Gauge Gauge => _gauge;

    public bool IsUp => _isUp;

    public (long Time, int Number) Last => (Volatile.Read(ref _last).Time, Volatile.Read(ref _last).Number);

    public Stamp Stamp => _stamp;

    public uint this[int port] => Volatile.Read(ref _errors[port]);

    public int Level
    {
        get
        {
            lock (_gate)
            {
                return _level;
            }
        }
    }

    public void Drop() => _link.Drop();

    public void RequestMore() => Volatile.Write(ref _wantsMore, true);

    public ValueTask DisposeAsync()
    {
        _timer.Dispose();
        return ValueTask.CompletedTask;
    }

    [MsiVector(0)]
    private void ThroughExposedObject(in Interrupt irq) => _gauge.Add(irq.Index); //! TH5010

    [MsiVector(1)]
    private void ThroughHiddenObject(in Interrupt irq) => _spare.Add(irq.Index);

    [MsiVector(2)]
    private void LockOnOneSideOnly(in Interrupt irq) => _level = irq.Index; //? TH5010

    [MsiVector(3)]
    private void SampledByTimer(in Interrupt irq) => _polled += irq.Index; //! TH5010

    [MsiVector(4)]
    private void EventFromOutside(in Interrupt irq) => _both++; //! TH5010

    [MsiVector(5)]
    private void VolatileFlag(in Interrupt irq)
    {
        _isUp = irq.Status != 0;
        if (Volatile.Read(ref _wantsMore))
        {
            Volatile.Write(ref _wantsMore, false);
        }
    }

    [MsiVector(6)]
    private void StructInPieces(in Interrupt irq) => _stamp = new Stamp(irq.Timestamp, irq.Index); //! TH5010

    [MsiVector(7)]
    private void StaticTotal(in Interrupt irq)
    {
        Interlocked.Add(ref s_total, irq.Signals);
        Volatile.Write(ref _errors[irq.Index & 3], _errors[irq.Index & 3] + 1);
    }

    [MsiVector(8)]
    private void OwnHelper(in Interrupt irq)
    {
        Bump();
        Bump();
    }

    private void Bump() => _generation++;

    private void Sample() => Console.WriteLine(_polled);
}

public sealed class Gauge
{
    private int _value;

    public int Value => _value;

    public void Add(int by) => _value += by;
}

public readonly record struct Stamp(long Time, int Number);

internal sealed record Record(long Time, int Number);

internal sealed class Link
{
    public event Action? Dropped;

    public void Drop() => Dropped?.Invoke();
}
