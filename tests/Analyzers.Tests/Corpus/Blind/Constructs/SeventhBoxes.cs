// Boxes, comparisons and texts of a seventh batch.
// information is not the point
[InterruptDriver]
internal sealed partial class SeventhBoxes
{
    private readonly List<Plain> _plains = new(8);
    private readonly Plain[] _array = new Plain[4];
    private readonly List<Own> _owns = new(8);
    private readonly Own[] _ownArray = new Own[4];
    private Holder _holder = new(default, 1);
    private Holder _other = new(default, 2);
    private Plain _plain;
    private Own _own;
    private object? _kept;
    private string _text = "a";
    private long _sum;

    [MsiVector(0)]
    private void SearchesPlain(in Interrupt irq)
    {
        _sum += _plains.Contains(_plain) ? 1 : 0; //! TH2017|TH2003
        _sum += Array.IndexOf(_array, _plain); //! TH2017|TH2003
        _sum += EqualityComparer<Plain>.Default.Equals(_plain, default) ? 1 : 0; //! TH2017|TH2003
    }

    [MsiVector(1)]
    private void SearchesOwn(in Interrupt irq)
    {
        _sum += _owns.Contains(_own) ? 1 : 0;
        _sum += Array.IndexOf(_ownArray, _own) + _ownArray.AsSpan().IndexOf(_own);
        _sum += EqualityComparer<Own>.Default.Equals(_own, default) ? 1 : 0;
    }

    [MsiVector(2)]
    private void EqualityOfRecordClass(in Interrupt irq) => _sum += _holder == _other ? 1 : 0; //! TH2017|TH2003

    [MsiVector(3)]
    private void Formats(in Interrupt irq)
    {
        _text = string.Format("{0}", irq.Index); //! TH2003|TH2006 TH2003|TH2006
        _text += irq.Index; //! TH2006
        _text = true.ToString();
    }

    [MsiVector(4)]
    private void EnumerationByConstraint(in Interrupt irq)
    {
        _sum += ToInt(DayOfWeek.Friday);
        _text = Text(DayOfWeek.Friday); //! TH2003|TH2006
        _sum += Convert.ToInt32(DayOfWeek.Friday); //! TH2003
    }

    [MsiVector(5)]
    private void TextsThatAreMade(in Interrupt irq)
    {
        _text = _text.ToUpperInvariant(); //! TH2006
        _text = _text.PadLeft(8); //! TH2006
        _text = irq.Index > 3 ? _text.Trim() : _text; //! TH2006
        _sum += char.ToUpperInvariant(_text[0]) + (char.IsDigit(_text[0]) ? 1 : 0) + _text.IndexOf('x') + _text.GetHashCode();
    }

    [MsiVector(6)]
    private void InParameters(in Interrupt irq) => _sum += Measure(in _own) + Measure<Own>(_own);

    [MsiVector(7)]
    private void ArgumentsOfInterface(in Interrupt irq) => _sum += ByInterface(_own); //! TH2003

    [MsiVector(8)]
    private void NullChecksOfGeneric(in Interrupt irq) => _sum += OrDefault(irq.Index, 3) + OrDefault(_text, "b").Length;

    [MsiVector(9)]
    private void Unimplemented(in Interrupt irq)
    {
        Traced($"index {irq.Index}", new object());
        Remembered(irq.Index); //! TH2003
    }

    partial void Traced(string text, object tag);

    partial void Remembered(object tag);

    partial void Remembered(object tag) => _kept = tag;

    private static int ToInt<T>(T value)
        where T : struct, Enum
        => Unsafe.As<T, int>(ref value);

    private static string Text<T>(T value)
        where T : struct, Enum
        => value.ToString();

    private static long Measure<T>(in T value)
        where T : IMeasured
        => value.Measure();

    private static long ByInterface(IMeasured measured) => measured.Measure();

    private static T OrDefault<T>(T value, T otherwise) => value is null ? otherwise : value;

    private struct Plain
    {
        public int X;
    }

    private readonly struct Own : IEquatable<Own>, IMeasured
    {
        private readonly int _x;

        public bool Equals(Own other) => _x == other._x;

        public override bool Equals(object? other) => other is Own own && Equals(own);

        public override int GetHashCode() => _x;

        public long Measure() => _x;
    }

    private sealed record Holder(Plain Plain, int Number);
}

internal interface IMeasured
{
    long Measure();
}
