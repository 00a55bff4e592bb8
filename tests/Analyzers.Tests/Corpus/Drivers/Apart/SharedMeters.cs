// information is not the point
[InterruptDriver(VendorId = 0x1C5C, DeviceId = 0x1327)]
public sealed partial class SharedMeters(PciDevice device) : IDisposable
{
    private readonly Bar _bar = device.GetBar(0);
    private readonly int[][] _halves = [new int[256], new int[256]];
    private readonly Meters _meters = new();
    private readonly Lock _lock = new();
    private int _active;
    private int _sequence;
    private Reading _reading;
    private Config _config = new(10);
    private long _seen;
    private bool _ready;
    private double _mean;

    public Meters Meters => _meters;

    public void Configure(int scale) => _config = new Config(scale);

#if PLANTED_SEQLOCK
    public Reading Reading => _reading;
#else
    public bool TryRead(out Reading reading)
    {
        reading = default;
        int before = Volatile.Read(ref _sequence);
        if ((before & 1) != 0)
        {
            return false;
        }

        reading = _reading;
        Thread.MemoryBarrier();
        return Volatile.Read(ref _sequence) == before;
    }
#endif

#if PLANTED_FLAGORDER
    public double? Mean
    {
        get
        {
            double mean = _mean;
            return Volatile.Read(ref _ready) ? mean : null;
        }
    }
#else
    public double? Mean => Volatile.Read(ref _ready) ? _mean : null;
#endif

    public ReadOnlySpan<int> Half => _halves[Volatile.Read(ref _active) ^ 1];

#if PLANTED_ASYNC
    public async Task<long> WaitAsync()
    {
        while (_seen == 0)
        {
            await Task.Delay(1);
        }

        return Interlocked.Read(ref _seen);
    }
#else
    public async Task<long> WaitAsync()
    {
        while (Interlocked.Read(ref _seen) == 0)
        {
            await Task.Delay(1);
        }

        return Interlocked.Read(ref _seen);
    }
#endif

    [MsiVector(0)]
    private void OnSample(in Interrupt irq)
    {
        int value = (int)_bar.Read32(0x10) * _config.Scale;
        int half = _active;
        _halves[half][(int)(irq.Timestamp & 0xFF)] = value;
        Volatile.Write(ref _active, half ^ 1);
        _mean = (_mean * 0.9) + (value * 0.1); //p:FLAGORDER TH5010
        Volatile.Write(ref _ready, true);
        Volatile.Write(ref _sequence, _sequence + 1);
        _reading = new Reading(value, irq.Timestamp); //p:SEQLOCK TH5010
        Volatile.Write(ref _sequence, _sequence + 1);
        Interlocked.Add(ref _seen, irq.Signals); //p:ASYNC TH5010
        _meters.Note(value); //p:OTHERCLASS TH5010 //p:INDEXER TH5010
        Locked(value); //p:LOCKED TH3001
    }

#if PLANTED_LOCKED
    private int _guarded;

    public int Guarded
    {
        get
        {
            lock (_lock)
            {
                return _guarded;
            }
        }
    }

    private void Locked(int value)
    {
        lock (_lock)
        {
            _guarded = value;
        }
    }
#else
    private void Locked(int value)
    {
        if (value < 0 && _lock.IsHeldByCurrentThread)
        {
            _bar.Write32(0, 0);
        }
    }
#endif

    public void Dispose() => Console.WriteLine(_mean);

    private sealed record Config(int Scale);
}

public readonly record struct Reading(int Value, long At);

public sealed class Meters
{
    private readonly int[] _byDecade = new int[10];
    private int _peak;
    private int _count;

#if PLANTED_INDEXER
    public int this[int decade] => decade < 0 ? _count : Volatile.Read(ref _byDecade[decade]);
#else
    public int this[int decade] => decade < 0 ? Volatile.Read(ref _count) : Volatile.Read(ref _byDecade[decade]);
#endif

    internal int Peak;

    internal void Note(int value)
    {
        _peak = Math.Max(_peak, value);
        Volatile.Write(ref Peak, _peak);
        Volatile.Write(ref _count, _count + 1);
        Volatile.Write(ref _byDecade[value % 10 & 7], value);
    }
}

internal static class Display
{
#if PLANTED_OTHERCLASS
    public static void Show(SharedMeters driver) => Console.WriteLine(driver.Meters.Peak);
#else
    public static void Show(SharedMeters driver) => Console.WriteLine(Volatile.Read(ref driver.Meters.Peak));
#endif
}
