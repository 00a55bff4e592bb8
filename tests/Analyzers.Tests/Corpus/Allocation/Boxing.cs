// Rows box-*, struct-*, enum-*, ext_box, obj_equals_int.
[InterruptDriver]
internal sealed partial class Boxing
{
    private object? _sink;
    private IComparable? _comparable;
    private int _n;
    private Color _color;
    private readonly Plain _plain;
    private readonly Overriding _overriding;

    [MsiVector(0)] // box-int-object
    private void ToObject(in Interrupt irq)
    {
        _sink = irq.Vector; //! TH2003
    }

    [MsiVector(1)] // box-iface
    private void ToInterface(in Interrupt irq)
    {
        _comparable = irq.Index; //! TH2003
    }

    [MsiVector(2)] // box-nullable
    private void NullableToObject(in Interrupt irq)
    {
        int? value = irq.Vector;
        _sink = value; //! TH2003
    }

    [MsiVector(3)] // box-enum
    private void EnumToObject(in Interrupt irq)
    {
        _sink = _color; //! TH2003
    }

    [MsiVector(4)] // box to Enum and ValueType
    private void EnumToEnum(in Interrupt irq)
    {
        Enum e = _color; //! TH2003
        ValueType v = irq.Vector; //! TH2003
        _sink = e ?? (object)v;
    }

    [MsiVector(5)] // box-nonescaping: optimised away, but not by promise
    private void NonEscaping(in Interrupt irq)
    {
        object o = irq.Vector; //! TH2003
        _n = (int)o;
    }

    [MsiVector(6)] // struct-default-ghc
    private void DefaultHash(in Interrupt irq)
    {
        _n = _plain.GetHashCode(); //! TH2003
    }

    [MsiVector(7)] // struct-ovr-ghc
    private void OverriddenHash(in Interrupt irq)
    {
        _n = _overriding.GetHashCode();
    }

    [MsiVector(8)] // struct-default-equals
    private void DefaultEquals(in Interrupt irq)
    {
        Plain other = default;
        if (_plain.Equals(other)) //! TH2003
        {
            _n++;
        }
    }

    [MsiVector(9)] // struct-tostring
    private void DefaultToString(in Interrupt irq)
    {
        _sink = _plain.ToString(); //! TH2003|TH2006 //? TH2003 TH2006
    }

    [MsiVector(10)] // enum-ghc
    private void EnumHash(in Interrupt irq)
    {
        _n = _color.GetHashCode();
    }

    [MsiVector(11)] // enum-tostring, enum-tostring-undef
    private void EnumText(in Interrupt irq)
    {
        _sink = _color.ToString(); //! TH2003|TH2006 //? TH2003 TH2006 TH5005
    }

    [MsiVector(12)] // enum-equals-obj
    private void EnumEquals(in Interrupt irq)
    {
        if (_color.Equals(Color.Red)) //! TH2003
        {
            _n++;
        }
    }

    [MsiVector(13)] // enum-compareto
    private void EnumCompare(in Interrupt irq)
    {
        _n = _color.CompareTo(Color.Red); //! TH2003
    }

    [MsiVector(14)] // is_pattern_enum, enum ==
    private void EnumSafe(in Interrupt irq)
    {
        if (_color is Color.Red || _color == Color.Blue)
        {
            _n = (int)_color;
        }
    }

    [MsiVector(15)] // obj_equals_int
    private void ObjectEquals(in Interrupt irq)
    {
        if (object.Equals(irq.Vector, 3)) //! TH2003
        {
            _n++;
        }
    }

    [MsiVector(16)] // ext_box: an extension on the interface
    private void ExtensionOnInterface(in Interrupt irq)
    {
        Shape shape = new(irq.Vector);
        _n = shape.Twice(); //! TH2003
    }

    [MsiVector(17)] // is-pattern-struct-obj: a type test unboxes, it does not box
    private void Unboxing(in Interrupt irq)
    {
        if (_sink is int value)
        {
            _n = value;
        }
    }

    [MsiVector(18)]
    private void MixedConditional(in Interrupt irq)
    {
        _sink = irq.Vector > 3 ? irq.Vector : "text"; //! TH2003
    }

    [MsiVector(19)]
    private void ArgumentBoxes(in Interrupt irq)
    {
        Keep(irq.Timestamp); //! TH2003
    }

    private void Keep(object value) => _sink = value;
}

internal enum Color
{
    Red,
    Blue,
}

internal struct Plain
{
    public int A;
    public int B;
}

internal readonly struct Overriding
{
    public override int GetHashCode() => 4;

    public override bool Equals(object? obj) => obj is Overriding;
}

internal interface IShape
{
    int Sides { get; }
}

internal readonly struct Shape(int sides) : IShape
{
    public int Sides { get; } = sides;
}

internal static class ShapeExtensions
{
    public static int Twice(this IShape shape) => shape is Shape known ? known.Sides * 2 : 0;
}
