/// <summary>Isolated inputs with debouncing: two threads, a history, listeners under a contract.</summary>
// information is not the point
[InterruptDriver(VendorId = 0x13FE, DeviceId = 0x1730)]
[DeviceBar(2, 0x100)]
public sealed partial class Isolator
{
    private readonly Bar _registers;
    private readonly Debouncer[] _inputs = new Debouncer[16];
    private readonly History _history = new(64);
    private readonly ChangeHandler? _changed;
    private int _overruns;
    private int _settled;

    public Isolator(PciDevice device, ChangeHandler? changed)
    {
        _registers = device.GetBar(2);
        _changed = changed;
        for (int i = 0; i < _inputs.Length; i++)
        {
            _inputs[i] = new Debouncer(i);
        }
    }

    public int Overruns => Volatile.Read(ref _overruns);

#if PLANTED_RESET
    public void ResetOverruns() => _overruns = 0;
#else
    public void ResetOverruns() => Interlocked.Exchange(ref _overruns, 0);
#endif

    public int CopyHistory(Span<Change> into) => _history.Copy(into);

    [MsiVector(0, Thread = "edge")]
    private void OnEdge(in Interrupt irq)
    {
        uint levels = _registers.Read32(0x0);
        uint changes = _registers.Read32(0x4);
        for (uint rest = changes & 0xFFFF; rest != 0; rest &= rest - 1)
        {
            int input = System.Numerics.BitOperations.TrailingZeroCount(rest);
            bool isHigh = ((levels >> input) & 1) != 0;
            if (_inputs[input].Accepts(isHigh, irq.Timestamp)) //p:SHARED TH5010
            {
                Note(new Change(input, isHigh, irq.Timestamp)); //p:LIST TH2012 //p:RESET TH5010 //p:COMPARE TH2017|TH2003
            }
        }
    }

    [MsiVector(1, Thread = "timer")]
    private void OnTimer(in Interrupt irq)
    {
        _settled++;
        foreach (Debouncer input in _inputs)
        {
            input.Settle(irq.Timestamp); //?:SHARED TH5010
        }

        _registers.Write32(0x8, (uint)_settled);
    }

    private void Note(in Change change)
    {
        if (!_history.TryAdd(change))
        {
#if PLANTED_RESET
            Volatile.Write(ref _overruns, _overruns + 1);
#else
            Interlocked.Increment(ref _overruns);
#endif
            return;
        }

        _changed?.Invoke(in change);
    }
}

[InterruptSafe]
public delegate void ChangeHandler(in Change change);

#if PLANTED_COMPARE
public readonly struct Change(int input, bool isHigh, long time)
{
    public int Input { get; } = input;

    public bool IsHigh { get; } = isHigh;

    public long Time { get; } = time;
}
#else
public readonly record struct Change(int Input, bool IsHigh, long Time);
#endif

internal sealed class Debouncer(int input)
{
    private bool _level;
    private long _since;
#if PLANTED_SHARED
    private int _settled;
#endif

    public int Input => input;

    public bool Accepts(bool level, long time)
    {
        if (level == _level || time - _since < 1_000_000)
        {
            return false;
        }

        (_level, _since) = (level, time);
#if PLANTED_SHARED
        _settled = 0;
#endif
        return true;
    }

    public void Settle(long time)
    {
#if PLANTED_SHARED
        _settled++;
#endif
    }
}

internal sealed class History(int capacity)
{
#if PLANTED_LIST
    private readonly List<Change> _changes = new(capacity);

    public bool TryAdd(in Change change)
    {
        if (_changes.Count >= capacity)
        {
            return false;
        }

        _changes.Add(change);
        return true;
    }

    public int Copy(Span<Change> into) => 0;
#else
    private readonly Change[] _changes = new Change[capacity];
    private int _written;

    public bool TryAdd(in Change change)
    {
#if PLANTED_COMPARE
        if (Array.LastIndexOf(_changes, change) >= 0)
        {
            return false;
        }
#endif
        int written = _written;
        _changes[written % _changes.Length] = change;
        Volatile.Write(ref _written, written + 1);
        return written < int.MaxValue;
    }

    public int Copy(Span<Change> into)
    {
        int written = Volatile.Read(ref _written);
        int count = Math.Min(Math.Min(written, _changes.Length), into.Length);
        for (int i = 0; i < count; i++)
        {
            into[i] = _changes[(written - count + i) % _changes.Length];
        }

        return count;
    }
#endif
}
