using System.Globalization;
using System.Text;

// Interpolated text goes to whatever its target makes of it.
// information is not the point
[InterruptDriver]
internal sealed partial class TextHandlers
{
    private const string Prefix = "irq";
    private const string Constant = $"{Prefix}-done";

    private readonly char[] _chars = new char[128];
    private readonly byte[] _bytes = new byte[128];
    private string _name = "name";
    private int _n;

    [MsiVector(0)]
    private void Constants(in Interrupt irq)
    {
        _name = Constant;
        _name = $"{Prefix}:{Constant}";
        _name = Prefix + ":" + "x" + nameof(Constant);
    }

    [MsiVector(1)]
    private void Text(in Interrupt irq) => _name = $"{irq.Vector:X2}"; //! TH2006

    [MsiVector(2)] // one text is itself, more are put together
    private void TextOfText(in Interrupt irq)
    {
        _name = $"{Prefix}{_name}"; //! TH2006
    }

    [MsiVector(3)]
    private void OwnHandler(in Interrupt irq) => Log($"vector {irq.Vector} of {irq.Signals}");

    [MsiVector(4)] // the handler of one's own decides whether its parts are asked for
    private void OwnHandlerWithCondition(in Interrupt irq) => LogIf(irq.Vector > 3, $"vector {irq.Vector} of {Expensive()}"); //! TH2006

    [MsiVector(5)]
    private void OwnHandlerBoxes(in Interrupt irq) => LogAny($"vector {irq.Vector}"); //! TH2003

    [MsiVector(6)]
    private void OwnHandlerOfObject(in Interrupt irq) => LogAny($"name {_name}");

    [MsiVector(7)]
    private void IntoSpan(in Interrupt irq)
    {
        _chars.AsSpan().TryWrite(CultureInfo.InvariantCulture, $"{irq.Vector,4}|{irq.Status:X8}|{_name}", out _n);
        string.Create(CultureInfo.InvariantCulture, stackalloc char[64], $"{irq.Vector}"); //! TH2006
    }

    [MsiVector(8)]
    private void Asserts(in Interrupt irq)
    {
        Debug.Assert(irq.Vector >= 0, $"vector {irq.Vector}");
        Check(irq.Vector >= 0, $"vector {irq.Vector}");
    }

    [MsiVector(9)]
    private void Format(in Interrupt irq)
    {
        FormattableString text = $"{irq.Vector}"; //! TH2001|TH2006 //? TH2003 TH2007 TH2002
        _n = text.ArgumentCount;
    }

    [MsiVector(10)]
    private void RawText(in Interrupt irq)
    {
        _name = """
            a "raw" text
            """;
        _name = $$"""{ {{irq.Vector}} }"""; //! TH2006
    }

    [MsiVector(11)]
    private void SwitchOnText(in Interrupt irq)
    {
        _n = _name switch { "a" => 1, "bb" => 2, [.., 'z'] => 3, _ => 0 };
        _n += _name.AsSpan() switch { "on" => 1, "off" => 2, _ => 0 };
        _n += _name is "x" or "y" ? 1 : 0;
    }

    [MsiVector(12)]
    private void Plus(in Interrupt irq)
    {
        _name = _name + 'x'; //! TH2006
        _name = _name + null;
        _name += Prefix; //! TH2006
    }

    [MsiVector(13)]
    private void Repeats(in Interrupt irq) => _name = new string('x', irq.Vector); //! TH2006

    [MsiVector(14)]
    private void CharsOf(in Interrupt irq)
    {
        ReadOnlySpan<char> part = _name.AsSpan(1, 2);
        _n = part.Length + _name[^1] + _name.Length;
        _name = part.ToString(); //! TH2006
        _name = new(part); //! TH2006
        _n += _name[1..].Length; //! TH2013
    }

    [MsiVector(15)]
    private void BytesByHandler(in Interrupt irq)
    {
        System.Text.Unicode.Utf8.TryWrite(_bytes, $"{Prefix}-{irq.Vector}", out _n);
        _n += Encoding.UTF8.GetBytes(_chars.AsSpan(0, 4), _bytes);
    }

    [MsiVector(16)]
    private void ToStrings(in Interrupt irq)
    {
        _name = _name.ToString();
        _name = (irq.Vector > 3).ToString();
        _name = irq.Index.ToString(CultureInfo.InvariantCulture); //! TH2006
        _name = new Code(irq.Vector).ToString();
        _name = new Plain(irq.Vector).ToString()!; //! TH2003|TH2006
    }

    private static string Expensive() => new('x', 3);

    private void Log(Line line) => _n = line.Sum;

    private void LogIf(bool condition, [InterpolatedStringHandlerArgument(nameof(condition))] MaybeLine line) => _n = condition ? line.Sum : 0;

    private void LogAny(AnyLine line) => _n = line.Sum;

    private void Check(bool condition, [InterpolatedStringHandlerArgument(nameof(condition))] MaybeLine line) => _n = condition ? 0 : line.Sum;

    private readonly struct Code(int n)
    {
        public override string ToString() => n > 3 ? "many" : "few";
    }

    private struct Plain(int n)
    {
        public int N = n;
    }
}

[InterpolatedStringHandler]
internal ref struct Line(int literals, int holes)
{
    public int Sum = literals + holes;

    public void AppendLiteral(string text) => Sum += text.Length;

    public void AppendFormatted<T>(T value) => Sum += value is null ? 0 : 1;

    public void AppendFormatted(long value) => Sum += (int)value;
}

[InterpolatedStringHandler]
internal ref struct MaybeLine
{
    public int Sum;

    public MaybeLine(int literals, int holes, bool condition, out bool wanted)
    {
        Sum = literals + holes;
        wanted = condition;
    }

    public void AppendLiteral(string text) => Sum += text.Length;

    public void AppendFormatted<T>(T value) => Sum += Unsafe.SizeOf<T>();
}

[InterpolatedStringHandler]
internal ref struct AnyLine(int literals, int holes)
{
    public int Sum = literals + holes;

    public void AppendLiteral(string text) => Sum += text.Length;

    public void AppendFormatted(object? value) => Sum += value is string text ? text.Length : 0;
}
