using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>Loops that nothing bounds, and what they wait for.</summary>
public sealed class UnboundedLoopRuleTests
{
    [Theory]
    [InlineData("{|TH4004:while (true)|} { Use(1); }")]
    [InlineData("{|TH4004:while (true)|} { }")]
    [InlineData("{|TH4004:while (true)|};")]
    [InlineData("{|TH4004:for (;;)|} { }")]
    [InlineData("{|TH4004:for (;;)|} { Use(1); }")]
    [InlineData("do { Use(1); } {|TH4004:while (true)|};")]
    [InlineData("again: Use(1); {|TH4004:goto again;|}")]
    [InlineData("{|TH4004:while (true)|} { for (int i = 0; i < 8; i++) { Use(i); } }")]
    [InlineData("{|TH4004:while (true)|} { int i = 0; while (i < 8) { i++; } }")]
    [InlineData("for (int i = 0; i < 8; i++) { {|TH4004:while (true)|} { Use(i); } }")]
    [InlineData("{|TH4004:while (true)|} { try { Use(1); return; } catch (InvalidOperationException) { Use(2); } }")]
    [InlineData("{|TH4004:while (_head != (int)Status)|} { Use(1); _head = (_head + 1) & 255; }")]
    [InlineData("{|TH4004:while (_head != Volatile.Read(ref _tail))|} { Use(1); _head = (_head + 1) & 255; }")]
    [InlineData("{|TH4004:while (ConsumeShared())|} { Use(1); }")]
    [InlineData("{|TH4004:while (_fifo.TryPopShared(out int n))|} { Use(n); }")]
    [InlineData("{|TH4004:while (!_fifo.IsEmptyShared)|} { Use(_fifo.Pop()); }")]
    [InlineData("{|TH4004:for (int i = 0; i < Status; i++)|} { Use(i); }")]
    [InlineData("{|TH4004:while (true)|} { int tail = Volatile.Read(ref _tail); if (_head == tail) { break; } _head++; }")]
    [InlineData("{|TH4004:for (int i = 0; i < 8; i++)|} { if (IsBusy()) { i--; } }")]
    [InlineData("int budget = 8; {|TH4004:while (budget > 0)|} { budget--; if (_isReady) { budget = 16; } }")]
    [InlineData("{|TH4004:while (_head != 8)|} { AdvanceIfReady(); }")]
    public Task Without_a_bound(string body) => AnalyzerTest.Verify(LoopSource.Handler(body));

    [Theory]
    [InlineData("{|TH4005:while ((_bar.Read32(0x10) & 1) != 0)|} { }")]
    [InlineData("{|TH4005:while ((Status & 1) != 0)|};")]
    [InlineData("{|TH4005:while (IsBusy())|} { }")]
    [InlineData("{|TH4005:while (IsBusyLater())|} { }")]
    [InlineData("{|TH4005:while ((Reg(0x10) & 1) != 0)|} { }")]
    [InlineData("do { } {|TH4005:while (IsBusy())|};")]
    [InlineData("uint status; do { status = _bar.Read32(0x10); } {|TH4005:while ((status & 1) == 0)|};")]
    [InlineData("{|TH4005:for (;;)|} { uint status = Status; if ((status & 1) == 0) { break; } }")]
    [InlineData("{|TH4005:while (true)|} { if (!IsBusy()) { return; } }")]
    [InlineData("uint status = Status; {|TH4005:while (status != 0)|} { _bar.Write32(0x14, status); status = Status; }")]
    [InlineData("uint status; {|TH4005:while ((status = Status) != 0)|} { _bar.Write32(0x14, status); }")]
    [InlineData("{|TH4005:while (!_isReady)|} { }")]
    [InlineData("{|TH4005:while (!_isDone)|} { }")]
    [InlineData("{|TH4005:while (!Volatile.Read(ref _isDone))|} { }")]
    [InlineData("{|TH4005:while (Interlocked.Exchange(ref _state, 1) != 0)|} { }")]
    [InlineData("{|TH4005:while (Interlocked.CompareExchange(ref _state, 1, 0) != 0)|} { }")]
    [InlineData("{|TH4005:while (!TryTake())|} { } bool TryTake() => Interlocked.CompareExchange(ref _state, 1, 0) == 0;")]
    [InlineData("wait: if (IsBusy()) { {|TH4005:goto wait;|} }")]
    [InlineData("{|TH4005:while (IsBusy())|} { Thread.SpinWait(10); }")]
    [InlineData("SpinWait wait = default; {|TH4005:while (IsBusy())|} { wait.{|TH3003:SpinOnce|}(); }")]
    [InlineData("int got = 0; {|TH4005:while (got < 8)|} { if (_isReady) { got++; } }")]
    [InlineData("uint bits = 0; {|TH4005:while ((bits & 1) == 0)|} { bits |= Status; }")]
    [InlineData("int state = 0; {|TH4005:while (true)|} { switch (state) { case 0: if (!IsBusy()) { state = 1; } break; default: return; } }")]
    public Task Polling(string body) => AnalyzerTest.Verify(LoopSource.Handler(body));

    [Theory]
    [InlineData("int old; do { old = _state; } {|TH4006:while (Interlocked.CompareExchange(ref _state, old + 1, old) != old)|};")]
    [InlineData("{|TH4006:while (true)|} { int old = Volatile.Read(ref _state); if (old == 8 || Interlocked.CompareExchange(ref _state, old + 1, old) == old) { return; } }")]
    public Task Retrying(string body) => AnalyzerTest.Verify(LoopSource.Handler(body));

    [Fact]
    public Task In_what_a_handler_calls() => AnalyzerTest.Verify(
        LoopSource.Handler("{|TH4005:Settle|}(); Each(); ").Replace(
            "private volatile bool _isReady;",
            "private volatile bool _isReady; private void Settle() { while (IsBusy()) { } } private void Each() { foreach (int n in _list) { Use(n); } }",
            StringComparison.Ordinal),
        "'OnRx' has no bound: OnRx → Settle (polls until the device or another thread changes something; a count of attempts would bound it)");

    [Fact]
    public Task In_functions_of_every_kind() => AnalyzerTest.Verify(EffectSource.Handler(
        "{|TH4004:Local|}(); {|TH4004:Later|}(); _ = {|TH4004:Value|}; void Local() { while (true) { } }",
        """
        private static readonly Action Later = static () => { for (;;) { } };
        private int Value { get { Inner(); return 1; void Inner() { while (true) { } } } }
        """));

    [Fact]
    public Task Two_loops_are_two() => AnalyzerTest.Verify(LoopSource.Handler(
        "{|TH4005:while (IsBusy())|} { } {|TH4004:while (true)|} { {|TH4005:while (!_isReady)|} { } Use(1); }"));
}
