// information is not the point
// One cause below each handler, one to five calls down, by another kind of call at each hop.
[InterruptDriver]
internal sealed partial class HopsOfMostKinds(PciDevice device)
{
    private readonly Bar _bar = device.GetBar(0);
    private readonly Stage<Raw> _raw = new(static r => r.Value);
    private readonly Stage<Rich> _rich = new(static r => r.Text.Length);
    private readonly Log _log = new(32);
    private readonly IClock _clock = new CoarseClock();
    private readonly Chain _chain = new(new Chain(new Chain(null, 3), 2), 1);
    private readonly Meter[] _meters = [new SlowMeter(), new FastMeter()];
    private readonly Scope _scope = new();
    private readonly Names _names = new();
    private int _n;
    private long _sum;

    [MsiVector(0)]
    private void ThroughGenericStage(in Interrupt irq) => _n = _raw.Run(new Raw(irq.Vector));

    [MsiVector(1)]
    private void ThroughGenericStageWithText(in Interrupt irq) => _n = _rich.Run(new Rich(irq.Vector)); //! TH2006

    [MsiVector(2)]
    private void ThroughIndexer(in Interrupt irq) => _log[irq.Vector] = _n;

    [MsiVector(3)]
    private void ThroughIndexerThatGrows(in Interrupt irq) => _log[(long)irq.Vector] = _n; //! TH2002

    [MsiVector(4)]
    private void ThroughInterface(in Interrupt irq) => _sum += _clock.Now;

    [MsiVector(5)]
    private void ThroughDefaultMember(in Interrupt irq) => _sum += _clock.Later(3); //! TH3003

    [MsiVector(6)]
    private void ThroughOperators(in Interrupt irq) => _n = (new Fixed(irq.Vector) + new Fixed(2)).Bits;

    [MsiVector(7)]
    private void ThroughCheckedOperator(in Interrupt irq) => _n = checked(new Fixed(irq.Vector) - new Fixed(2)).Bits; //! TH4001

    [MsiVector(8)]
    private void ThroughUncheckedOperator(in Interrupt irq) => _n = unchecked(new Fixed(irq.Vector) - new Fixed(2)).Bits;

    [MsiVector(9)]
    private void ThroughRecursion(in Interrupt irq) => _n = _chain.Depth(); //! TH4003

    [MsiVector(10)]
    private void ThroughVirtualOfArray(in Interrupt irq)
    {
        foreach (Meter meter in _meters)
        {
            _sum += meter.Read(); //! TH3001
        }
    }

    [MsiVector(11)]
    private void ThroughUsing(in Interrupt irq)
    {
        using Scope.Token token = _scope.Enter();
        _n += token.Depth;
    }

    [MsiVector(12)]
    private void ThroughUsingThatSignals(in Interrupt irq)
    {
        using (_scope.EnterLoudly()) //! TH3006
        {
            _n++;
        }
    }

    [MsiVector(13)]
    private void ThroughSwitchArms(in Interrupt irq) => _n = irq.Vector switch
    {
        0 => One(),
        1 when Two() > 0 => 1, //! TH2002
        _ => 0,
    };

    [MsiVector(14)]
    private void ThroughPropertyPattern(in Interrupt irq)
    {
        if (_names is { Count: > 0 })
        {
            _n++;
        }
    }

    [MsiVector(15)]
    private void ThroughPropertyPatternThatMakes(in Interrupt irq)
    {
        if (_names is { Sorted.Length: > 0 }) //! TH2002|TH2008
        {
            _n++;
        }
    }

    [MsiVector(16)]
    private void ThroughDeconstruction(in Interrupt irq)
    {
        (int low, int high) = new Pair(irq.Status);
        _n = low + high;
    }

    [MsiVector(17)]
    private void ThroughDeconstructionByExtension(in Interrupt irq)
    {
        (int year, _) = new Stamp(irq.Status); //! TH2012
        _n = year;
    }

    [MsiVector(18)]
    private void ThroughLocalFunctions(in Interrupt irq)
    {
        _n = First(irq.Vector); //! TH2003

        int First(int n) => n > 3 ? Second(n) : n;

        static int Second(int n) => Third(n);

        static int Third(object n) => n is int value ? value : 0;
    }

    [MsiVector(19)]
    private void ThroughLocalFunctionThatCaptures(in Interrupt irq)
    {
        int n = irq.Vector;
        Add();
        _n = n;

        void Add() => n += 3;
    }

    [MsiVector(20)]
    private void ThroughDelegateParameter(in Interrupt irq) => _n = Apply(static n => n + 1, irq.Vector); //i TH5003

