// Chains of one to five hops; every second one is safe.
// information is not the point
[InterruptDriver]
internal sealed partial class BlindChains
{
    private readonly Func<int, int> _scale;
    private readonly Bank _bank = new();
    private readonly Stage _stage = new Gain();
    private readonly Filter<Above> _filter = new();
    private readonly Maker<Packets> _maker = new();
    private readonly Uart _uart = new();
    private ISink _sink = new Discards();
    private Meter _meter;
    private Ready _ready;
    private int _level;
    private object? _kept;

    public BlindChains(bool keeps)
    {
        _scale = raw => Calibrated(raw);
        if (keeps)
        {
            _sink = new Keeps();
        }
    }

    [MsiVector(0)]
    private void PropertyIndexerOperator(in Interrupt irq) => _level = _meter.Level; //! TH2006

    [MsiVector(1)]
    private void PropertyIndexerSafe(in Interrupt irq) => _level = _meter.Peak + _meter[irq.Index].Raw;

    [MsiVector(2)]
    private void ClosedInterface(in Interrupt irq) => _sink.Put(irq.Index); //! TH2012

    [MsiVector(3)]
    private void StructPolicy(in Interrupt irq) => _level = _filter.Apply(irq.Index);

    [MsiVector(4)]
    private void StaticAbstract(in Interrupt irq) => _kept = _maker.Next(irq.Index); //! TH2001

    [MsiVector(5)]
    private void LocalFunctions(in Interrupt irq)
    {
        int start = irq.Index;
        _level = Deeper(start); //! TH4003

        static int Deeper(int depth) => depth <= 0 ? 0 : Other(depth - 1) + 1;
        static int Other(int depth) => Deeper(depth / 2);
    }

    [MsiVector(6)]
    private void LocalFunctionsSafe(in Interrupt irq)
    {
        int total = 0;
        for (int bit = 0; bit < 64; bit++)
        {
            Count((irq.Status >> bit) & 1);
        }

        _level = total;

        void Count(ulong one) => total += Weight(one);
        int Weight(ulong one) => one == 0 ? 0 : total > 10 ? 2 : 1;
    }

    [MsiVector(7)]
    private void LambdaInField(in Interrupt irq) => _level = _scale(irq.Index); //! TH3001

    [MsiVector(8)]
    private void TemplateMethod(in Interrupt irq) => _level = _stage.Run(irq.Index); //! TH3003

    [MsiVector(9)]
    private void CompoundOnIndexer(in Interrupt irq) => _bank[irq.Index] += 2; //! TH4001

    [MsiVector(10)]
    private void OperatorTrue(in Interrupt irq)
    {
        if (_ready && new Ready { Bits = irq.Index }) //! TH3006
        {
            _level++;
        }
    }

    [MsiVector(11)]
    private void ExtensionEnumerator(in Interrupt irq)
    {
        foreach (int bit in irq.Status)
        {
            _level += bit;
        }
    }

    [MsiVector(12)]
    private void Deconstructs(in Interrupt irq)
    {
        (int low, string name) = new Sample(irq.Index); //! TH2006
        _level = low + name.Length;
    }

    [MsiVector(13)]
    private void ImplicitConversion(in Interrupt irq) => _level = Length(irq.Index); //! TH2002

    [MsiVector(14)]
    private void ExtensionByRef(in Interrupt irq)
    {
        _meter.Raise(irq.Index).Raise(2).Clamp(100);
        _level = _meter.Peak;
    }

    [MsiVector(15)]
    private void FiveHops(in Interrupt irq) => _uart.Receive((byte)irq.Status); //! TH3002

    private readonly object _calibration = new();

    private int Calibrated(int raw) => raw * Factor;

    private int Factor
    {
        get
        {
            lock (_calibration)
            {
                return 3;
            }
        }
    }

    private static int Length(Payload payload) => payload.Bytes.Length;
}

//--- source
internal struct Volt(int raw)
{
    public int Raw = raw;

    public readonly string Name => "V" + Raw;

    public static Volt operator +(Volt a, Volt b) => new(a.Raw + b.Raw + a.Name.Length);
}

internal struct Meter
{
    private Volt _a;
    private Volt _b;
    private int _peak;

    public readonly int Level => this[0, 1].Raw;

