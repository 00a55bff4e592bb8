// Conversions that nobody wrote: what the compiler calls between one type and another.
// information is not the point
[InterruptDriver]
internal sealed partial class Conversions
{
    private readonly int[] _items = [1, 2, 3];
    private readonly Level[] _levels = new Level[4];
    private Text _text;
    private Boxy? _boxy;
    private Level _level;
    private object? _kept;
    private string _name = "";
    private int _n;

    [MsiVector(0)]
    private void Assigned(in Interrupt irq)
    {
        _level = irq.Vector;
        _boxy = irq.Vector; //! TH2001
    }

    [MsiVector(1)]
    private void Argument(in Interrupt irq)
    {
        TakeLevel(irq.Vector);
        TakeBoxy(irq.Vector); //! TH2001
    }

    [MsiVector(2)]
    private void Returned(in Interrupt irq)
    {
        _n = ReturnsLevel(irq.Vector).Value;
        _n += ReturnsBoxy(irq.Vector).Value; //! TH2001
    }

    [MsiVector(3)]
    private void ElementOfForeach(in Interrupt irq)
    {
        foreach (Level level in _items)
        {
            _n += level.Value;
        }

        foreach (Boxy boxy in _items) //! TH2001
        {
            _n += boxy.Value;
        }
    }

    [MsiVector(4)]
    private void BoxInForeach(in Interrupt irq)
    {
        foreach (object item in _items) //! TH2003
        {
            _kept = item;
        }
    }

    [MsiVector(5)]
    private void InTuple(in Interrupt irq)
    {
        (Level Level, int N) pair = (irq.Vector, 3);
        _n = pair.Level.Value;
        (Boxy Boxy, int N) other = (irq.Vector, 3); //! TH2001
        _n += other.Boxy.Value;
    }

    [MsiVector(6)]
    private void InDeconstruction(in Interrupt irq)
    {
        (_level, _n) = (irq.Vector, irq.Index);
        (_boxy, _n) = (irq.Vector, irq.Index); //! TH2001
    }

    [MsiVector(7)]
    private void InArms(in Interrupt irq)
    {
        _level = irq.Vector switch { 0 => 1, _ => new Level(2) };
        _boxy = irq.Vector > 100 ? _boxy : irq.Vector; //! TH2001
    }

    [MsiVector(8)]
    private void InCompound(in Interrupt irq)
    {
        _level += 3;
        _levels[irq.Vector & 3] += irq.Vector;
        _text += irq.Vector; //! TH2006
    }

    [MsiVector(9)]
    private void InIncrement(in Interrupt irq)
    {
        _level++;
        _boxy = new(3); //! TH2001
        _boxy++; //! TH2001
    }

    [MsiVector(10)]
    private void InCondition(in Interrupt irq)
    {
        if (_level)
        {
            _n++;
        }

        if (_text) //! TH2006
        {
            _n++;
        }
    }

    [MsiVector(11)]
    private void ShortCircuit(in Interrupt irq)
    {
        Level both = _level && new Level(3);
        _n = both.Value;
        if (new Flag(irq.Vector) && new Flag(3)) //! TH2002
        {
            _n++;
        }
    }

    [MsiVector(12)]
    private void InCollection(in Interrupt irq)
    {
        ReadOnlySpan<Level> levels = [irq.Vector, 2];
        _n = levels.Length;
        ReadOnlySpan<Boxy> boxies = [irq.Vector]; //! TH2001
        _n += boxies.Length;
    }

    [MsiVector(13)]
    private void InParams(in Interrupt irq)
    {
        _n = OfLevels(irq.Vector, 2);
        _n += OfBoxies(irq.Vector); //! TH2001
    }

    [MsiVector(14)]
    private void ToText(in Interrupt irq)
    {
        _name = _text; //! TH2006
        _n = ((int)_level) + (int)(Level)3;
    }

    [MsiVector(15)]
    private void Lifted(in Interrupt irq)
    {
        Level? maybe = irq.Vector > 3 ? irq.Vector : null;
        _n = maybe?.Value ?? 0;
        maybe = maybe + new Level(1);
    }

    [MsiVector(16)]
    private void ThroughNullable(in Interrupt irq)
    {
        int? n = irq.Vector;
        IComparable comparable = n; //! TH2003
        _kept = comparable;
        _kept = (long?)null;
    }

    [MsiVector(17)] // a cast from an object takes out what is in it
    private void Unboxed(in Interrupt irq)
    {
        _n = _kept is int n ? n : 0;
        _n += (_kept as int?) ?? 0;
        _n += _kept switch { long l => (int)l, Level level => level.Value, 3 => 4, _ => 0 };
    }

    [MsiVector(18)]
    private void TypeTestOfValue(in Interrupt irq)
    {
        if (_level is IDisposable disposable) //! TH2003
        {
            disposable.Dispose();
        }
    }

    [MsiVector(19)]
    private void Default(in Interrupt irq)
    {
        _kept = default(int?);
        _kept = default(int); //! TH2003
    }

    [MsiVector(20)]
    private void EnumToBase(in Interrupt irq)
    {
        _n = (int)DayOfWeek.Friday + (int)(DayOfWeek)irq.Vector;
        Enum any = (DayOfWeek)irq.Vector; //! TH2003
        ValueType value = irq.Vector; //! TH2003
        _kept = (any, value) is (null, null) ? null : _kept;
    }

    private static void TakeLevel(in Level level) => _ = level.Value;

    private static void TakeBoxy(Boxy boxy) => _ = boxy.Value;

    private static Level ReturnsLevel(int n) => n;

    private static Boxy ReturnsBoxy(int n) => n;

    private static int OfLevels(params ReadOnlySpan<Level> levels) => levels.Length;

    private static int OfBoxies(params ReadOnlySpan<Boxy> boxies) => boxies.Length;

    private readonly struct Level(int value) : IDisposable
    {
        public int Value => value;

        public void Dispose()
        {
        }

        public static implicit operator Level(int n) => new(n);

        public static explicit operator int(Level level) => level.Value;

        public static Level operator +(Level a, Level b) => new(a.Value + b.Value);

        public static Level operator ++(Level a) => new(a.Value + 1);

        public static Level operator &(Level a, Level b) => new(a.Value & b.Value);

        public static bool operator true(Level a) => a.Value != 0;

        public static bool operator false(Level a) => a.Value == 0;
    }

    private readonly struct Flag(int value)
    {
        private readonly int _value = value;

        public static Flag operator &(Flag a, Flag b) => new(a._value & b._value);

        public static bool operator true(Flag a) => new int[a._value].Length != 0;

        public static bool operator false(Flag a) => a._value == 0;
    }

    private struct Text
    {
        private string? _value;

        public static Text operator +(Text a, int n) => new() { _value = a._value + n };

        public static implicit operator string(Text a) => "" + a._value + "!";

        public static implicit operator bool(Text a) => (a._value + "x").Length > 3;
    }

    private sealed class Boxy(int value)
    {
        public int Value => value;

        public static implicit operator Boxy(int n) => new(n);

        public static Boxy operator ++(Boxy a) => new(a.Value + 1);
    }
}
