using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>TH2006: strings made by + and by interpolation; one construct is one string.</summary>
public sealed class StringRuleTests
{
    private const string Members = """
        private string _text = ""; private int _n; private object? _o; private Named _named; private Plain _plain; private Loud _loud = new();
        private static void Take(string? text) { }
        private static void Log(Handler handler) { }
        private static void LogClass(ClassHandler handler) { }
        """;

    private const string Types = """
        internal struct Plain { public int X; }
        internal struct Named { public override string ToString() => new('c', 3); }
        internal sealed class Loud { public override string ToString() { Thread.Sleep(1); return "loud"; } }
        [System.Runtime.CompilerServices.InterpolatedStringHandler]
        internal ref struct Handler { public Handler(int length, int count) { } public void AppendLiteral(string text) { } public void AppendFormatted<T>(T value) { } }
        [System.Runtime.CompilerServices.InterpolatedStringHandler]
        internal sealed class ClassHandler { public ClassHandler(int length, int count) { } public void AppendLiteral(string text) { } public void AppendFormatted(object value) { } }
        """;

    [Theory]
    [InlineData("_text = {|TH2006:\"rx \" + _n|}; _text = {|TH2006:_text + _text + \"x\"|}; _text = {|TH2006:_text + 'c'|}; {|TH2006:_text += _n|}; {|TH2006:_text += \"x\"|}; _text = {|TH2006:\"\" + _n|};")]
    [InlineData("_text = {|TH2006:$\"rx {_n}\"|}; _text = {|TH2006:$\"{_text}{_text}\"|}; _text = {|TH2006:$\"{_text,5}\"|}; _text = {|TH2006:$\"{_text:x}\"|}; _o = {|TH2006:$\"rx {_n}\"|};")]
    [InlineData("_text = {|TH2006:$\"a{_n}\" + $\"b{_n}\"|}; _text = {|TH2006:\"a\" + $\"{_n}\"|}; _text = {|TH2006:$\"{$\"{_n}\"}\"|}; _text = {|TH2006:$\"{_text + _text}\"|}; _text = {|TH2006:(_text + \"a\") + (\"b\" + _text)|};")]
    [InlineData("_text = {|TH2006:\"x\" + _plain|}; {|TH2006:_text += _plain|}; _text = {|TH2006:$\"{_plain}\"|};")]
    [InlineData("FormattableString f = {|TH2006:$\"rx {_n}\"|}; IFormattable g = {|TH2006:$\"rx {_n}\"|};")]
    [InlineData("_text = {|TH2006:new string('x', 3)|};")]
    [InlineData("_text = _plain.{|TH2006:ToString|}(); _text = DayOfWeek.Friday.{|TH2006:ToString|}();")]
    [InlineData("_text = {|TH2006:\"x\" + {|TH3003:_loud|}|};")]
    [InlineData("_text = {|TH2006:\"x\" + {|TH2006:_named|}|};")]
    public Task Made(string body) => Verify(body);

    [Theory]
    [InlineData("const string Name = \"n\"; Take(\"a\" + \"b\" + Name); Take($\"a{Name}\"); Take($\"abc\"); Take(nameof(_n)); var bytes = \"ab\"u8; Take($\"{Name}{Name}\");")]
    [InlineData("Take(_text + \"\"); Take(\"\" + _text); Take(_text + null); Take($\"{_text}\"); Take($\"{_text}{\"\"}\"); _text += \"\"; Take($\"{_text + \"\"}\");")]
    [InlineData("const string Name = \"n\"; Take(Name + 'c' + \"b\"); Take('a' + Name); Take(Name + null + 'c');")]
    [InlineData("switch (_text) { case \"a\": case \"bb\": break; } if (_text == \"x\" || _text is \"y\" or \"z\") { } Take(_text switch { \"a\" => \"b\", _ => _text }); Take(_text ?? \"x\");")]
    [InlineData("Span<char> buffer = stackalloc char[32]; _n.TryFormat(buffer, out int written); buffer.TryWrite($\"rx {_n} {_text} {DayOfWeek.Friday}\", out written);")]
    [InlineData("Log($\"rx {_n} {_text}\");")]
    public Task Not_made(string body) => Verify(body);

    [Fact]
    public Task What_formats_into_a_span_makes_strings_of_what_cannot() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "Span<char> buffer = stackalloc char[32]; buffer.TryWrite($\"{ {|TH2006:_plain|} }{ {|TH2006:_named|} }{ {|TH2003:_maybe|} }\", out _);",
            Members + "private int? _maybe;",
            Types),
        "'OnRx' allocates: OnRx (makes a string, as Plain does not override ToString)",
        "'OnRx' allocates: OnRx → Named.ToString (a string per call)",
        "'OnRx' allocates: OnRx (boxes int? to format it; its Value is formatted as it is)");

    [Fact]
    public Task A_handler_that_is_a_class() => Verify("LogClass({|TH2001:$\"rx { {|TH2003:_n|} }\"|});");

    [Fact]
    public Task A_handler_of_its_own_rents() => Verify(
        "System.Runtime.CompilerServices.DefaultInterpolatedStringHandler handler = {|TH5005:$\"rx {_n}\"|};");

    private static Task Verify(string body) => AnalyzerTest.Verify(EffectSource.Handler(body, Members, Types));
}
