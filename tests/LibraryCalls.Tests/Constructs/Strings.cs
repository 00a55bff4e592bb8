using System;
using System.Globalization;
using System.Text;

namespace LibraryCalls.Constructs;

/// <summary>Text: made, written into memory that is there, compared.</summary>
internal static class Strings
{
    private const string Half = "half";
    private static readonly char[] Characters = new char[64];
    private static readonly byte[] Bytes = new byte[64];
    private static readonly StringBuilder Growing = new();
    private static readonly StringBuilder GrowingFormatted = new();
    private static int _small = 7;

    [Allocates] public static void Interp_int() => State.Object = $"n={State.Number}";

    [Free] public static void Interp_const_strings() => State.Object = $"{Half} and {Half}";

    [Allocates] public static void Interp_strings_concat() => State.Object = $"{State.Text}={State.OtherText}";

    [First] public static void Interp_trywrite_span() => Sink.Take(Characters.AsSpan().TryWrite($"n={State.Number}", out _));

    [Allocates] public static void Interp_stringbuilder() => GrowingFormatted.Append($"n={State.Number}");

    [Allocates] public static void Concat_var() => State.Object = State.Text + State.OtherText;

    [Free] public static void Concat_const() => State.Object = Half + "-" + Half;

    [Free] public static void Concat_empty() => State.Object = State.Text + "";

    [Allocates] public static void Concat_int() => State.Object = State.Text + State.Index;

    [Allocates] public static void String_concat_char() => State.Object = State.OtherText + State.Letter;

    [Allocates] public static void String_format() => State.Object = string.Format(CultureInfo.InvariantCulture, "n={0}", State.Text);

    [Allocates] public static void Span_params_interp() => Sink.Take(LengthOf($"a{State.Number}", $"b{State.Other}"));

    [Allocates] public static void Int_tostring() => State.Object = State.Number.ToString(CultureInfo.InvariantCulture);

    [SaidOtherwise("TH2006", "Some texts are kept by the library, those of small numbers for instance; they are reported, since the next number may be a large one")]
    [Free] public static void Int_tostring_small() => State.Object = _small.ToString(CultureInfo.InvariantCulture);

    [Free] public static void Int_tryformat() => Sink.Take(State.Number.TryFormat(Characters, out _, default, CultureInfo.InvariantCulture));

    [Free] public static void Utf8_tryformat() => Sink.Take(State.Number.TryFormat(Bytes, out _, default, CultureInfo.InvariantCulture));

    [First] public static void Int_parse() => Sink.Take(int.Parse("12", CultureInfo.CurrentCulture));

    [Free] public static void Int_tryparse_span() => Sink.Take(int.TryParse("12".AsSpan(), NumberStyles.Integer, CultureInfo.InvariantCulture, out _));

    [Allocates] public static void Substring() => State.Object = State.Text.Substring(2, 4);

    [Allocates] public static void Range_string() => State.Object = State.Text[1..3];

    [Allocates] public static void String_split() => State.Object = State.Text.Split(',');

    [Allocates] public static void String_create() => State.Object = string.Create(4, State.Letter, static (span, letter) => span.Fill(letter));

    [Free, Blocks] public static void String_intern() => State.Object = string.Intern(State.Text);

    [Free] public static void String_eq() => Sink.Take(State.Text == State.OtherText);

    [Free] public static void String_eq_char() => Sink.Take(State.Text[0] == State.Letter);

    [First] public static void String_indexof_culture() => Sink.Take(State.Text.IndexOf("text", StringComparison.CurrentCulture));

    [Free] public static void String_switch() => Sink.Take(State.Text switch { "some" => 1, "more" => 2, "some,text" => 3, _ => 0 });

    [Free] public static void String_switch_span() => Sink.Take(State.Text.AsSpan() switch { "some" => 1, "more" => 2, "some,text" => 3, _ => 0 });

    [Free] public static void U8_literal()
    {
        ReadOnlySpan<byte> text = "some"u8;
        Sink.Take(text);
    }

    [Allocates] public static void Sb_append_int() => Growing.Append(State.Number);

    [Allocates] public static void Encoding_getbytes() => State.Array = Encoding.UTF8.GetBytes(State.OtherText);

    [Free] public static void Encoding_getbytes_span() => Sink.Take(Encoding.UTF8.GetBytes(State.OtherText, Bytes));

    [Allocates] public static void Bitconverter_getbytes() => State.Array = BitConverter.GetBytes(State.Number);

    [Allocates] public static void Guid_tostring() => State.Object = default(Guid).ToString();

    private static int LengthOf(params ReadOnlySpan<string> texts) => texts[0].Length;
}
