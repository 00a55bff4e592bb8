using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>Members that the library calls of one's own types while it compares, hashes and sorts them.</summary>
public sealed class CalledBackTests
{
    private const string Members = """
        private readonly Dictionary<Key, int> _map = new(); private readonly Dictionary<int, Key> _values = new(); private readonly HashSet<Key> _set = new(); private readonly List<Key> _list = new();
        private readonly Dictionary<(Key, int), int> _pairs = new(); private readonly Key[] _keys = new Key[4]; private Key _key; private int _n; private Held<Key> _held; private readonly IEqualityComparer<Key> _quiet = new Quiet();
        """;

    private const string Types = """
        internal readonly struct Key : IEquatable<Key>, IComparable<Key>
        {
            public bool Equals(Key other) { _ = new object(); return true; }
            public override bool Equals(object? other) => false;
            public override int GetHashCode() { _ = new int[1]; return 1; }
            public int CompareTo(Key other) { lock (typeof(Key)) { return 0; } }
        }
        internal readonly record struct Held<T>(T Value);
        internal sealed class Quiet : IEqualityComparer<Key> { public bool Equals(Key a, Key b) => true; public int GetHashCode(Key key) => 1; }
        """;

    [Theory]
    [InlineData("_map.{|TH2001:{|TH2002:ContainsKey|}|}(_key); _set.{|TH2001:{|TH2002:Contains|}|}(_key); _pairs.{|TH2001:{|TH2002:TryGetValue|}|}((_key, 1), out _n);")]
    [InlineData("_list.{|TH2001:Contains|}(_key); _n = Array.{|TH2001:IndexOf|}(_keys, _key); _n = _keys.AsSpan().{|TH2001:IndexOf|}(_key); _values.{|TH2001:ContainsValue|}(_key);")]
    [InlineData("_n = HashCode.{|TH2002:Combine|}(_key, 1); _ = {|TH2001:_held == default|}; _ = (_key, 1).{|TH2001:Equals|}((_key, 1)); _n = (_key, 1).{|TH2002:GetHashCode|}();")]
    [InlineData("Array.{|TH3001:Sort|}(_keys); _keys.AsSpan().{|TH3001:Sort|}(); _list.{|TH3001:Sort|}(); _n = Comparer<Key>.{|TH3001:{|TH5005:Default|}|}.Compare(_key, _key);")]
    [InlineData("_values.ContainsKey(3); _values.TryGetValue(3, out _key); _list.Clear(); Array.Reverse(_keys); ((ReadOnlySpan<Key>)_keys).Contains(_key, _quiet);")]
    public Task Equality_hashes_and_order(string body) => AnalyzerTest.Verify(EffectSource.Handler(body, Members, Types));

    [Fact]
    public Task Conversions_of_the_elements_of_a_tuple() => AnalyzerTest.Verify(EffectSource.Handler(
        "(Cooked, long) a = {|TH2001:_pair|}; (double, long) b = _calm;",
        "private (Raw, int) _pair; private (float, int) _calm;",
        """
        internal struct Raw { }
        internal struct Cooked { public static implicit operator Cooked(Raw raw) { _ = new object(); return default; } }
        """));
}
