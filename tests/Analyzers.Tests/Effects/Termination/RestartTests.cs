using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>What starts again: where it said no, which ends the loop, or in its rounds, which it does not.</summary>
public sealed class RestartTests
{
    /// <summary>A source that starts again where it has said no.</summary>
    [Theory]
    [InlineData("while (_again.TryNext(out int n)) { Use(n); }")]
    [InlineData("while (true) { if (!_again.TryNext(out int n)) { break; } Use(n); }")]
    [InlineData("for (;;) { bool got = _again.TryNext(out int n); if (!got) { return; } Use(n); }")]
    [InlineData("while (_again.TryThrough(out int n)) { Use(n); }")]
    [InlineData("while (_again.TryLater(out int n)) { Use(n); }")]
    [InlineData("while (!_again.IsEmptyOr(out int n)) { Use(n); }")]
    [InlineData("while (_again.TryNext(out int n) && n != 3) { Use(n); }")]
    public Task Ends_where_it_says_no(string body) => AnalyzerTest.Verify(LoopSource.Handler(body));

    /// <summary>One that starts again and says yes, or may; a loop that goes on when it says no.</summary>
    [Theory]
    [InlineData("{|TH4004:while (_again.TryEndlessly(out int n))|} { Use(n); }")]
    [InlineData("{|TH4004:while (_again.TryPerhaps(out int n))|} { Use(n); }")]
    [InlineData("{|TH4004:while (_again.TryCaught(out int n))|} { Use(n); }")]
    [InlineData("{|TH4004:while (_sum < 100)|} { if (_again.TryNext(out int n)) { _sum = n; } }")]
    [InlineData("{|TH4004:for (;;)|} { bool got = _again.TryNext(out int n); got = n != 3; if (!got) { return; } }")]
    [InlineData("{|TH4004:while (true)|} { while (_again.TryNext(out int n)) { Use(n); } }")]
    public Task Goes_on(string body) => AnalyzerTest.Verify(LoopSource.Handler(body));

    /// <summary>A variable that is set, and moves on by that.</summary>
    [Theory]
    [InlineData("for (int i = _head; i < 8; i++) { if (i == 0) { i = 1; } Use(i); }")]
    [InlineData("int i = 0; while (i < 256) { if (i == 0) { i = 1; } i *= 2; }")]
    [InlineData("int i = _head; while (i < 256) { if (i <= 0) { i = 1; } i <<= 1; }")]
    [InlineData("int low = _budget; for (int i = 0; i < 64; i++) { if (i < low) { i = low; } Use(i); }")]
    [InlineData("for (int i = 63; i >= 0; i--) { if (i > 16) { i = 16; } Use(i); }")]
    [InlineData("for (int i = 63; i >= 0; i--) { if (8 == i) { i = 4; } Use(i); }")]
    [InlineData("int i = _head; while (i < 8) { if (i == 0) { i = 1; } else { i++; } }")]
    [InlineData("int i = _head; while (i < 8) { if (i != 0) { i++; } else { i = 1; } }")]
    public Task Set_further_on(string body) => AnalyzerTest.Verify(LoopSource.Handler(body));

    /// <summary>One that is set back, or to where it is.</summary>
    [Theory]
    [InlineData("{|TH4004:for (int i = 0; i < 8; i++)|} { if (i == 3) { i = 1; } }")]
    [InlineData("{|TH4004:for (int i = 0; i < 8; i++)|} { if (i > 3) { i = 3; } }")]
    [InlineData("{|TH4004:for (int i = 0; i < 8; i++)|} { if (i != 3) { i = 5; } }")]
    [InlineData("{|TH4004:for (int i = 0; i < 8; i++)|} { if (i < _budget) { i = _head; } }")]
    [InlineData("int low = 3; {|TH4004:for (int i = 0; i < 8; i++)|} { if (i <= low) { i = low; } low = 3; }")]
    [InlineData("{|TH4004:for (int i = 8; i > 0; i--)|} { if (i == 3) { i = 6; } }")]
    [InlineData("int i = 0; {|TH4004:while (i < 5)|} { if (i == 0) { i = 1; } }")]
    [InlineData("{|TH4004:for (int i = 0; i < 8; i++)|} { if (i == 3) { i -= 2; i = 4; } }")]
    public Task Set_back(string body) => AnalyzerTest.Verify(LoopSource.Handler(body));

    /// <summary>What a local function returns is its own, not what the method around it returns.</summary>
    [Theory]
    [InlineData("bool Run() { { bool Try() { _head = 0; return _isReady; } for (_head = 0; _head < 10 && Try(); _head++) { } } return false; } {|TH4004:Run|}();")]
    [InlineData("bool Run() { if (_isReady) { bool Try() { _head = 0; return _tail > 3; } for (_head = 0; _head < 10 && Try(); _head++) { } } return false; } {|TH4004:Run|}();")]
    [InlineData("bool Run() { { bool Try() { _head = 0; return true; } for (_head = 0; _head < 10 && Try(); _head++) { } } return false; } {|TH4004:Run|}();")]
    [InlineData("bool Run() { { bool Try() { _head = 0; return false; } for (_head = 0; _head < 10 && Try(); _head++) { } } return true; } Run();")]
    public Task In_a_local_function(string body) => AnalyzerTest.Verify(LoopSource.Handler(body));
}
