using Microsoft.CodeAnalysis;
using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>The analyzer harness itself: it fails where it must.</summary>
public sealed class HarnessTests
{
    private const string Fault = "[MsiVector({|TH1201:-1|})] void OnDone(in Interrupt irq) { }";

    [Theory]
    [InlineData("[MsiVector(-1)] void OnDone(in Interrupt irq) { }")]
    [InlineData("[MsiVector(-{|TH1201:1|})] void OnDone(in Interrupt irq) { }")]
    [InlineData("[MsiVector({|TH1202:-1|})] void OnDone(in Interrupt irq) { }")]
    [InlineData("[MsiVector({|TH1201:{|TH1201:-1|}|})] void OnDone(in Interrupt irq) { }")]
    [InlineData("[MsiVector({|TH1201:1|})] void OnDone(in Interrupt irq) { }")]
    [InlineData(Fault + " int n = Missing;")]
    public async Task What_is_reported_must_be_what_is_marked(string members)
        => await Assert.ThrowsAsync<CheckFailedException>(() => AnalyzerTest.Verify(DriverSource.WithMembers(members)));

    [Fact]
    public async Task Messages_must_be_what_is_expected()
        => await Assert.ThrowsAsync<CheckFailedException>(
            () => AnalyzerTest.Verify(DriverSource.WithMembers(Fault), "Use vectors from 0 to 2047: MSI-X has no vector 1"));

    [Theory]
    [InlineData("{|TH1001:open")]
    [InlineData("closed|}")]
    public void Marks_come_in_pairs(string source) => Assert.Throws<CheckFailedException>(() => Markup.Parse(source));

    [Fact]
    public void Marks_may_lie_in_each_other()
    {
        var markup = Markup.Parse("a{|TH1:b{|TH2:c|}d|}e");
        Assert.Equal("abcde", markup.Text);
        Assert.Equal([("TH1", 1, 3), ("TH2", 2, 1)], markup.Expected.Select(static e => (e.Id, e.Span.Start, e.Span.Length)));
    }

    [Fact]
    public Task A_library_is_seen_without_its_code() => AnalyzerTest.Verify(
        "using TopHalf; [InterruptDriver] public partial class MyDriver { [MsiVector(0)] void OnDone(in Interrupt irq) => Card.{|TH6005:Reset|}(); }",
        new ProjectOptions { Library = "public static class Card { public static void Reset() { } }" });

    [Fact]
    public Task Files_beside_the_sources_are_read() => AnalyzerTest.Verify(
        "using TopHalf; [InterruptDriver] public partial class MyDriver { [MsiVector(0)] void OnDone(in Interrupt irq) => Card.{|TH3002:Reset|}(); }",
        new ProjectOptions
        {
            Library = "public static class Card { public static void Reset() { } }",
            AdditionalFiles = new Dictionary<string, string> { ["InterruptEffects.txt"] = "M:Card.Reset; wait; waits for the card" },
        });

    [Fact]
    public async Task Marks_in_files_beside_the_sources_count()
        => await Assert.ThrowsAsync<CheckFailedException>(() => AnalyzerTest.Verify("class C;", new ProjectOptions
        {
            AdditionalFiles = new Dictionary<string, string> { ["InterruptEffects.txt"] = "# {|TH6103:fine|}" },
        }));

    [Fact]
    public async Task A_library_must_compile()
        => await Assert.ThrowsAsync<CheckFailedException>(() => AnalyzerTest.Verify("class C;", new ProjectOptions { Library = "class" }));

    [Fact]
    public Task Symbols_and_programs() => AnalyzerTest.Verify(
        """
        #if CARD
        System.Console.WriteLine("A statement of a program.");
        #else
        #error The symbol is not defined.
        #endif
        """,
        new ProjectOptions { PreprocessorSymbols = ["CARD"], Output = OutputKind.ConsoleApplication });

    [Fact]
    public void A_run_that_must_compile_fails_where_it_does_not()
        => Assert.Throws<CheckFailedException>(() => GeneratorRun.Of("class MyDriver { int n = Missing; }"));
}
