// Chains of a sixth batch.
// information is not the point
[InterruptDriver]
internal sealed partial class SixthChains
{
    private readonly Machine _machine = new();
    private readonly IClock _clock;
    private readonly Table _table = new();
    private readonly Encoder<Rle> _encoder = new();
    private readonly Sampler _sampler;
    private readonly Sequence _sequence = new(3);
    private readonly Lease _lease = new();
    private readonly Node _root = new("root", new Node("leaf", null));
    private readonly Observer _observer = new();
    private int _level;

    public SixthChains(bool isReal)
    {
        _clock = isReal ? new RealClock() : new FakeClock();
        _sampler = new Sampler(Measure);
        _observer.Changed += (_, level) => Log(level);
    }

    [MsiVector(0)]
    private void TableOfStates(in Interrupt irq) => _machine.Step((Signal)(irq.Index & 1)); //! TH2001

    [MsiVector(1)]
    private void ChosenInConstructor(in Interrupt irq) => _level = (int)_clock.Now; //! TH5004

    [MsiVector(2)]
    private void GetOrAdd(in Interrupt irq)
    {
        _level = _table.Get(irq.Index);
        _level += _table.GetOrMake(irq.Index); //! TH2012
    }

    [MsiVector(3)]
    private void EncoderByType(in Interrupt irq)
    {
        Span<byte> into = stackalloc byte[32];
        _level = _encoder.Encode("abc"u8, into);
    }

    [MsiVector(4)]
    private void DelegateOfOwnMethod(in Interrupt irq) => _level = _sampler.Sample(irq.Index); //! TH3006|TH3010

    [MsiVector(5)]
    private void EnumeratesOwn(in Interrupt irq)
    {
        foreach (int item in _sequence)
        {
            _level += item;
        }

        foreach (int item in _sequence.Reversed()) //! TH2009|TH2011
        {
            _level += item;
        }
    }

    [MsiVector(6)]
    private void LeaseWithUsing(in Interrupt irq)
    {
        using Lease.Scope scope = _lease.Take();
        if (scope.IsTaken)
        {
            _level++;
        }
    }

    [MsiVector(7)]
    private void PathOfNode(in Interrupt irq) => _level = _root.Find("leaf").Length; //! TH4003

    [MsiVector(8)]
    private void RaisesWithArguments(in Interrupt irq) => _observer.Set(irq.Index); //! TH3006

    [MsiVector(9)]
    private void FormatsLate(in Interrupt irq)
    {
        Level level = new(irq.Index);
        _level = level.Value;
        if (level > 3)
        {
            _level = level.Describe().Length; //! TH2006
        }
    }

    private int Measure(int value) => value + Process();

    private static int Process() => Environment.ProcessId + (int)Environment.WorkingSet;

    private static void Log(int level) => Console.WriteLine(level);
}

//--- source
internal enum Signal
{
    Start,
    Stop,
}

internal sealed class Machine
{
    private Mode _mode = Mode.Idle;

    public void Step(Signal signal) => _mode = _mode.On(signal);
}

internal abstract class Mode
{
    public static Mode Idle { get; } = new IdleMode();

    public virtual Mode On(Signal signal) => this;

    private sealed class IdleMode : Mode
    {
        public override Mode On(Signal signal) => signal switch
        {
            Signal.Start => new RunningMode(this),
            _ => base.On(signal),
        };
    }

    private sealed class RunningMode(Mode before) : Mode
    {
        public override Mode On(Signal signal) => signal == Signal.Stop ? before : this;
    }
}

internal interface IClock
{
    long Now { get; }
}

internal sealed class RealClock : IClock
{
    public long Now => Stopwatch.GetTimestamp();
}

internal sealed class FakeClock : IClock
{
    [ThreadStatic]
    private static long t_now;

    public long Now => t_now++;
}

internal sealed class Table
{
    private readonly Dictionary<int, int> _values = new(16);

    public int Get(int key) => _values.TryGetValue(key, out int value) ? value : Default(key);

    public int GetOrMake(int key)
    {
        if (_values.TryGetValue(key, out int value))
        {
            return value;
        }

        return Make(key);
    }

    private static int Default(int key) => -key;

    private int Make(int key) => _values[key] = key;
}

internal interface IEncoding
{
    static abstract int Put(ReadOnlySpan<byte> from, Span<byte> into);
}

internal readonly struct Rle : IEncoding
{
    public static int Put(ReadOnlySpan<byte> from, Span<byte> into)
    {
        int written = 0;
        for (int i = 0; i < from.Length && written + 2 <= into.Length;)
        {
            byte value = from[i];
            int run = 1;
            while (i + run < from.Length && run < 255 && from[i + run] == value)
            {
                run++;
            }

            into[written++] = (byte)run;
            into[written++] = value;
            i += run;
        }

        return written;
    }
}

internal sealed class Encoder<T>
    where T : IEncoding
{
    public int Encode(ReadOnlySpan<byte> from, Span<byte> into) => T.Put(from, into);
}

internal sealed class Sampler
{
    private readonly Func<int, int> _measure;

    public Sampler(Func<int, int> measure) => _measure = measure;

    public int Sample(int value)
    {
        int best = int.MinValue;
        for (int i = 0; i < 3; i++)
        {
            best = Math.Max(best, _measure(value + i));
        }

        return best;
    }
}

internal sealed class Sequence(int count)
{
    public Enumerator GetEnumerator() => new(count);

    public IEnumerable<int> Reversed()
    {
        for (int i = count; i-- > 0;)
        {
            yield return i;
        }
    }

    public ref struct Enumerator(int count)
    {
        private int _at = -1;

        public readonly int Current => _at;

        public bool MoveNext() => ++_at < count;
    }
}

internal sealed class Lease
{
    private int _taken;

    public Scope Take() => new(this, Interlocked.CompareExchange(ref _taken, 1, 0) == 0);

    private void Return() => Volatile.Write(ref _taken, 0);

    public readonly ref struct Scope(Lease lease, bool isTaken)
    {
        public bool IsTaken => isTaken;

        public void Dispose()
        {
            if (isTaken)
            {
                lease.Return();
            }
        }
    }
}

internal sealed class Node(string name, Node? child)
{
    public string Find(string wanted) => name == wanted ? name : child is null ? "" : Deeper(wanted);

    private string Deeper(string wanted) => child!.Find(wanted);
}

internal sealed class Observer
{
    private int _level;

    public event EventHandler<int>? Changed;

    public void Set(int level)
    {
        if (_level != level)
        {
            _level = level;
            OnChanged(level);
        }
    }

    private void OnChanged(int level) => Changed?.Invoke(this, level);
}

internal readonly struct Level(int value)
{
    public int Value => value;

    public static bool operator >(Level level, int limit) => level.Value > limit;

    public static bool operator <(Level level, int limit) => level.Value < limit;

    public string Describe() => ToString();

    public override string ToString() => $"level {value}";
}
