using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>Loops that test what they move: they end only where it moves towards its end.</summary>
public sealed class ProgressTests
{
    /// <summary>The type cannot reach the end, the step leads away, the end moves too, the variable starts again.</summary>
    [Theory]
    [InlineData("{|TH4004:for (uint i = 8; i >= 0; i--)|} { Use((int)i); }")]
    [InlineData("{|TH4004:for (byte i = 0; i < 256; i++)|} { Use(i); }")]
    [InlineData("{|TH4004:for (int i = 0; i < _ring.Length; i--)|} { Use(1); }")]
    [InlineData("{|TH4004:for (double t = 0; t != 1; t += 0.1)|} { Use(1); }")]
    [InlineData("{|TH4004:for (int i = 0; i < _budget; i++)|} { _budget++; }")]
    [InlineData("{|TH4004:for (int i = 0; i < 8; i++)|} { if (_ring[i].Length < 0) { i = 0; } }")]
    [InlineData("{|TH4004:while (_head < 64)|} { _head = (_head + 1) % 64; }")]
    [InlineData("int budget = 8; {|TH4004:while (budget > 0)|} { if (Status == 0) { budget = 8; continue; } budget--; }")]
    public Task Moves_but_not_to_the_end(string body) => AnalyzerTest.Verify(LoopSource.Handler(body));

    /// <summary>What data says may be zero.</summary>
    [Theory]
    [InlineData("{|TH4004:for (int at = 0; at < 256;)|} { at += _ring[at].Length; }")]
    [InlineData("int at = 0; {|TH4004:while (at < 256)|} { int length = _ring[at].Length; at += length; }")]
    [InlineData("ReadOnlySpan<Descriptor> rest = _ring; {|TH4004:while (rest.Length > 0)|} { rest = rest[rest[0].Length..]; }")]
    [InlineData("ReadOnlySpan<Descriptor> rest = _ring; {|TH4004:while (!rest.IsEmpty)|} { rest = rest.Slice(rest[0].Length); }")]
    public Task A_step_may_be_zero(string body) => AnalyzerTest.Verify(LoopSource.Handler(body));

    /// <summary>A test, a sum or a maximum says that it is not.</summary>
    [Theory]
    [InlineData("for (int at = 0; at < 256;) { at += _ring[at].Length + 1; }")]
    [InlineData("for (int at = 0; at < 256;) { at += Math.Max(4, _ring[at].Length); }")]
    [InlineData("int at = 0; while (at < 256) { int length = _ring[at].Length; if (length <= 0) { break; } at += length; }")]
    [InlineData("int at = 0; while (at < 256) { int length = _ring[at].Length; switch (length) { case 0: return; default: at += length; break; } }")]
    [InlineData("int left = _budget; while (left > 0) { int part = Math.Min(left, 64); left -= part; }")]
    [InlineData("ReadOnlySpan<Descriptor> rest = _ring; while (rest.Length > 2) { rest = rest[2..]; }")]
    public Task A_step_is_not_zero(string body) => AnalyzerTest.Verify(LoopSource.Handler(body));

    /// <summary>Twice zero is zero; what may be something else by then is not.</summary>
    [Theory]
    [InlineData("{|TH4004:for (int i = 0; i < 256; i *= 2)|} { Use(i); }")]
    [InlineData("uint bit; bit = 0u; {|TH4004:while (bit < 256)|} { Use((int)bit); bit <<= 1; }")]
    [InlineData("long i = 0; {|TH4004:while (i < 256)|} { i = 2 * i; }")]
    [InlineData("int i = 0; if (Status != 0) { i = 1; } while (i < 256) { i *= 2; }")]
    [InlineData("int i = 0; i++; while (i < 256) { i *= 2; }")]
    [InlineData("int i = _head; while (i < 256) { i *= 2; }")]
    [InlineData("int i = 0; Start(ref i); while (i < 256) { i <<= 1; } static void Start(ref int value) => value = 1;")]
    public Task A_product_of_zero_stays(string body) => AnalyzerTest.Verify(LoopSource.Handler(body));

    /// <summary>What a moment of the same round is compared with is no deadline.</summary>
    [Theory]
    [InlineData("long start = Stopwatch.GetTimestamp(); {|TH4005:while (Stopwatch.GetElapsedTime(start).Ticks < 9)|} { start = Stopwatch.GetTimestamp(); }")]
    [InlineData("long end = Stopwatch.GetTimestamp() + 9; while (Stopwatch.GetTimestamp() < end) { }")]
    [InlineData("long start = Stopwatch.GetTimestamp(); while (Stopwatch.GetTimestamp() - start < 9) { }")]
    public Task A_deadline_stays(string body) => AnalyzerTest.Verify("using System.Diagnostics;\n" + LoopSource.Handler(body));

    /// <summary>A second counter bounds what it allows; a state that keeps itself is waited for.</summary>
    [Theory]
    [InlineData("int budget = 3; for (int i = 0; i < 8; i++) { if (Status == 0 && budget-- > 0) { i--; } }")]
    [InlineData("{|TH4004:for (int i = 0; i < 8; i++)|} { if (Status == 0) { i--; } }")]
    [InlineData("int state = 0; while (state != 2) { state = state switch { 0 => 1, _ => 2 }; }")]
    [InlineData("int state = 0; {|TH4004:while (state != 2)|} { state = state switch { 0 when Status != 0 => 2, _ => state }; }")]
    [InlineData("do { Use(1); } {|TH4005:while ((Status & 1) != 0 || (Status & 2) != 0)|};")]
    public Task Other_ways_round(string body) => AnalyzerTest.Verify(LoopSource.Handler(body));
}
