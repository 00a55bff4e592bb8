using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>TH4007: collections that throw where the element is missing.</summary>
public sealed class MissingElementRuleTests
{
    private const string Members = """
        private readonly Queue<int> _queue = new(8);
        private readonly Stack<int> _stack = new(8);
        private readonly Dictionary<int, int> _map = new(8);
        private int _n;
        """;

    [Theory]
    [InlineData("_n = _queue.{|TH4007:Dequeue|}();")]
    [InlineData("_n = _stack.{|TH4007:Peek|}();")]
    [InlineData("_n = {|TH4007:_map[irq.Vector]|};")]
    [InlineData("if (_stack.Count > 0) { _n = _queue.{|TH4007:Dequeue|}(); }")]
    [InlineData("void Take() => _n = _queue.Dequeue(); if (_queue.Count > 0) { {|TH4007:Take|}(); _queue.Clear(); {|TH4007:Take|}(); }")]
    [InlineData("if (_queue.Count > 0) { void Take() => _n = _queue.Dequeue(); _queue.Clear(); {|TH4007:Take|}(); }")]
    public Task Nothing_was_asked(string body) => AnalyzerTest.Verify(EffectSource.Handler(body, Members));

    [Theory]
    [InlineData("if (_queue.Count > 0) { _n = _queue.Dequeue(); }")]
    [InlineData("if (_queue.Count == 0) { return; } _n = _queue.Dequeue();")]
    [InlineData("for (int i = 0; i < 4 && _stack.Count > 0; i++) { _n = _stack.Pop(); }")]
    [InlineData("if (_map.ContainsKey(irq.Vector) && _map[irq.Vector] > 3) { _n = 1; }")]
    [InlineData("if (_queue.TryDequeue(out int next)) { _n = next; }")]
    [InlineData("if (_map.TryGetValue(irq.Vector, out int value)) { _n = value; }")]
    public Task It_was_asked_before(string body) => AnalyzerTest.Verify(EffectSource.Handler(body, Members));
}
