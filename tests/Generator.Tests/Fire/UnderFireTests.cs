using System.Globalization;
using TopHalf.CompilerTesting;

namespace TopHalf.Generator.Tests.Fire;

/// <summary>
/// Damaged and senseless sources, thousands in a run. TOPHALF_SEED starts at another place; TOPHALF_FIRE multiplies how many.
/// </summary>
public sealed class UnderFireTests
{
    private static readonly int Seed = Number("TOPHALF_SEED", 3);
    private static readonly int Times = Number("TOPHALF_FIRE", 1);

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
    public void Damaged_sources() => Fire.Many(
        Seed * 1_000_000,
        300 * Times,
        static random => Mutation.Damage(Corpus.Sources[random.Next(Corpus.Sources.Length)], random),
        static source => Fire.At(source));

    [Fact]
    public void Damaged_sources_for_the_generator_alone() => Fire.Many(
        Seed * 2_000_000,
        2000 * Times,
        static random => Mutation.Damage(Corpus.Sources[random.Next(Corpus.Sources.Length)], random),
        static source => Fire.At(source, analyze: false));

    [Fact]
    public void Words_without_sense() => Fire.Many(Seed * 3_000_000, 300 * Times, Mutation.Soup, static source => Fire.At(source));

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
        RunDeep(() => Fire.At(source));
    }

    private static void RunDeep(Action test)
    {
        Exception? thrown = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    test();
                }
                catch (Exception exception)
                {
                    thrown = exception;
                }
            },
            maxStackSize: 16 << 20);
        thread.Start();
        thread.Join();
        if (thrown is not null)
        {
            throw new CheckFailedException(thrown.ToString());
        }
    }

    private static int Number(string variable, int otherwise)
        => int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out int given) ? given : otherwise;
}
