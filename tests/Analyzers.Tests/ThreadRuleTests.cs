using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>TH1204 and TH1205: names of receive threads.</summary>
public sealed class ThreadRuleTests
{
    [Theory]
    [InlineData("Thread = {|TH1204:\"\"|}", "")]
    [InlineData("Count = 2, Thread = {|TH1204:\" \\t\"|}", " \t")]
    public Task TH1204_blank(string thread, string name) => AnalyzerTest.Verify(
        DriverSource.WithMembers($"[MsiVector(0, {thread})] void OnDone(in Interrupt irq) {{ }}"),
        $"Give the thread a name, or remove Thread to use the default thread: '{name}' shows nothing");

    [Theory]
    [InlineData("Thread = null")]
    [InlineData("Thread = \"rx\"")]
    [InlineData("Thread = \"a very long name of a receive thread\"")]
    public Task Names_that_are_right(string thread) => AnalyzerTest.Verify(
        DriverSource.WithMembers($"[MsiVector(0, {thread})] void OnDone(in Interrupt irq) {{ }}"));

    [Fact]
    public Task TH1205_alike_in_the_15_characters_that_are_shown() => AnalyzerTest.Verify(
        DriverSource.WithMembers("""
            [MsiVector(0, Thread = "rx0")] void OnA(in Interrupt irq) { }
            [MsiVector(1, Thread = "tx"), MsiVector(2, Thread = "rx0")] void OnB(in Interrupt irq) { }
            [MsiVector(3, Thread = {|TH1205:"rx1"|})] void OnC(in Interrupt irq) { }
            """),
        "Rename the thread 'rx1' or shorten 'MyDriver' to tell it from the thread 'rx0': Linux shows 15 characters of a thread's name, 'irq/MyDriver-rx' for both");
}