    public readonly int Peak => _peak;

    public readonly Volt this[int index] => index == 0 ? _a : _b;

    public readonly Volt this[int first, int second] => this[first] + this[second];

    public void Set(int peak) => _peak = peak;
}

internal static class MeterExtensions
{
    public static ref Meter Raise(this ref Meter meter, int by)
    {
        meter.Set(meter.Peak + by);
        return ref meter;
    }

    public static void Clamp(this ref Meter meter, int limit) => meter.Set(Math.Min(meter.Peak, limit));

    public static BitEnumerator GetEnumerator(this ulong bits) => new(bits);
}

internal ref struct BitEnumerator(ulong bits)
{
    private ulong _rest = bits;

    public int Current { get; private set; }

    public bool MoveNext()
    {
        if (_rest == 0)
        {
            return false;
        }

        Current = System.Numerics.BitOperations.TrailingZeroCount(_rest);
        _rest &= _rest - 1;
        return true;
    }
}

internal interface ISink
{
    void Put(int value);
}

internal sealed class Discards : ISink
{
    private int _last;

    public void Put(int value) => _last = value;
}

internal sealed class Keeps : ISink
{
    private readonly Stack<int> _all = new(16);

    void ISink.Put(int value) => _all.Push(value);
}

internal interface IPolicy
{
    bool Accepts(int value);

    int Default() => -1;
}

internal readonly struct Above : IPolicy
{
    public bool Accepts(int value) => value > 3;

    public int Default() => 0;
}

internal sealed class Filter<TPolicy>
    where TPolicy : struct, IPolicy
{
    private TPolicy _policy;

    public int Apply(int value) => _policy.Accepts(value) ? value : _policy.Default();
}

internal interface IFactory<TSelf>
    where TSelf : IFactory<TSelf>
{
    static abstract TSelf Make(int size);
}

internal sealed class Packets(int size) : IFactory<Packets>
{
    public int Size { get; } = size;

    public static Packets Make(int size) => new(size);
}

internal sealed class Maker<T>
    where T : class, IFactory<T>
{
    private T? _last;

    public T Next(int size) => _last is not null && size == 0 ? _last : _last = T.Make(size);
}

internal abstract class Stage
{
    public int Run(int value) => Before(value) ? Core(value) : value;

    protected virtual bool Before(int value) => value != 0;

    protected abstract int Core(int value);
}

internal sealed class Gain : Stage
{
    protected override int Core(int value)
    {
        Settle();
        return value * 2;
    }

    private static void Settle() => Thread.Yield();
}

internal sealed class Bank
{
    private readonly int[] _values = new int[16];

    public int this[int index]
    {
        get => _values[index & 15];
        set
        {
            if (value > 1000)
            {
                throw new ArgumentOutOfRangeException(nameof(value));
            }

            _values[index & 15] = value;
        }
    }
}

internal struct Ready
{
    public int Bits;

    public static bool operator true(Ready ready) => Told(ready.Bits != 0);

    public static bool operator false(Ready ready) => ready.Bits == 0;

    public static Ready operator &(Ready a, Ready b) => new() { Bits = a.Bits & b.Bits };

    private static bool Told(bool value)
    {
        Console.Write('?');
        return value;
    }
}

internal readonly struct Sample(int raw)
{
    public void Deconstruct(out int low, out string name)
    {
        low = raw & 0xFF;
        name = raw.ToString();
    }
}

internal readonly struct Payload(byte[] bytes)
{
    public byte[] Bytes { get; } = bytes;

    public static implicit operator Payload(int length) => new(new byte[length]);
}

internal sealed class Uart
{
    private readonly Fifo _fifo = new();

    public void Receive(byte value) => _fifo.Push(value);
}

internal sealed class Fifo
{
    private readonly byte[] _data = new byte[16];
    private readonly Doorbell _doorbell = new();
    private int _at;

    public void Push(byte value)
    {
        _data[_at] = value;
        _at = (_at + 1) % _data.Length;
        if (_at == 0)
        {
            _doorbell.Ring();
        }
    }
}

internal sealed class Doorbell
{
    private readonly AutoResetEvent _taken = new(true);

    public void Ring() => Answered();

    private void Answered() => _taken.WaitOne(5);
}
