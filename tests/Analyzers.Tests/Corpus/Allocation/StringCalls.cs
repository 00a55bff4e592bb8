// Rows string-split, string-create, encoding-*, bitconverter-*, guid-*, string-intern, int-parse, env-getvar, environment-stack.
using System.Globalization;
using System.Text;

[InterruptDriver]
internal sealed partial class StringCalls
{
    private string _text = "a,b";
    private object? _sink;
    private readonly byte[] _bytes = new byte[64];
    private Guid _guid;
    private int _n;

    [MsiVector(0)] // string-split
    private void Split(in Interrupt irq)
    {
        _sink = _text.Split(','); //! TH2002|TH2006 //? TH2002 TH2006 TH2007
    }

    [MsiVector(1)] // string.Join
    private void Join(in Interrupt irq)
    {
        _text = string.Join(',', _text, "c"); //! TH2006 //? TH2007
    }

    [MsiVector(2)] // string-create
    private void Create(in Interrupt irq)
    {
        _text = string.Create(4, irq.Vector, static (span, n) => span.Fill((char)n)); //! TH2006 //? TH5003
    }

    [MsiVector(3)] // encoding-getbytes
    private void GetBytes(in Interrupt irq)
    {
        _sink = Encoding.UTF8.GetBytes(_text); //! TH2002 //? TH5001 TH5005
    }

    [MsiVector(4)] // encoding-getbytes-span
    private void GetBytesIntoSpan(in Interrupt irq)
    {
        _n = Encoding.UTF8.GetBytes(_text, _bytes); //? TH5001 TH5005
    }

    [MsiVector(5)] // bitconverter-getbytes
    private void BitConverterBytes(in Interrupt irq)
    {
        _sink = BitConverter.GetBytes(irq.Vector); //! TH2002
    }

    [MsiVector(6)]
    private void BitConverterTry(in Interrupt irq)
    {
        BitConverter.TryWriteBytes(_bytes, irq.Vector);
    }

    [MsiVector(7)] // guid-tostring
    private void GuidText(in Interrupt irq)
    {
        _text = _guid.ToString(); //! TH2006
    }

    [MsiVector(8)] // string-indexof-culture
    private void CultureIndexOf(in Interrupt irq)
    {
        _n = _text.IndexOf("b"); //i TH5005
    }

    [MsiVector(9)]
    private void OrdinalIndexOf(in Interrupt irq)
    {
        _n = _text.IndexOf('b') + _text.IndexOf("b", StringComparison.Ordinal);
    }

    [MsiVector(10)] // int-tryparse-span
    private void TryParse(in Interrupt irq)
    {
        if (int.TryParse(_text.AsSpan(0, 1), NumberStyles.None, CultureInfo.InvariantCulture, out int value)) //? TH5001 TH5005
        {
            _n = value;
        }
    }

    [MsiVector(11)] // int-parse throws on what cannot be parsed
    private void Parse(in Interrupt irq)
    {
        _n = int.Parse(_text); //! TH4002 //? TH5005
    }

    [MsiVector(12)] // env-getvar
    private void EnvironmentVariable(in Interrupt irq)
    {
        _sink = Environment.GetEnvironmentVariable("X"); //! TH2006 //? TH3001 TH3010 TH3009 TH2016 TH5005
    }

    [MsiVector(13)] // environment-stack
    private void StackTrace(in Interrupt irq)
    {
        _text = Environment.StackTrace; //! TH2001 //? TH2001 TH2002 TH3001 TH3006 TH3010 TH5005
    }

    [MsiVector(14)]
    private void Case(in Interrupt irq)
    {
        _text = _text.ToUpperInvariant(); //! TH2006
    }

    [MsiVector(15)]
    private void Trimmed(in Interrupt irq)
    {
        _text = _text.Trim(); //! TH2006
    }

    [MsiVector(16)]
    private void Replaced(in Interrupt irq)
    {
        _text = _text.Replace('a', 'b'); //! TH2006
    }

    [MsiVector(17)]
    private void SpanToString(in Interrupt irq)
    {
        ReadOnlySpan<char> part = _text.AsSpan(1);
        _text = part.ToString(); //! TH2006
    }

    [MsiVector(18)]
    private void NewString(in Interrupt irq)
    {
        _text = new string('x', 4); //! TH2006|TH2001
    }

    [MsiVector(19)]
    private void SpanTests(in Interrupt irq)
    {
        ReadOnlySpan<char> text = _text;
        if (text.StartsWith("a") || text.SequenceEqual("b") || text.IndexOf(',') > 0)
        {
            _n = text.Trim().Length;
        }
    }
}
