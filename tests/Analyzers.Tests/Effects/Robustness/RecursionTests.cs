using System.Globalization;
using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>Recursion of every kind: of many methods, of growing type arguments, of growing delegates. Each ends, and each is told.</summary>
public sealed class RecursionTests
{
    [Fact]
    public Task A_ring_of_two_thousand() => AnalyzerTest.Verify(
        EffectSource.Handler("{|TH4003:M0|}();", Ring(2000)));

    [Fact]
    public void A_ring_of_two_thousand_each_as_a_root()
        => Assert.Equal(2000, EveryRoot.Tell($"class C {{ {Ring(2000)} }}").Count(static d => d.StartsWith("TH4003", StringComparison.Ordinal)));

    [Fact]
    public async Task Three_hundred_that_all_call_each_other()
    {
        string calls = string.Concat(Enumerable.Range(0, 300).Select(static i => $"M{i}();"));
        string members = string.Concat(Enumerable.Range(0, 300).Select(i => $"static void M{i}() {{ {calls} }}\n"));
        Assert.Equal(["TH4003"], await AnalyzerTest.Report(EffectSource.Handler("M0();", members), ProjectOptions.Default));
    }

    [Theory]
    [InlineData("static void F<T>() => F<List<T>>();", "F<int>();")]
    [InlineData("static void F<T>() => F<(T, T)>();", "F<int>();")]
    [InlineData("static void F<T>() => F<T[]>();", "F<int>();")]
    [InlineData("static void F<T>() { F<List<T>>(); F<HashSet<T>>(); F<Queue<T>>(); F<T[]>(); }", "F<int>();")]
    [InlineData("static void F<A, B>() { F<(A, B), A>(); F<B, (A, B)>(); F<(B, A), (A, A)>(); F<B, A>(); }", "F<int, string>();")]
    [InlineData("static void F<A, B, C>() { F<(A, B), C, A>(); F<B, (A, C), C>(); F<C, (A, B), (B, C)>(); G<A, B, C>(); } static void G<A, B, C>() { F<List<A>, C, B>(); F<C, A, List<B>>(); }", "F<int, string, long>();")]
    [InlineData("static void F<A, B, C, D, E>() { F<B, A, C, D, E>(); F<B, C, D, E, A>(); F<E, A, B, C, D>(); }", "F<int, string, long, byte, char>();")]
    [InlineData("sealed class N<T> { public static void F() => N<N<T>>.F(); }", "N<int>.F();")]
    [InlineData("sealed class N<T> { public sealed class I<U> { public static void F() { N<U>.I<N<T>>.F(); N<I<U>>.I<T>.F(); } } }", "N<int>.I<string>.F();")]
    [InlineData("static void F<T>() { static void L<U>() => F<(T, U)>(); L<T>(); }", "F<int>();")]
    public async Task Growing_types(string members, string call)
        => Assert.Contains("TH4003", await AnalyzerTest.Report(EffectSource.Handler(call, members), ProjectOptions.Default));

    [Theory]
    [InlineData("static void F(Action a) => F(() => a());", "F(static () => { });")]
    [InlineData("static void F(Action a) { F(() => a()); F(() => { a(); a(); }); F(a); }", "F(static () => { });")]
    [InlineData("static void F(Action a, Action b) { F(() => a(), b); F(a, () => b()); F(b, a); F(() => { b(); a(); }, () => a()); }", "F(static () => { }, static () => { });")]
    [InlineData("static void F(Action a, Action b, Action c) { F(b, c, () => a()); F(() => { a(); b(); c(); }, () => a(), () => b()); F(c, b, a); }", "F(static () => { }, static () => { }, static () => { });")]
    [InlineData("static void F<T>(Action<T> a) => F<List<T>>(l => { foreach (T t in l) { a(t); } });", "F<int>(static i => { });")]
    [InlineData("static Action _a = () => _a(); ", "_a();")]
    [InlineData("private static readonly Action _a = () => _b(); private static readonly Action _b = () => _a();", "_a();")]
    public async Task Growing_delegates(string members, string call)
        => Assert.Contains("TH4003", await AnalyzerTest.Report(EffectSource.Handler(call, members), ProjectOptions.Default));

    [Fact]
    public async Task A_thousand_lambdas_for_one_method()
    {
        string calls = string.Concat(Enumerable.Range(0, 1000).Select(static i => string.Create(CultureInfo.InvariantCulture, $"Run(static () => M{i}());\n")));
        string members = "static void Run(Action a) => Again(a); static void Again(Action a) => a();"
            + string.Concat(Enumerable.Range(0, 1000).Select(static i => string.Create(CultureInfo.InvariantCulture, $"static void M{i}() => new object();\n")));
        Assert.Equal(1000, (await AnalyzerTest.Report(EffectSource.Handler(calls, members), ProjectOptions.Default)).Count(static id => id == "TH2001"));
    }

    private static string Ring(int length) => string.Concat(Enumerable.Range(0, length).Select(i =>
        string.Create(CultureInfo.InvariantCulture, $"static void M{i}() => M{(i + 1) % length}();\n")));
}
