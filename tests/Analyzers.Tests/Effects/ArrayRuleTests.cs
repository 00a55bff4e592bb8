using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>TH2002 and TH2007: arrays that are written, and those that the compiler makes for params.</summary>
public sealed class ArrayRuleTests
{
    private static readonly ProjectOptions CSharp13 = new() { Language = Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp13 };

    [Theory]
    [InlineData("_o = {|TH2002:new int[3]|}; _o = {|TH2002:new int[0]|}; _o = {|TH2002:new[] { 1, 2 }|}; int[] c = {|TH2002:{ 1 }|};")]
    [InlineData("_o = {|TH2002:new int[2, 2]|}; _o = {|TH2002:new int[2][]|}; int[][] f = {|TH2002:{ {|TH2002:new[] { 1 }|} }|};")]
    [InlineData("Span<byte> span = {|TH2002:new byte[] { 1 }|}; Take({|TH2002:new byte[] { 1, (byte)irq.Vector }|}); Take({|TH2002:new byte[4]|}); Take({|TH2002:new byte[0]|});")]
    [InlineData("Take<object>({|TH2002:new object[] { \"q\" }|});")]
    [InlineData("Take(irq.Vector > 1 ? {|TH2002:new byte[] { 1 }|} : {|TH2002:new byte[] { 2 }|});")]
    public Task Made(string body) => Verify(body);

    [Theory]
    [InlineData("Span<int> s = stackalloc int[3]; Span<byte> t = stackalloc[] { (byte)1, (byte)2 }; s[0] = t[1];")]
    [InlineData("ReadOnlySpan<byte> a = new byte[] { 1, 2 }; Take(a); Take(new byte[] { 1, 2 }); Take(new byte[] { }); Take(Table); Take(new byte[2] { 3, 4 });")]
    [InlineData("ReadOnlySpan<int> a = new int[] { 1, 2 }; Take(a); Take((ReadOnlySpan<long>)new long[] { 1 }); Take(new ReadOnlySpan<int>(new[] { 1, 2 }));")]
    [InlineData("ReadOnlySpan<char> a = new[] { 'a' }; ReadOnlySpan<DayOfWeek> b = new[] { DayOfWeek.Friday }; ReadOnlySpan<double> c = new[] { 1.5 }; Take(a); Take(b); Take(c);")]
    [InlineData("Take(\"abc\"u8); _o = Array.Empty<int>(); Inline buffer = default; buffer[1] = 2; Take<int>(buffer);")]
    public Task Not_made(string body) => Verify(body);

    [Fact]
    public Task Constants_that_are_no_data_are_made_once() => Verify("Take<string>({|TH5005:new string[] { \"a\", \"b\" }|}); Take<decimal>({|TH5005:new[] { 1m }|});");

    [Theory]
    [InlineData("Ints(); Ints(_ints); Objects(null); Objects(_strings);")]
    public Task Params_arrays(string body) => Verify(body);

    [Fact]
    public Task A_params_array_is_told_at_the_call() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "{|TH2007:Ints|}(1, 2); {|TH2007:Objects|}({|TH2003:1|}, \"x\"); var c = {|TH2001:{|TH2007:new Card(1, 2)|}|}; _ = {|TH2007:c[1, 2]|}; {|TH2007:c[3]|} = 4;",
            Members,
            Types),
        "'OnRx' allocates: OnRx (an array, for 'items'; an overload with params ReadOnlySpan does not allocate)",
        "'OnRx' allocates: OnRx (an array, for 'items'; an overload with params ReadOnlySpan does not allocate)",
        "'OnRx' allocates: OnRx (boxes int as object)",
        "'OnRx' allocates: OnRx (new Card)",
        "'OnRx' allocates: OnRx (an array, for 'items'; an overload with params ReadOnlySpan does not allocate)",
        "'OnRx' allocates: OnRx (an array, for 'at'; an overload with params ReadOnlySpan does not allocate)",
        "'OnRx' allocates: OnRx (an array, for 'at'; an overload with params ReadOnlySpan does not allocate)");

    [Fact]
    public Task Params_collections() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "Span(1, 2); Writable(irq.Vector, 2); Span(); {|TH2007:Any|}(1, 2); {|TH2007:List|}(1); {|TH2007:List|}(); Any(); Boxes({|TH2003:1|}, \"x\"); List(_list);",
            """
            private List<int> _list = new();
            private static void Span(params ReadOnlySpan<int> items) { }
            private static void Writable(params Span<int> items) { }
            private static void Any(params IEnumerable<int> items) { }
            private static void List(params List<int> items) { }
            private static void Boxes(params ReadOnlySpan<object> items) { }
            """),
        CSharp13);

    private const string Members = """
        private object? _o; private int[] _ints = new int[2]; private string[] _strings = new string[2];
        private static ReadOnlySpan<byte> Table => new byte[] { 3, 4 };
        private static void Take<T>(ReadOnlySpan<T> items) { }
        private static void Take(ReadOnlySpan<byte> items) { }
        private static void Ints(params int[] items) { }
        private static void Objects(params object[]? items) { }
        private static void Format(string format, params object[] items) { }
        """;

    private const string Types = """
        internal sealed class Card { public Card(params int[] items) { } public int this[params int[] at] { get => 1; set { } } }
        [System.Runtime.CompilerServices.InlineArray(4)] internal struct Inline { private int _first; }
        """;

    private static Task Verify(string body) => AnalyzerTest.Verify(EffectSource.Handler(body, Members, Types));
}
