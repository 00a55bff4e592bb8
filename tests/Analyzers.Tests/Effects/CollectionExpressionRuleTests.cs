using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>TH2008: collection expressions, which allocate for what they become.</summary>
public sealed class CollectionExpressionRuleTests
{
    private const string Members = """
        private int[] _ints = new int[2]; private List<int> _list = new(); private IEnumerable<int> _any = new List<int>(); private int _n;
        private static void Array(int[] items) { }
        private static void Span(ReadOnlySpan<int> items) { }
        """;

    private const string Types = """
        [System.Runtime.CompilerServices.CollectionBuilder(typeof(Builder), nameof(Builder.Make))]
        internal sealed class Built { public IEnumerator<int> GetEnumerator() => throw new NotSupportedException(); }
        [System.Runtime.CompilerServices.CollectionBuilder(typeof(Builder), nameof(Builder.MakeValue))]
        internal struct BuiltValue { public IEnumerator<int> GetEnumerator() => throw new NotSupportedException(); }
        internal static class Builder { public static Built Make(ReadOnlySpan<int> items) => new(); public static BuiltValue MakeValue(ReadOnlySpan<int> items) => default; }
        """;

    [Theory]
    [InlineData("int[] a = {|TH2008:[1, _n]|}; List<int> b = {|TH2008:[1]|}; HashSet<int> c = {|TH2008:[1]|}; List<int> d = {|TH2008:[]|}; Array({|TH2008:[1]|});")]
    [InlineData("IEnumerable<int> a = {|TH2008:[1]|}; IReadOnlyList<int> b = {|TH2008:[1, _n]|}; IList<int> c = {|TH2008:[]|}; ICollection<int> d = {|TH2008:[1]|};")]
    [InlineData("System.Collections.Immutable.ImmutableArray<int> a = {|TH2008:[1]|};")]
    [InlineData("Span<int> a = {|TH2008:[.. _ints]|}; Span({|TH2008:[1, .. _list]|}); int[] c = {|TH2008:[.. _any]|}; List<int> d = {|TH2008:[.. _ints, 1]|};")]
    [InlineData("int[][] a = {|TH2008:[{|TH2008:[1]|}, []]|}; object[] b = {|TH2008:[{|TH2003:1|}, \"x\"]|}; object[] c = {|TH2008:[{|TH2003:.. _ints|}]|};")]
    [InlineData("int[]? a = null; a ??= {|TH2008:[3]|}; a = _n > 1 ? {|TH2008:[1]|} : [];")]
    [InlineData("Built a = {|TH2001:[1]|};")]
    public Task Made(string body) => Verify(body);

    [Theory]
    [InlineData("Span<int> a = [1, _n]; ReadOnlySpan<int> b = [1, 2]; ReadOnlySpan<string> c = [\"a\", \"b\"]; ReadOnlySpan<byte> d = [1, 2]; Span([1, _n]); Span([]);")]
    [InlineData("int[] a = []; IEnumerable<int> b = []; IReadOnlyList<int> c = []; System.Collections.Immutable.ImmutableArray<int> d = []; BuiltValue e = [1];")]
    [InlineData("ReadOnlySpan<int> items = [1, 2]; foreach (int item in items) { _n += item; }")]
    public Task Not_made(string body) => Verify(body);

    [Fact]
    public Task What_it_becomes() => AnalyzerTest.Verify(
        EffectSource.Handler("int[] a = {|TH2008:[1]|}; IEnumerable<int> b = {|TH2008:[1]|}; Span<int> c = {|TH2008:[.. _ints]|};", Members, Types),
        "'OnRx' allocates: OnRx (new int[]; a span of the same does not allocate)",
        "'OnRx' allocates: OnRx (an object for IEnumerable<int>; a span of the same does not allocate)",
        "'OnRx' allocates: OnRx (an array for the span, whose length is not constant; stackalloc and CopyTo do not allocate)");

    // Only since C# 13 may a span's enumerator have interfaces, as it has in .NET 10.
    private static Task Verify(string body) => AnalyzerTest.Verify(
        EffectSource.Handler(body, Members, Types), new ProjectOptions { Language = Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp13 });
}
