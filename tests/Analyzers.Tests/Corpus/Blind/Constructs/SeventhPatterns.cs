// What patterns, conversions and operators call, of a seventh batch.
// information is not the point
[InterruptDriver]
internal sealed partial class SeventhPatterns
{
    private readonly Shape _shape = new();
    private readonly Bits _bits = new();
    private readonly Packet[] _packets = new Packet[4];
    private Celsius _celsius;
    private Celsius? _maybe;
    private Odo _odo;
    private Flag _flag;
    private long _sum;

    [MsiVector(0)]
    private void PositionalPattern(in Interrupt irq)
    {
        if (_shape is (> 3, var name)) //! TH2006
        {
            _sum += name.Length;
        }
    }

    [MsiVector(1)]
    private void PropertyPattern(in Interrupt irq)
    {
        _sum += _shape switch
        {
            { Width: 3, Height: > 2 } => 1,
            { Area: 7 } => 2, //! TH3001
            _ => 3,
        };
    }

    [MsiVector(2)]
    private void ListPatternOfOwn(in Interrupt irq)
    {
        if (_bits is [true, _, ..])
        {
            _sum++;
        }

        if (_bits is [_, .. var rest]) //! TH2001 //? TH2002
        {
            _sum += rest.Count;
        }
    }

    [MsiVector(3)]
    private void ConversionsEverywhere(in Interrupt irq)
    {
        double kelvin = _celsius;
        _sum += (long)kelvin;
        foreach (Kelvin item in s_celsius)
        {
            _sum += (long)item.Degrees;
        }

        Report(_celsius); //! TH2002|TH2008
    }

    [MsiVector(4)]
    private void LiftedConversion(in Interrupt irq)
    {
        double? lifted = _maybe;
        _sum += (long)(lifted ?? 0);
        History? history = _maybe; //! TH2002|TH2008
        _sum += history?.Count ?? 0;
    }

    [MsiVector(5)]
    private void Increments(in Interrupt irq)
    {
        Odo before = _odo;
        _odo = -_odo;
        _odo++; //! TH4001
        _sum += before.Value;
    }

    [MsiVector(6)]
    private void FlagInLoop(in Interrupt irq)
    {
        for (int i = 0; i < 3; i++)
        {
            _sum += _flag ? 1 : 0; //! TH3003
        }
    }

    [MsiVector(7)]
    private void EqualityOfTuples(in Interrupt irq)
    {
        _sum += (_celsius, 1) == (_celsius, 2) ? 1 : 0; //! TH3006
        _sum += (irq.Index, _sum) != (3, 4L) ? 1 : 0;
    }

    [MsiVector(8)]
    private void DuckEnumerator(in Interrupt irq)
    {
        foreach ((int length, bool isLast) in _packets)
        {
            _sum += isLast ? length : 0;
        }

        foreach (string word in new Words()) //! TH2006
        {
            _sum += word.Length;
        }
    }

    [MsiVector(9)]
    private void IndexAndRangeOfOwn(in Interrupt irq)
    {
        _sum += _bits[^1] ? 1 : 0;
        _bits[^2] = true;
        _sum += _bits[..2].Count; //! TH2001 //? TH2002
    }

    private static readonly Celsius[] s_celsius = new Celsius[2];

    private static void Report(History history) => _ = history.Count;
}

//--- source
internal sealed class Shape
{
    private readonly object _gate = new();

    public int Width => 3;

    public int Height { get; init; } = 4;

    public int Area
    {
        get
        {
            lock (_gate)
            {
                return Width * Height;
            }
        }
    }

    public void Deconstruct(out int width, out string name)
    {
        width = Width;
        name = Name(width);
    }

    private static string Name(int width) => "shape" + width;
}

internal sealed class Bits
{
    private readonly bool[] _bits = new bool[8];

    public int Count => _bits.Length;

    public bool this[int index]
    {
        get => _bits[index];
        set => _bits[index] = value;
    }

    public Bits Slice(int start, int length) => new();
}

internal readonly struct Kelvin(double degrees)
{
    public double Degrees => degrees;

    public static implicit operator Kelvin(Celsius celsius) => new(celsius);
}

internal readonly struct History(double[] items)
{
    public int Count => items.Length;

    public static implicit operator History(Celsius celsius) => new(One(celsius));

    private static double[] One(double value) => [value];
}

internal readonly struct Celsius(double degrees)
{
    private readonly double _degrees = degrees;

    public static implicit operator double(Celsius celsius) => celsius._degrees + 273.15;

    public static bool operator ==(Celsius a, Celsius b) => Noted(a._degrees.Equals(b._degrees));

    public static bool operator !=(Celsius a, Celsius b) => !(a == b);

    public override bool Equals(object? other) => other is Celsius celsius && this == celsius;

    public override int GetHashCode() => _degrees.GetHashCode();

    private static bool Noted(bool value)
    {
        Console.Out.Write(value);
        return value;
    }
}

internal readonly struct Odo(int value)
{
    public int Value => value;

    public static Odo operator ++(Odo odo) => odo.Value < 1000 ? new Odo(odo.Value + 1) : throw new OverflowException();

    public static Odo operator -(Odo odo) => new(-odo.Value);
}

internal struct Flag
{
    private int _state;

    public static implicit operator bool(Flag flag) => flag.Read();

    private readonly bool Read()
    {
        Thread.Yield();
        return _state != 0;
    }
}

internal readonly struct Packet
{
    private readonly int _length;

    public void Deconstruct(out int length, out bool isLast) => (length, isLast) = (_length & 0xFFFF, _length < 0);
}

internal readonly struct Words
{
    public Enumerator GetEnumerator() => default;

    public struct Enumerator
    {
        private int _at;

        public readonly string Current => _at.ToString();

        public bool MoveNext() => ++_at < 3;
    }
}
