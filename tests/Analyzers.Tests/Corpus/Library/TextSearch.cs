using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;

[InterruptDriver]
internal sealed partial class TextSearch
{
    private static readonly SearchValues<char> s_separators = SearchValues.Create(",;");
    private readonly string _line = "card,3";
    private readonly char[] _chars = new char[64];
    private readonly byte[] _utf8 = new byte[64];
    private readonly StringBuilder _builder = new(256);
    private string? _text;
    private int _n;

    [MsiVector(0)]
    private void TextAsks(in Interrupt irq)
    {
        _n += _line.Length + _line[0] + _line.IndexOf(',') + _line.LastIndexOf('3') + (_line.Contains('c') ? 1 : 0);
        _n += _line.Contains("rd") || _line.StartsWith('c') || _line.StartsWith("card", StringComparison.Ordinal) ? 1 : 0;
        _n += _line.Equals("CARD", StringComparison.OrdinalIgnoreCase) || string.IsNullOrEmpty(_line) || string.IsNullOrWhiteSpace(_line) ? 1 : 0;
        _n += string.CompareOrdinal(_line, "x") + _line.GetHashCode() + _line.IndexOfAny(_chars);
        _line.CopyTo(_chars);
    }

    [MsiVector(1)]
    private void TextCulture(in Interrupt irq)
    {
        _n += _line.IndexOf("rd"); //i TH5005
    }

    [MsiVector(2)]
    private void TextCulture2(in Interrupt irq)
    {
        _n += _line.StartsWith("rd") ? 1 : 0; //i TH5005
    }

    [MsiVector(3)]
    private void TextCulture3(in Interrupt irq)
    {
        _n += string.Compare(_line, "rd"); //i TH5005
    }

    [MsiVector(4)]
    private void TextCulture4(in Interrupt irq)
    {
        _n += _line.CompareTo("rd"); //i TH5005
    }

    [MsiVector(5)]
    private void TextUpper(in Interrupt irq)
    {
        _text = _line.ToUpperInvariant(); //! TH2006 //? TH5005
    }

    [MsiVector(6)]
    private void TextTrims(in Interrupt irq)
    {
        _text = _line.Trim(); //! TH2006
    }

    [MsiVector(7)]
    private void TextReplaces(in Interrupt irq)
    {
        _text = _line.Replace('a', 'b'); //! TH2006
    }

    [MsiVector(8)]
    private void TextSplits(in Interrupt irq)
    {
        _n += _line.Split(',').Length; //! TH2002|TH2006 //? TH2002 TH2006 TH2007
    }

    [MsiVector(9)]
    private void TextPads(in Interrupt irq)
    {
        _text = _line.PadLeft(10); //! TH2006
    }

    [MsiVector(10)]
    private void TextJoins(in Interrupt irq)
    {
        _text = string.Join(',', _chars); //! TH2006 //? TH2003 TH2011
    }

    [MsiVector(11)]
    private void TextInterns(in Interrupt irq)
    {
        _text = string.Intern(_line); //? TH2006 TH3001 TH3009
    }

    [MsiVector(12)]
    private void TextOfChars(in Interrupt irq)
    {
        _text = new string(_chars, 0, 3); //! TH2006
    }

    [MsiVector(13)]
    private void TextRepeats(in Interrupt irq)
    {
        _text = new string('x', 4); //! TH2006
    }

    [MsiVector(14)]
    private void SpanAsks(in Interrupt irq)
    {
        ReadOnlySpan<char> line = _line;
        _n += line.IndexOf(',') + line.IndexOfAny(s_separators) + line.Count('a') + line.CommonPrefixLength(_chars) + line.LastIndexOf("a");
        _n += line.SequenceEqual("card") || line.StartsWith("ca") || line.Contains('x') || line.Trim().IsEmpty || line.ContainsAny(s_separators) ? 1 : 0;
        _n += line.SequenceCompareTo("x") + line.TrimEnd('3').Length + line.IndexOfAnyExcept('c');
    }

    [MsiVector(15)]
    private void SpanChanges(in Interrupt irq)
    {
        Span<char> chars = _chars;
        chars.Fill('x');
        chars.Clear();
        chars.Reverse();
        chars.Sort();
        chars.Replace('x', 'y');
        _n += chars.BinarySearch('y') + (chars.TryCopyTo(_chars) ? 1 : 0) + chars[1..3].Length;
    }

    [MsiVector(16)]
    private void SpanSplits(in Interrupt irq)
    {
        foreach (Range range in _line.AsSpan().Split(','))
        {
            _n += range.Start.Value;
        }
    }

    [MsiVector(17)]
    private void SpanRunes(in Interrupt irq)
    {
        foreach (Rune rune in _line.AsSpan().EnumerateRunes())
        {
            _n += rune.Value;
        }
        foreach (ReadOnlySpan<char> line in _line.AsSpan().EnumerateLines())
        {
            _n += line.Length;
        }
    }

    [MsiVector(18)]
    private void TextRunes(in Interrupt irq)
    {
        foreach (Rune rune in _line.EnumerateRunes())
        {
            _n += rune.Utf16SequenceLength;
        }
    }

    [MsiVector(19)]
    private void SpanText(in Interrupt irq)
    {
        _text = _chars.AsSpan().ToString(); //! TH2006
    }

    [MsiVector(20)]
    private void SpanArray(in Interrupt irq)
    {
        _n += _line.AsSpan().ToArray().Length; //! TH2002
    }

    [MsiVector(21)]
    private void SpanWrites(in Interrupt irq)
    {
        _n += _chars.AsSpan().TryWrite($"{_n:X}", out int written) ? written : 0; //? TH5005
    }

