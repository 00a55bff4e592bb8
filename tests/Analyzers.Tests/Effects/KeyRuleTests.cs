using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>TH2012 and TH2017: collections that grow, and structs that are hashed and compared by their box.</summary>
public sealed class KeyRuleTests
{
    private const string Members = """
        private Dictionary<Plain, int> _plain = new(); private Dictionary<int, Plain> _values = new(); private SortedList<int, Plain> _sorted = new(); private SortedList<int, int> _numbers = new(); private Dictionary<Own, int> _own = new(); private Dictionary<DayOfWeek, int> _days = new(); private Dictionary<(Plain, int), int> _tuples = new(); private Dictionary<(int, int), int> _pairs = new(); private Dictionary<Mark, int> _marks = new(); private Dictionary<string, int> _names = new();
        private List<Plain> _list = new(); private List<int> _ints = new(); private Mark _mark; private Frame _frame = new(default); private Simple _simple = new(1); private Exact _exact; private int _n;
        """;

    private const string Types = """
        internal struct Plain { public int X; }
        internal struct Own : IEquatable<Own> { public int X; public bool Equals(Own other) => X == other.X; public override bool Equals(object? other) => false; public override int GetHashCode() => X; }
        internal record struct Mark(Plain Part);
        internal record struct Exact(Plain Part) { public readonly bool Equals(Exact other) => Part.X == other.Part.X; public override readonly int GetHashCode() => Part.X; }
        internal struct Hashed { public int X; public override readonly int GetHashCode() => X; public override readonly bool Equals(object? other) => false; }
        internal sealed record Frame(Plain Part);
        internal sealed record Simple(int X);
        """;

    [Theory]
    [InlineData("_plain.{|TH2017:TryGetValue|}(default, out _n); _tuples.{|TH2017:ContainsKey|}(default); _marks.{|TH2017:ContainsKey|}(_mark);")]
    [InlineData("if (_list.{|TH2017:Contains|}(default)) { } _n = _list.{|TH2017:IndexOf|}(default);")]
    [InlineData("if ({|TH2017:_mark == default|}) { } if (_mark.{|TH2017:Equals|}(default)) { } _n = _mark.{|TH2017:GetHashCode|}(); if ({|TH2017:_frame == null|}) { }")]
    [InlineData("_n = HashCode.{|TH2017:Combine|}(1, default(Plain)) + (default(Plain), 1).{|TH2017:GetHashCode|}(); if ((1, default(Plain)).{|TH2017:Equals|}((1, default))) { }")]
    [InlineData("if (_values.{|TH2017:ContainsValue|}(default)) { }")]
    [InlineData("if (_sorted.{|TH2017:ContainsValue|}(default)) { } _n = _sorted.{|TH2017:IndexOfValue|}(default);")]
    [InlineData("if ((1, default(Hashed)).{|TH2017:Equals|}((1, default))) { }")]
    public Task Boxed(string body) => Verify(body);

    [Theory]
    [InlineData("_own.TryGetValue(default, out _n); _days.TryGetValue(DayOfWeek.Friday, out _n); _pairs.ContainsKey((1, 2)); _names.ContainsKey(\"x\"); if (_own.ContainsValue(3)) { }")]
    [InlineData("if (_ints.Contains(3)) { } if (_simple == null || _simple.Equals(_simple)) { } _n = _simple.GetHashCode(); if (_exact == default) { } if ((1, 2) == (2, 1)) { } if (_numbers.ContainsValue(3)) { }")]
    [InlineData("_n = HashCode.Combine(1, default(Own), DayOfWeek.Friday, default(Hashed), \"x\", (1, 2)) + (default(Hashed), 1).GetHashCode(); if ((1, default(Own)).Equals((1, default))) { }")]
    public Task Not_boxed(string body) => Verify(body);

    [Theory]
    [InlineData("_ints.{|TH2012:Add|}(1); {|TH2012:_own[default]|} = 1; _names.{|TH2012:TryAdd|}(\"x\", 1);")]
    [InlineData("{|TH2012:{|TH2017:_plain[default]|}|} = 1;")]
    public Task Grown(string body) => Verify(body);

    [Theory]
    [InlineData("_ints.Clear(); _ints[0] = 1; _n = _ints.Count; _own.Remove(default);")]
    public Task Not_grown(string body) => Verify(body);

    [Fact]
    public Task What_is_boxed_in_a_record() => AnalyzerTest.Verify(
        EffectSource.Handler("if ({|TH2017:_mark == default|}) { }", Members, Types),
        "'OnRx' allocates: OnRx → Mark.operator == (boxes Plain to compare it; IEquatable<Plain> on it would not)");

    private static Task Verify(string body) => AnalyzerTest.Verify(EffectSource.Handler(body, Members, Types));
}
