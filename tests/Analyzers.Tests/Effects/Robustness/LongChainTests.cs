using System.Globalization;
using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>Chains that no stack would hold, and graphs with more ways than anyone can count.</summary>
public sealed class LongChainTests
{
    private const int Length = 10_000;

    [Fact]
    public Task Ten_thousand_hops() => AnalyzerTest.Verify(
        EffectSource.Handler("{|TH2001:M0|}();", Chain(Length, static next => $"{next}();")),
        $"'OnRx' allocates: OnRx → M0 → M1 → M2 → M3 → M4 → … {Length - 11} more … → M9994 → M9995 → M9996 → M9997 → M9998 → M9999 (new object)");

    /// <summary>Fewer: what is told of each has its whole way in it.</summary>
    [Fact]
    public void Each_of_three_thousand_as_a_root()
        => Assert.Equal(3_000, EveryRoot.Tell($"class C {{ {Chain(3_000, static next => $"{next}();")} }}").Count(static d => d.StartsWith("TH2001", StringComparison.Ordinal)));

    [Fact]
    public Task More_ways_than_atoms() => AnalyzerTest.Verify(
        EffectSource.Handler("{|TH2001:M0|}();", Chain(1000, static next => $"{next}(); {next}(); {next}();")));

    [Fact]
    public async Task Ten_thousand_calls_of_a_handler()
        => Assert.Equal(
            Length,
            (await AnalyzerTest.Report(
                EffectSource.Handler(string.Concat(Enumerable.Repeat("M0(); ", Length)), Chain(20, static next => $"{next}();")),
                ProjectOptions.Default)).Length);

    [Fact]
    public async Task Everything_reaches_everything()
    {
        // Each call of the handler could be searched through all layers.
        string layers = string.Concat(Enumerable.Range(0, 50).SelectMany(static layer => Enumerable.Range(0, 50).Select(i =>
            $"static void L{layer}_{i}() {{ {(layer == 49 ? "new object();" : string.Concat(Enumerable.Range(0, 50).Select(n => $"L{layer + 1}_{n}();")))} }}\n")));
        string calls = string.Concat(Enumerable.Range(0, 50).Select(static i => $"L0_{i}();"));
        string[] ids = await AnalyzerTest.Report(EffectSource.Handler(calls, layers), ProjectOptions.Default);
        Assert.All(ids, static id => Assert.Equal("TH2001", id));
        // Not each of fifty causes is told at each of fifty calls.
        Assert.InRange(ids.Length, 50, 50 * 8);
    }

    private static string Chain(int length, Func<string, string> call) => string.Concat(Enumerable.Range(0, length).Select(i =>
        string.Create(CultureInfo.InvariantCulture, $"static void M{i}() {{ {(i == length - 1 ? "new object();" : call($"M{i + 1}"))} }}\n")));
}
