// Chains of a fifth batch.
// information is not the point
[InterruptDriver]
internal sealed partial class FifthChains
{
    private readonly Calibration _calibration = new();
    private readonly Bus<Register8> _narrow = new();
    private readonly Bus<Register32> _wide = new();
    private readonly Pipeline _pipeline = new(new Scale(3), new Offset(1), new Clip(255));
    private readonly Registry _registry = new();
    private readonly Func<int, Func<int, int>> _curried;
    private readonly Journal _journal = new();
    private Money _budget;
    private int _level;

    public FifthChains() => _curried = factor => value => value * factor;

    [MsiVector(0)]
    private void LinearInterpolation(in Interrupt irq) => _level = (int)_calibration[irq.Index & 0xFF];

    [MsiVector(1)]
    private void WidthByType(in Interrupt irq)
    {
        _level = _narrow.Read(3);
        _level = _wide.Read(3); //! TH4001
    }

    [MsiVector(2)]
    private void StagesOfPipeline(in Interrupt irq) => _level = _pipeline.Run(irq.Index);

    [MsiVector(3)]
    private void Curried(in Interrupt irq) => _level = _curried(3)(irq.Index); //! TH2004 TH2004|TH6001

    [MsiVector(4)]
    private void RegistryByType(in Interrupt irq)
    {
        _level = _registry.Of<int>();
        _level += _registry.Named("rx"); //! TH2006|TH4002|TH4007
    }

    [MsiVector(5)]
    private void CheckedOperators(in Interrupt irq)
    {
        _budget = unchecked(_budget + new Money(irq.Index));
        _budget = checked(_budget + new Money(irq.Index)); //! TH4001
        _level = (int)_budget;
    }

    [MsiVector(6)]
    private void JournalEntry(in Interrupt irq) => _journal.Write((Severity)(irq.Index & 1), irq.Index); //! TH3002

    [MsiVector(7)]
    private void JournalAlarm(in Interrupt irq) => _journal.Alarm(irq.Index); //! TH3002
}

//--- source
internal sealed class Calibration
{
    private readonly float[] _points = new float[17];

    public float this[int raw]
    {
        get
        {
            (int index, int rest) = Math.DivRem(raw, 16);
            return Lerp(_points[index], _points[index + 1], rest / 16f);
        }
    }

    private static float Lerp(float a, float b, float t) => a + ((b - a) * t);
}

internal interface IRegister<TSelf>
    where TSelf : struct, IRegister<TSelf>
{
    static abstract int Width { get; }

    static virtual int Limit => 1 << TSelf.Width;

    static abstract int Convert(ulong raw);
}

internal readonly struct Register8 : IRegister<Register8>
{
    public static int Width => 8;

    public static int Convert(ulong raw) => (byte)raw;
}

internal readonly struct Register32 : IRegister<Register32>
{
    public static int Width => 32;

    public static int Limit => int.MaxValue;

    public static int Convert(ulong raw) => raw <= int.MaxValue ? (int)raw : throw new OverflowException();
}

internal sealed class Bus<T>
    where T : struct, IRegister<T>
{
    private readonly ulong[] _memory = new ulong[8];

    public int Read(int address) => Math.Min(T.Convert(_memory[address & 7]), T.Limit);
}

internal abstract record Stage
{
    public abstract int Apply(int value);
}

internal sealed record Scale(int By) : Stage
{
    public override int Apply(int value) => value * By;
}

internal sealed record Offset(int By) : Stage
{
    public override int Apply(int value) => value + By;
}

internal sealed record Clip(int Limit) : Stage
{
    public override int Apply(int value) => value < Limit ? value : Limit;
}

internal sealed class Pipeline(params Stage[] stages)
{
    public int Run(int value)
    {
        foreach (Stage stage in stages)
        {
            value = stage.Apply(value);
        }

        return value;
    }
}

internal sealed class Registry
{
    private readonly Dictionary<string, int> _byName = new(StringComparer.Ordinal) { ["lane-rx"] = 1 };

    public int Of<T>()
        where T : unmanaged
        => Holder<T>.Value + Unsafe.SizeOf<T>();

    public int Named(string name) => _byName[Key(name)];

    private static string Key(string name) => "lane-" + name;

    private static class Holder<T>
    {
        public static int Value;
    }
}

internal readonly struct Money(int amount)
{
    private readonly int _amount = amount;

    public static Money operator +(Money a, Money b) => new(unchecked(a._amount + b._amount));

    public static Money operator checked +(Money a, Money b)
        => a._amount > 1000 ? throw new OverflowException() : new(a._amount + b._amount);

    public static explicit operator int(Money money) => money._amount;
}

internal enum Severity
{
    Low,
    High,
}

internal sealed class Journal
{
    private readonly (Severity Severity, int Code)[] _entries = new (Severity, int)[32];
    private readonly CountdownEvent _readers = new(1);
    private int _next;

    public void Write(Severity severity, int code)
    {
        if (severity == Severity.High)
        {
            Flush();
        }

        _entries[_next++ & 31] = (severity, code);
    }

    public void Alarm(int code) => Write(Severity.High, code);

    [Conditional("DEBUG")]
    private static void Check(int code) => Debug.Fail($"{code}");

    private void Flush()
    {
        Check(_next);
        if (_next > 16)
        {
            _readers.Wait(1);
        }
    }
}
