using Microsoft.CodeAnalysis;
using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>TH40xx: what throws, and what only might.</summary>
public sealed class ThrowRuleTests
{
    private const string Members = """
        private int _count;
        private readonly Dictionary<int, int> _map = new();
        private readonly Queue<int> _queue = new();
        private object _any = null!;
        private void Use(int n) => _count += n;
        private void Check(object? o) { ArgumentNullException.ThrowIfNull(o); ArgumentOutOfRangeException.ThrowIfNegative(_count); }
        [System.Diagnostics.CodeAnalysis.DoesNotReturn] private static void Fail() => throw new InvalidOperationException("bad " + 1);
        private static void FailLater(int n) { Fail(); }
        private static Exception Make(int n) => new InvalidOperationException("bad " + n);
        """;

    [Theory]
    [InlineData("{|TH4001:throw|} new InvalidOperationException();")]
    [InlineData("if (_count < 0) { {|TH4001:throw|} new InvalidOperationException(\"negative: \" + _count); }")]
    [InlineData("if (_count < 0) { string text = \"negative: \" + _count; var e = new InvalidOperationException(text); {|TH4001:throw|} e; }")]
    [InlineData("Use(_count > 0 ? _count : {|TH4001:throw|} new InvalidOperationException());")]
    [InlineData("object o = _any ?? {|TH4001:throw|} new InvalidOperationException();")]
    [InlineData("Use(_count switch { 0 => 1, 1 => 2, _ => {|TH4001:throw|} new InvalidOperationException($\"{_count}\") });")]
    [InlineData("switch (_count) { case 0: Use(1); break; default: {|TH4001:throw|} new InvalidOperationException($\"{_count}\"); }")]
    [InlineData("try { {|TH4001:throw|} new InvalidOperationException(); } catch (InvalidOperationException) { Use(1); }")]
    [InlineData("try { Use(1); } catch (Exception e) { {|TH4001:throw|} new InvalidOperationException(\"\", e); }")]
    [InlineData("try { Use(1); } finally { if (_count > 0) { {|TH4001:throw|} new InvalidOperationException(); } }")]
    [InlineData("try { Use(1); } catch (InvalidOperationException e) { {|TH4001:throw|} e; }")]
    [InlineData("if (_count < 0) { {|TH4001:Fail|}(); }")]
    [InlineData("if (_count < 0) { {|TH4001:FailLater|}(1); }")]
    [InlineData("if (_count < 0) { {|TH4001:throw|} Make(_count); }")]
    [InlineData("{|TH4001:Local|}(); void Local() => throw new InvalidOperationException();")]
    [InlineData("Use(int.{|TH4002:Parse|}(\"3\"));")]
    public Task Reported(string body) => AnalyzerTest.Verify(EffectSource.Handler(body, Members));

    [Theory]
    [InlineData("Check(_any);")]
    [InlineData("ArgumentNullException.ThrowIfNull(_any); ObjectDisposedException.ThrowIf(_count < 0, this);")]
    [InlineData("try { Use(1); } catch (InvalidOperationException) { throw; }")]
    [InlineData("try { Use(1); } catch { throw; }")]
    [InlineData("try { Use(1); } catch (InvalidOperationException) when (_count > 0) { Use(2); }")]
    [InlineData("if (_map.TryGetValue(3, out int value)) { Use(value); }")]
    [InlineData("if (int.TryParse(\"3\", System.Globalization.CultureInfo.InvariantCulture, out int value)) { Use(value); }")]
    [InlineData("const bool isStrict = false; if (isStrict) { throw new InvalidOperationException(); }")]
    [InlineData("int[] a = Array.Empty<int>(); Use(a[_count]); Use(1 / _count); Use((int)_any); Use(checked(_count + 1));")]
    public Task Not_reported(string body) => AnalyzerTest.Verify(EffectSource.Handler(body, Members));

    /// <summary>A check of arguments throws for mistakes; of a constant that it refuses it is known to throw.</summary>
    [Theory]
    [InlineData("ArgumentOutOfRangeException.{|TH4001:ThrowIfNegative|}(-1); ArgumentOutOfRangeException.ThrowIfNegative(1); ArgumentOutOfRangeException.ThrowIfNegative(_count);")]
    [InlineData("ArgumentOutOfRangeException.{|TH4001:ThrowIfZero|}(0.0); ArgumentOutOfRangeException.ThrowIfZero(double.NaN); ArgumentOutOfRangeException.{|TH4001:ThrowIfNegativeOrZero|}(0m);")]
    [InlineData("const int limit = 4; ArgumentOutOfRangeException.{|TH4001:ThrowIfGreaterThan|}(5, limit); ArgumentOutOfRangeException.ThrowIfGreaterThan(4, limit); ArgumentOutOfRangeException.ThrowIfGreaterThan(_count, limit);")]
    [InlineData("ArgumentOutOfRangeException.{|TH4001:ThrowIfLessThan|}(1UL, 2UL); ArgumentOutOfRangeException.{|TH4001:ThrowIfLessThanOrEqual|}(2, 2); ArgumentOutOfRangeException.{|TH4001:ThrowIfGreaterThanOrEqual|}(2, 2);")]
    [InlineData("ArgumentOutOfRangeException.{|TH4001:ThrowIfEqual|}(2, 2); ArgumentOutOfRangeException.ThrowIfEqual(2, 3); ArgumentOutOfRangeException.{|TH4001:ThrowIfNotEqual|}(2, 3); ArgumentOutOfRangeException.ThrowIfNotEqual(2, 2);")]
    [InlineData("ArgumentNullException.{|TH4001:ThrowIfNull|}((object?)null); ArgumentException.{|TH4001:ThrowIfNullOrEmpty|}(\"\"); ArgumentException.{|TH4001:ThrowIfNullOrWhiteSpace|}(\" \"); ArgumentException.ThrowIfNullOrEmpty(\" \");")]
    [InlineData("ObjectDisposedException.{|TH4001:ThrowIf|}(true, this); ObjectDisposedException.ThrowIf(false, this);")]
    public Task Constants_that_are_refused(string body) => AnalyzerTest.Verify(EffectSource.Handler(body, Members));

