using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>The chain from the handler to the cause: one sentence, at the handler's own call.</summary>
public sealed class ChainTests
{
    [Fact]
    public Task A_construct_in_the_handler() => AnalyzerTest.Verify(
        EffectSource.Handler("_buffer = {|TH2002:new byte[64]|};", "private byte[]? _buffer;"),
        "'OnRx' allocates: OnRx (new byte[]; stackalloc, or a field of the driver, does not allocate)");

    [Fact]
    public Task Several_hops() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "_ring.{|TH2001:Push|}(1);",
            "private readonly Ring _ring = new();",
            """
            internal sealed class Ring
            {
                private object? _last;
                public void Push(int value) => Store(value);
                private void Store(int value) => Keep();
                private void Keep() => _last = new object();
            }
            """),
        "'OnRx' allocates: OnRx → Ring.Push → Ring.Store → Ring.Keep (new object)");

    [Fact]
    public Task Recursion() => AnalyzerTest.Verify(
        EffectSource.Handler("{|TH4003:Walk|}(3);", "private void Walk(int n) { if (n > 0) { Step(n); } } private void Step(int n) => Walk(n - 1);"),
        "'OnRx' recurses: OnRx → Walk → Step → Walk (calls itself, and may overflow the stack)");

    [Fact]
    public Task What_a_throw_needs_is_not_told_beside_it() => AnalyzerTest.Verify(
        EffectSource.Handler("""if (irq.Status == 0) { string text = "none " + irq.Vector; {|TH4001:throw|} new InvalidOperationException(text); }"""));

    [Fact]
    public Task A_known_lambda_is_followed() => AnalyzerTest.Verify(
        EffectSource.Handler("{|TH2002:_action|}(1);", "private static readonly Action<int> _action = static n => { _ = new int[n]; };"));

    [Fact]
    public Task An_unknown_delegate() => AnalyzerTest.Verify(
        EffectSource.Handler("Done?.{|TH6001:Invoke|}(1);", "public event Action<int>? Done;"));
}