    [MsiVector(21)]
    private void ThroughDelegateParameterThatWaits(in Interrupt irq) => _n = Apply(Wait, irq.Vector); //! TH3002

    [MsiVector(22)]
    private void ThroughEvent(in Interrupt irq) => Raised?.Invoke(irq.Vector); //! TH3006

    [MsiVector(23)]
    private void ThroughRefReturn(in Interrupt irq) => _log.At(irq.Vector) += 1;

    [MsiVector(24)]
    private void ThroughNullCoalescing(in Interrupt irq) => _n = (_names.Find(irq.Vector) ?? _names.Make(irq.Vector)).Length; //! TH2006

    [MsiVector(25)]
    private void ThroughIncrement(in Interrupt irq)
    {
        Counter counter = new(irq.Vector);
        counter++;
        _n = counter.Value;
    }

    private event Action<int>? Raised;

    public void Listen() => Raised += static n => Console.WriteLine(n);

    private static int One() => 1;

    private static int Two() => new int[2].Length;

    private static int Apply(Func<int, int> f, int n) => f(n);

    private static int Wait(int n)
    {
        Idle.WaitOne();
        return n;
    }

    private static readonly ManualResetEvent Idle = new(false);
}

internal readonly record struct Raw(int Value);

internal readonly struct Rich(int value)
{
    public string Text => value.ToString("X");
}

internal sealed class Stage<T>(Func<T, int> measure)
    where T : struct
{
    public int Run(in T item) => Measured(item) + 1;

    private int Measured(T item) => measure(item);
}

internal sealed class Log(int size)
{
    private int[] _entries = new int[size];

    public int this[int at]
    {
        get => _entries[at];
        set => _entries[at & 31] = value;
    }

    public int this[long at]
    {
        set
        {
            if (at >= _entries.Length)
            {
                Grow((int)at);
            }

            _entries[at] = value;
        }
    }

    public ref int At(int index) => ref _entries[index & 31];

    private void Grow(int size) => Array.Resize(ref _entries, size + 1);
}

internal interface IClock
{
    long Now { get; }

    long Later(int ticks)
    {
        Thread.Yield();
        return Now + ticks;
    }
}

internal sealed class CoarseClock : IClock
{
    public long Now => Environment.TickCount64;
}

internal readonly record struct Fixed(int Bits)
{
    public static Fixed operator +(Fixed a, Fixed b) => new(a.Bits + b.Bits);

    public static Fixed operator -(Fixed a, Fixed b) => new(a.Bits - b.Bits);

    public static Fixed operator checked -(Fixed a, Fixed b) => a.Bits < b.Bits ? throw new OverflowException() : new(a.Bits - b.Bits);
}

internal sealed class Chain(Chain? next, int weight)
{
    public int Depth() => weight + (next is null ? 0 : next.Depth());
}

internal abstract class Meter
{
    public abstract int Read();
}

internal sealed class SlowMeter : Meter
{
    private int _value;

    public override int Read()
    {
        lock (this)
        {
            return _value++;
        }
    }
}

internal sealed class FastMeter : Meter
{
    private int _value;

    public override int Read() => _value++;
}

internal sealed class Scope
{
    private int _depth;

    public Token Enter() => new(this);

    public LoudToken EnterLoudly() => new(this);

    public readonly ref struct Token
    {
        private readonly Scope _scope;

        public Token(Scope scope)
        {
            _scope = scope;
            scope._depth++;
        }

        public int Depth => _scope._depth;

        public void Dispose() => _scope._depth--;
    }

    public readonly ref struct LoudToken(Scope scope)
    {
        public void Dispose() => Console.Write(scope._depth);
    }
}

internal sealed class Names
{
    private readonly string[] _names = ["a", "b"];

    public int Count => _names.Length;

    public string[] Sorted => [.. _names];

    public string? Find(int at) => at < _names.Length ? _names[at] : null;

    public string Make(int at) => "n" + (char)('0' + at);
}

internal readonly struct Pair(ulong bits)
{
    public void Deconstruct(out int low, out int high) => (low, high) = ((int)bits, (int)(bits >> 32));
}

internal readonly record struct Stamp(ulong Ticks);

internal static class Stamps
{
    private static readonly List<int> s_seen = [];

    public static void Deconstruct(this Stamp stamp, out int year, out int day)
    {
        s_seen.Add((int)stamp.Ticks);
        (year, day) = (1, 2);
    }
}

internal struct Counter(int value)
{
    public int Value { get; private set; } = value;

    public static Counter operator ++(Counter counter) => new(counter.Value + 1);
}