    /// <summary>What is in a box is converted as by the overload for it; what has none, and what is not known, may have no conversion.</summary>
    [Theory]
    [InlineData("Use(Convert.{|TH4002:ToInt32|}(_any)); Use(Convert.{|TH4002:ToInt32|}(\"3\")); Use(Convert.ToInt32(3L)); Use(Convert.ToInt32({|TH2003:(object)3L|})); Use(Convert.ToInt32({|TH2003:DayOfWeek.Friday|}));")]
    [InlineData("DateTime t = Convert.{|TH4002:ToDateTime|}((short)_count); bool b = Convert.{|TH4002:ToBoolean|}('c');")]
    [InlineData("DateTime t = Convert.{|TH4002:ToDateTime|}({|TH2003:(object)_count|}); char c = Convert.{|TH4002:ToChar|}({|TH2003:(object)1.5|}); bool b = Convert.{|TH4002:ToBoolean|}({|TH2003:(object)'c'|});")]
    [InlineData("DateTime t = Convert.ToDateTime({|TH2003:(object)default(DateTime)|}); char c = Convert.ToChar({|TH2003:(object)5L|}); bool b = Convert.ToBoolean({|TH2003:(object)1.5|});")]
    [InlineData("double d = Convert.{|TH4002:ToDouble|}({|TH2003:(object)'c'|}, null); Use(Convert.{|TH4002:ToInt32|}({|TH2003:(object)(nint)_count|})); Use(Convert.ToInt32({|TH2003:(object)'c'|}, null));")]
    [InlineData("DateTime t = Convert.{|TH4002:ToDateTime|}({|TH2003:DayOfWeek.Friday|}); char c = Convert.ToChar({|TH2003:DayOfWeek.Friday|}); Use(Convert.{|TH4002:ToInt32|}((object)\"3\"));")]
    public Task Conversions(string body) => AnalyzerTest.Verify(EffectSource.Handler(body, Members));

    [Fact]
    public Task A_helper_that_only_throws_is_the_end_of_the_chain() => AnalyzerTest.Verify(
        EffectSource.Handler("if (_count < 0) { {|TH4001:FailLater|}(1); }", Members),
        "'OnRx' throws: OnRx → FailLater → Fail (throws InvalidOperationException)");

    private const string Arrays = "private Node? _next; private object[] _objects = new string[1]; private Node[] _nodes = new Node[1]; private string[] _texts = new string[1]; private int[] _numbers = new int[1];";

    [Theory]
    [InlineData("int[] a = Array.Empty<int>(); Use({|TH4091:a[_count]|}); Use(a[0]);")]
    [InlineData("Span<int> a = stackalloc int[4]; Use({|TH4091:a[_count]|});")]
    [InlineData("Use({|TH4092:_next|}.Value); _next.Touch(); if (_next is not null) { Use(_next.Value); } _next?.Touch();")]
    [InlineData("Use({|TH4093:1 / _count|}); Use({|TH4093:1 % _count|}); Use(_count / 2); double d = 1.0 / _count;")]
    [InlineData("{|TH4093:_count /= _count|};")]
    [InlineData("Use(checked({|TH4094:_count + 1|})); Use(_count + 1); byte b = checked({|TH4094:(byte)_count|});")]
    [InlineData("Use({|TH4095:(int)_any|}); string s = {|TH4095:(string)_any|}; string? t = _any as string; object o = (object)s;")]
    [InlineData("{|TH4095:_objects[0]|} = _any; {|TH4095:_nodes[0]|} = _next!; _objects[0] = null!; _texts[0] = \"\"; _numbers[0] = 1; Set(_texts, \"\"); {|TH4095:Set|}(_objects, _any); void Set<T>(T[] to, T value) => to[0] = value;")]
    [InlineData("Use({|TH4096:_count|} switch { 0 => 1, 1 => 2 }); Use(_count switch { 0 => 1, _ => 2 });")]
    public Task Reported_where_it_is_wanted(string body) => AnalyzerTest.Verify(
        "#pragma warning disable CS8602, CS8509\n" + EffectSource.Handler(body, Members + Arrays, "internal class Node { public int Value; public void Touch() { } }"),
        new ProjectOptions { Severities = Implicit.ToDictionary(static id => id, static _ => ReportDiagnostic.Warn) });

    private static readonly string[] Implicit = ["TH4091", "TH4092", "TH4093", "TH4094", "TH4095", "TH4096"];
}
