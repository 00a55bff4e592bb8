using Microsoft.CodeAnalysis.CSharp;
using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>What C# 14 brought, in a handler: what is called is followed, and what becomes a span needs no array.</summary>
public sealed class CSharp14EffectTests
{
    private const string Members = """
        private object? _o; private int _n; private int[] _ints = new int[2]; private string[] _texts = new string[2]; private Card? _card; private Card _own = new();
        private static void Take<T>(ReadOnlySpan<T> items) { }
        private static void Bytes(ReadOnlySpan<byte> items) { }
        private static int Use(Func<int> get) => 0;
        """;

    private const string Types = """
        internal sealed class Card
        {
            public object? Last;
            public int Depth { get => field; set { field = value; Last = new object(); } }
            public void operator +=(int more) => Last = new object();
            public void operator ++() => Last = new int[more];
            private const int more = 2;
        }
        internal static class Extensions
        {
            extension(string text)
            {
                public int Twice => new int[3].Length;
                public int Size => text.Length;
                public void Run() => Thread.Sleep(1);
                public int Get() => 1;
                public static object Make() => new();
                public IEnumerable<int> Numbers { get { yield return 1; } }
            }
        }
        """;

    [Theory]
    [InlineData("_n = \"abc\".{|TH2002:Twice|}; \"abc\".{|TH3003:Run|}(); _o = string.{|TH2001:Make|}(); _n = \"abc\".Size;")]
    [InlineData("Func<int> get = \"abc\".{|TH2005:Get|}; Use(get); foreach (int item in \"abc\".{|TH2009:Numbers|}) { }")]
    [InlineData("_card?.Last = {|TH2001:new object()|}; Card card = _own; {|TH2001:card += 3|}; {|TH2002:card++|}; card.{|TH2001:Depth|} = 4;")]
    [InlineData("Bytes(new byte[] { 1, 2 }); Take<int>(new[] { 1, 2 }); ReadOnlySpan<byte> a = new byte[] { 3 }; Bytes(a); Take<int>(_ints); Take<char>(\"abc\"); ReadOnlySpan<object> b = _texts; Span<int> c = _ints;")]
    [InlineData("Bytes({|TH2002:new byte[] { 1, (byte)_n }|}); Span<int> a = {|TH2002:new[] { 1 }|}; Take<string>({|TH5005:new[] { \"a\" }|});")]
    public Task Followed(string body) => AnalyzerTest.Verify(
        EffectSource.Handler(body, Members, Types), new ProjectOptions { Language = LanguageVersion.CSharp14 });

    [Fact]
    public Task Members_of_an_extension_block_are_named_by_the_class_around_it() => AnalyzerTest.Verify(
        EffectSource.Handler("_n = \"abc\".{|TH2002:Twice|}; {|TH2002:_own++|};", Members, Types),
        new ProjectOptions { Language = LanguageVersion.CSharp14 },
        "'OnRx' allocates: OnRx → Extensions.Twice (new int[]; stackalloc, or a field of the driver, does not allocate)",
        "'OnRx' allocates: OnRx → Card.operator ++ (new int[]; stackalloc, or a field of the driver, does not allocate)");
}
