// Rows interp-*, concat-*, string-*, int-*, utf8-tryformat.
using System.Text;
using System.Text.Unicode;

[InterruptDriver]
internal sealed partial class Strings
{
    private const string Prefix = "rx";
    private string _text = "idle";
    private string _other = "busy";
    private readonly char[] _chars = new char[32];
    private readonly byte[] _bytes = new byte[32];
    private readonly StringBuilder _builder = new(256);
    private int _n;

    [MsiVector(0)] // interp-int
    private void InterpolatedNumber(in Interrupt irq)
    {
        _text = $"vector {irq.Vector}"; //! TH2006
    }

    [MsiVector(1)] // interp-const-strings
    private void InterpolatedConstants(in Interrupt irq)
    {
        _text = $"{Prefix}-{"ring"}";
    }

    [MsiVector(2)] // interp-strings-concat
    private void InterpolatedStrings(in Interrupt irq)
    {
        _text = $"{_text}{_other}"; //! TH2006
    }

    [MsiVector(3)] // interp-trywrite-span
    private void InterpolatedIntoSpan(in Interrupt irq)
    {
        if (_chars.AsSpan().TryWrite($"v{irq.Vector}", out int written)) //? TH5005
        {
            _n = written;
        }
    }

    [MsiVector(4)] // interp-stringbuilder
    private void InterpolatedIntoBuilder(in Interrupt irq)
    {
        _builder.Append($"v{irq.Vector}"); //! TH2012|TH2006 //? TH2001 TH2006 TH2012 TH5005 TH2090
    }

    [MsiVector(5)] // concat-var
    private void Concatenation(in Interrupt irq)
    {
        _text = _text + _other; //! TH2006
    }

    [MsiVector(6)] // concat-const
    private void ConstantConcatenation(in Interrupt irq)
    {
        _text = Prefix + "-" + nameof(Strings);
    }

    [MsiVector(7)] // concat-empty
    private void EmptyConcatenation(in Interrupt irq)
    {
        _text = _text + "";
    }

    [MsiVector(8)] // concat-int
    private void NumberConcatenation(in Interrupt irq)
    {
        _text = "v" + irq.Vector; //! TH2006
    }

    [MsiVector(9)] // string_concat_char
    private void CharConcatenation(in Interrupt irq)
    {
        _text += 'x'; //! TH2006
    }

    [MsiVector(10)] // string-format
    private void Format(in Interrupt irq)
    {
        _text = string.Format("{0}", irq.Vector); //! TH2006 //? TH2003 TH2006 TH2007
    }

    [MsiVector(11)] // int-tostring
    private void IntToString(in Interrupt irq)
    {
        _text = irq.Vector.ToString(); //! TH2006
    }

    [MsiVector(12)] // int-tryformat
    private void TryFormat(in Interrupt irq)
    {
        if (irq.Vector.TryFormat(_chars, out int written)) //? TH5005
        {
            _n = written;
        }
    }

    [MsiVector(13)] // utf8-tryformat
    private void Utf8TryFormat(in Interrupt irq)
    {
        if (irq.Vector.TryFormat(_bytes, out int written)) //? TH5005
        {
            _n = written;
        }
    }

    [MsiVector(14)] // string-eq, string_eq_char
    private void Equality(in Interrupt irq)
    {
        if (_text == "idle" || _text == _other || (_text.Length > 0 && _text[0] == 'i'))
        {
            _n++;
        }
    }

    [MsiVector(15)] // string-switch
    private void Switch(in Interrupt irq)
    {
        switch (_text)
        {
            case "idle": _n = 1; break;
            case "busy": _n = 2; break;
            case "done": _n = 3; break;
            case "error": _n = 4; break;
            case "reset": _n = 5; break;
            case "sleep": _n = 6; break;
            case "wake": _n = 7; break;
            default: _n = 0; break;
        }
    }

    [MsiVector(16)] // string-switch-span
    private void SwitchOnSpan(in Interrupt irq)
    {
        ReadOnlySpan<char> text = _text;
        _n = text switch { "idle" => 1, "busy" => 2, _ => 0 };
    }

    [MsiVector(17)] // enum_switch_tostring: constants by a switch
    private void NamesBySwitch(in Interrupt irq)
    {
        _text = irq.Index switch { 0 => "zero", 1 => "one", _ => "many" };
    }

    [MsiVector(18)] // span_params_interp
    private void InterpolatedArgument(in Interrupt irq)
    {
        _n = Length($"v{irq.Vector}"); //! TH2006
    }

    private static int Length(ReadOnlySpan<char> text) => text.Length;
}
