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
    public void A_run_that_must_compile_fails_where_it_does_not()
        => Assert.Throws<CheckFailedException>(() => GeneratorRun.Of("class MyDriver { int n = Missing; }"));
}