    [MsiVector(22)]
    private void Chars(in Interrupt irq)
    {
        _n += char.IsDigit('3') || char.IsAsciiHexDigit('f') || char.IsLetter('a') || char.IsWhiteSpace(' ') ? char.ToUpperInvariant('a') : char.ToLowerInvariant('B');
    }

    [MsiVector(23)]
    private void Encodes(in Interrupt irq)
    {
        _n += Encoding.UTF8.GetBytes(_line.AsSpan(), _utf8) + Encoding.ASCII.GetByteCount(_line);
        _n += Encoding.UTF8.GetChars(_utf8, _chars);
        _n += Ascii.IsValid(_utf8) ? 1 : 0;
    }

    [MsiVector(24)]
    private void EncodesCopy(in Interrupt irq)
    {
        _n += Encoding.UTF8.GetBytes(_line).Length; //! TH2002
    }

    [MsiVector(25)]
    private void Decodes(in Interrupt irq)
    {
        _text = Encoding.UTF8.GetString(_utf8); //! TH2006
    }

    [MsiVector(26)]
    private void Formats(in Interrupt irq)
    {
        _n += _n.TryFormat(_chars, out int written) ? written : 0; //? TH5005
        _n += _n.TryFormat(_utf8, out written, "X8", CultureInfo.InvariantCulture) ? written : 0;
        _n += Utf8Formatter.TryFormat(_n, _utf8, out written) ? written : 0;
    }

    [MsiVector(27)]
    private void FormatsTime(in Interrupt irq)
    {
        _n += DateTime.UtcNow.TryFormat(_chars, out int written, "O", CultureInfo.InvariantCulture) ? written : 0; //? TH5005
    }

    [MsiVector(28)]
    private void FormatsGuid(in Interrupt irq)
    {
        _n += Guid.Empty.TryFormat(_chars, out int written) ? written : 0;
    }

    [MsiVector(29)]
    private void Parses(in Interrupt irq)
    {
        _n += int.TryParse(_line, out int number) ? number : 0; //? TH5005
        _n += uint.TryParse(_chars, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out uint hex) ? (int)hex : 0;
        _n += Utf8Parser.TryParse(_utf8, out int parsed, out int used) ? parsed + used : 0;
    }

    [MsiVector(30)]
    private void ParsesForce(in Interrupt irq)
    {
        _n += int.Parse(_line); //! TH4002 //? TH5005
    }

    [MsiVector(31)]
    private void ParsesSpan(in Interrupt irq)
    {
        _n += int.Parse(_chars.AsSpan(), NumberStyles.HexNumber); //! TH4002 //? TH5005
    }

    [MsiVector(32)]
    private void ParsesGuid(in Interrupt irq)
    {
        _n += Guid.Parse(_line).Version; //! TH4002
    }

    [MsiVector(33)]
    private void ParsesBool(in Interrupt irq)
    {
        _n += bool.Parse(_line) ? 1 : 0; //! TH4002
    }

    [MsiVector(34)]
    private void ParsesTime(in Interrupt irq)
    {
        _n += DateTime.Parse(_line, CultureInfo.InvariantCulture).Year; //! TH4002 //? TH5005 TH2001 TH2006
    }

    [MsiVector(35)]
    private void ParsesGeneric(in Interrupt irq)
    {
        _n += Of<int>(_line); //! TH4002 //? TH5005
    }

    [MsiVector(36)]
    private void Converts(in Interrupt irq)
    {
        _n += Convert.ToInt32("3"); //! TH4002 //? TH5005
    }

    [MsiVector(37)]
    private void ConvertsNumber(in Interrupt irq)
    {
        _n += Convert.ToByte(3) + Convert.ToInt32(true) + Convert.ToInt32('c');
    }

    [MsiVector(38)]
    private void ConvertsBoxed(in Interrupt irq)
    {
        _n += Convert.ToInt32((object)3L); //! TH2003 //? TH4002 TH6003
    }

    [MsiVector(39)]
    private void HexText(in Interrupt irq)
    {
        _text = Convert.ToHexString(_utf8); //! TH2006
    }

    [MsiVector(40)]
    private void HexSpan(in Interrupt irq)
    {
        _n += Convert.TryToHexString(_utf8, _chars, out int written) ? written : 0;
        _n += Convert.TryToBase64Chars(_utf8, _chars, out written) ? written : 0;
        _n += (int)Convert.FromHexString(_chars, _utf8, out int consumed, out written) + consumed;
        _n += (int)Base64.EncodeToUtf8(_utf8, _utf8, out consumed, out written);
    }

    [MsiVector(41)]
    private void HexBack(in Interrupt irq)
    {
        _n += Convert.FromHexString(_line).Length; //! TH2002 //? TH4002
    }

    [MsiVector(42)]
    private void Base64Back(in Interrupt irq)
    {
        _n += Convert.FromBase64String(_line).Length; //! TH2002 //? TH4002
    }

    [MsiVector(43)]
    private void Builds(in Interrupt irq)
    {
        _builder.Append('x').Append(_n); //! TH2012 //? TH5005
    }

    [MsiVector(44)]
    private void BuildsText(in Interrupt irq)
    {
        _text = _builder.ToString(); //! TH2006
    }

    [MsiVector(45)]
    private void BuilderAsks(in Interrupt irq)
    {
        _n += _builder.Length + _builder.Capacity + _builder[0];
        _builder.Clear();
        _builder.Length = 0;
    }

    [MsiVector(46)]
    private void CurrentCulture(in Interrupt irq)
    {
        _n += CultureInfo.CurrentCulture.Name.Length; //i TH5005
    }

    private static T Of<T>(string text)
        where T : IParsable<T>
        => T.Parse(text, null);
}
