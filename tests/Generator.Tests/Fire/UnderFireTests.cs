using TopHalf.CompilerTesting.Fire;

namespace TopHalf.Generator.Tests.Fire;

/// <summary>
/// Damaged and senseless sources, thousands in a run.
/// </summary>
public sealed class UnderFireTests
{
    private static readonly Mutation Mutation = new(Corpus.Sources, Corpus.Words);

    [Fact]
    public void Sources_as_they_are()
    {
        (bool IsGenerated, bool IsClean)[] results = [.. Corpus.Sources.Select(static s => Fire.At(s))];
        // A corpus that is not found, or that nothing compiles of, would make every test here an empty one.
        Assert.InRange(results.Length, 100, int.MaxValue);
        Assert.InRange(results.Count(static r => r.IsGenerated), 50, int.MaxValue);
        Assert.InRange(results.Count(static r => r.IsClean), 20, int.MaxValue);
    }

    [Fact]
    public void Damaged_sources() => Barrage.Many(
        Barrage.Seed * 1_000_000,
        300 * Barrage.Times,
        Mutation.Any,
        static source => Fire.At(source));

    [Fact]
    public void Damaged_sources_for_the_generator_alone() => Barrage.Many(
        Barrage.Seed * 2_000_000,
        2000 * Barrage.Times,
        Mutation.Any,
        static source => Fire.At(source, analyze: false));

    [Fact]
    public void Words_without_sense() => Barrage.Many(Barrage.Seed * 3_000_000, 300 * Barrage.Times, Mutation.Soup, static source => Fire.At(source));

    [Fact]
    public void Every_moment_of_typing_a_driver()
    {
        const string Source = """
            using TopHalf;
            [InterruptDriver(VendorId = 0x1234)]
            [IrqDisable(RegisterType.Port8, bar: 5, 0x10, 0xFF, 0)]
            partial class D
            {
                const uint Status = 0x24;
                [MsiVector(0, Count = 2, Thread = "rx")]
                [IrqPending(RegisterType.Mmio32, 0, Status, mask: ~0u, ReadClears = true)]
                static void OnDone(in Interrupt irq) { }
            }
            """;
        for (int length = 0; length <= Source.Length; length++)
        {
            // The editor closes what is open, or it does not.
            Fire.At(Source[..length]);
            Fire.At(Source[..length] + " void X() { } }", analyze: false);
        }
    }

    [Fact]
    public void Projects_with_references_missing()
    {
        foreach (string missing in new[] { "TopHalf.dll", "System.Runtime.dll", "System.Private.CoreLib.dll", ".dll" })
        {
            foreach (string source in Corpus.Sources.Where(static (_, i) => i % 7 == 0))
            {
                Fire.At(source, change: compilation => compilation.RemoveReferences(
                    compilation.References.Where(r => r.Display!.EndsWith(missing, StringComparison.Ordinal))));
            }
        }
    }

    [Theory]
    [InlineData("partial class N { ", "[InterruptDriver] partial class D { [MsiVector(0)] void OnDone(in Interrupt irq) { } }", " }", 200)]
    [InlineData("namespace N { ", "[InterruptDriver] partial class D { [MsiVector(0)] void OnDone(in Interrupt irq) { } }", " }", 150)]
    [InlineData("", "[InterruptDriver] partial class D { [MsiVector(0", "+ 0", 20_000)]
    [InlineData("", "[InterruptDriver] partial class D { const int X = 0", "+ 0", 20_000)]
    [InlineData("", "[InterruptDriver] partial class D { [MsiVector(", "(0", 3_000)]
    [InlineData("[InterruptDriver] ", "partial class D { ", "[MsiVector(0)] ", 2_000)]
    [InlineData("", "[InterruptDriver] partial class D : A", ".A<A", 2_000)]
    public void Deep_and_long(string before, string middle, string after, int times)
    {
        string source = "using TopHalf;\n" + string.Concat(Enumerable.Repeat(before, times)) + middle + string.Concat(Enumerable.Repeat(after, times));
        // Roslyn itself needs a larger stack than a test's thread has for some of these.
        Barrage.RunDeep(() => Fire.At(source));
    }
}
