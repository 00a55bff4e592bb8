using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>Loops whose bodies a program wrote.</summary>
public sealed class LargeLoopTests
{
    [Fact]
    public Task A_thousand_branches() => AnalyzerTest.Verify(LoopSource.Handler(
        "for (int i = 0; i < 8; i++) { " + string.Concat(Enumerable.Range(0, 1000).Select(static n => $"if (_sum == {n}) {{ _head = {n}; continue; }} ")) + " }"));

    [Fact]
    public Task A_hundred_states() => AnalyzerTest.Verify(LoopSource.Handler(
        "int state = 0; while (true) { switch (state) { "
        + string.Concat(Enumerable.Range(0, 100).Select(static n => $"case {n}: state = {n + 1}; break; ")) + " default: return; } }"));

    [Fact]
    public Task A_hundred_loops_in_each_other() => AnalyzerTest.Verify(LoopSource.Handler(
        string.Concat(Enumerable.Range(0, 100).Select(static n => $"for (int i{n} = 0; i{n} < 2; i{n}++) {{ ")) + "Use(1);" + new string('}', 100)));
}
