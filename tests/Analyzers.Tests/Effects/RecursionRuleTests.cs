using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>TH4003: a chain of calls that comes back to where it was.</summary>
public sealed class RecursionRuleTests
{
    private const string Types = """
        internal sealed class Node
        {
            public Node? Left, Right;
            public int Sum() => (Left?.Sum() ?? 0) + (Right?.Sum() ?? 0);
            public int Depth { get { return Left is null ? 0 : 1 + Left.Depth; } }
            public static Node operator !(Node n) => n.Left is null ? n : !n.Left;
        }
        internal sealed record Link(int Number, Link? Next);
        internal sealed record Even(Odd? Next);
        internal sealed record Odd(Even? Next);
        internal sealed record Pair(int A, int B);
        internal abstract class Shape { public abstract int Area(); }
        internal sealed class Square : Shape { public override int Area() => 1; }
        internal sealed class Twice : Shape { private readonly Shape _of; public Twice(Shape of) => _of = of; public override int Area() => 2 * _of.Area(); }
        """;

    private const string Members = """
        private int _count;
        private readonly Node _root = null!;
        private readonly Link _link = null!;
        private readonly Even _even = null!;
        private readonly Pair _pair = null!;
        private void Down(int n) { if (n > 0) { Down(n - 1); } }
        private void Ping(int n) { if (n > 0) { Pong(n - 1); } }
        private void Pong(int n) => Ping(n);
        private void Enter() => Ping(3);
        private void Twice() { Once(); Once(); }
        private void Once() => _count++;
        private T Same<T>(T value) => value;
        private int Nested() => Same(Same(1));
        """;

    [Theory]
    [InlineData("{|TH4003:Down|}(3);")]
    [InlineData("{|TH4003:Ping|}(3);")]
    [InlineData("{|TH4003:Enter|}();")]
    [InlineData("_count = _root.{|TH4003:Sum|}();")]
    [InlineData("_count = _root.{|TH4003:Depth|};")]
    [InlineData("_ = {|TH4003:!_root|};")]
    [InlineData("{|TH4003:Again|}(3); void Again(int n) { if (n > 0) { Again(n - 1); } }")]
    [InlineData("if (_count++ < 3) { {|TH4003:OnRx|}(irq); }")]
    [InlineData("{|TH4003:Back|}(irq); void Back(in Interrupt i) => OnRx(i);")]
    [InlineData("if ({|TH4003:_link == null|}) { _count++; }")]
    [InlineData("if (_link.{|TH4003:Equals|}(_link)) { _count++; }")]
    [InlineData("_count = _link.{|TH4003:GetHashCode|}();")]
    [InlineData("_count = _even.{|TH4003:GetHashCode|}();")]
    public Task Reported(string body) => AnalyzerTest.Verify(EffectSource.Handler(body, Members, Types));

    [Theory]
    [InlineData("Twice(); Once();")]
    [InlineData("_count = Nested();")]
    [InlineData("if (_link is null || _pair == null || ReferenceEquals(_link, _link)) { _count = _pair.GetHashCode(); }")]
    [InlineData("_count = Same(1) + Same(2);")]
    public Task Not_reported(string body) => AnalyzerTest.Verify(EffectSource.Handler(body, Members, Types));

    [Fact]
    public Task The_way_round_is_shown() => AnalyzerTest.Verify(
        EffectSource.Handler("{|TH4003:Enter|}();", Members, Types),
        "'OnRx' recurses: OnRx → Enter → Ping → Pong → Ping (calls itself, and may overflow the stack)");
}
