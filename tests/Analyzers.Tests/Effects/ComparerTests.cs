using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>Comparers that the library is given: what it calls of them, and that it asks nothing of what they compare.</summary>
public sealed class ComparerTests
{
    // Key answers with an array, Plain boxes, Quiet does nothing; Loud allocates where it compares, and locks where it hashes.
    private const string KeyType = """
        internal readonly struct Key : IEquatable<Key>, IComparable<Key>
        {
            public bool Equals(Key other) { _ = new int[1]; return true; }
            public override bool Equals(object? other) => false;
            public override int GetHashCode() => 1;
            public int CompareTo(Key other) { _ = new int[1]; return 0; }
        }
        """;

    private const string Types = KeyType + """

        internal struct Plain { public int A; }
        internal sealed class Quiet<T> : IEqualityComparer<T>, IComparer<T> { public bool Equals(T? a, T? b) => true; public int GetHashCode(T key) => 1; public int Compare(T? a, T? b) => 0; }
        internal sealed class Loud<T> : IEqualityComparer<T>, IComparer<T>
        {
            public bool Equals(T? a, T? b) { _ = new object(); return true; }
            public int GetHashCode(T key) { lock (this) { return 1; } }
            public int Compare(T? a, T? b) { _ = new object(); return 0; }
        }
        internal readonly struct LoudOne : IComparer<Key> { public int Compare(Key a, Key b) { _ = new object(); return 0; } }
        """;

    private const string Members = """
        private readonly Key[] _keys = new Key[4]; private readonly List<Key> _list = new(); private Key _key; private Plain _plain; private int _n;
        private readonly Loud<Key> _loud = new(); private readonly Quiet<Key> _quiet = new(); private readonly IComparer<Key> _order = new Loud<Key>(); private readonly IComparer<Key>? _none = null;
        private readonly IComparer<Key> _own = Comparer<Key>.Default;
        private readonly IComparer<Key> _made = Comparer<Key>.Create(static (a, b) => new object() is null ? 1 : 0); private readonly Comparer<Key> _calm = Comparer<Key>.Create(static (a, b) => 0);
        private readonly EqualityComparer<Key> _same = EqualityComparer<Key>.Create(static (a, b) => new object() is null, static k => 1);
        """;

    [Theory]
    [InlineData("Array.{|TH2001:{|TH2005:Sort|}|}(_keys, _loud); _list.{|TH2001:{|TH2005:Sort|}|}(_loud); _n = Array.{|TH2001:BinarySearch|}(_keys, _key, _loud); _n = _list.{|TH2001:BinarySearch|}(_key, _loud);")]
    [InlineData("Array.{|TH2005:Sort|}(_keys, _quiet); _list.{|TH2005:Sort|}(_quiet); _n = Array.BinarySearch(_keys, _key, _quiet); _n = _list.BinarySearch(_key, _quiet);")]
    [InlineData("_keys.AsSpan().{|TH2001:{|TH2005:Sort|}|}(_loud); _keys.AsSpan().{|TH2005:Sort|}(_quiet); _n = _keys.AsSpan().{|TH2001:BinarySearch|}(_key, _loud); _keys.AsSpan().{|TH2001:{|TH2005:Sort|}|}(new LoudOne());")]
    [InlineData("_n = Array.{|TH2001:BinarySearch|}(_keys, _key, _order); _n = Array.{|TH2001:BinarySearch|}(_keys, _key, _made); _n = Array.BinarySearch(_keys, _key, _calm);")]
    [InlineData("_n = Array.{|TH2002:BinarySearch|}(_keys, _key, _none); _n = Array.{|TH2002:BinarySearch|}(_keys, _key, _own); _n = Array.{|TH2002:BinarySearch|}(_keys, _key, null);")]
    [InlineData("_keys.AsSpan().{|TH2001:Sort|}({|TH5003:static (a, b) =>|} new object() is null ? 1 : 0); _keys.AsSpan().Sort({|TH5003:static (a, b) =>|} 0);")]
    [InlineData("ReadOnlySpan<Key> keys = _keys; _n = keys.{|TH2001:IndexOf|}(_key, _loud); _n = keys.IndexOf(_key, _quiet); _n = keys.{|TH2001:IndexOf|}(_key, _same); _n = keys.{|TH2002:IndexOf|}(_key, null); _n = keys.{|TH2002:IndexOf|}(_key, EqualityComparer<Key>.{|TH2002:Default|});")]
    [InlineData("ReadOnlySpan<Plain> plain = default; _n = plain.IndexOf(_plain, new Quiet<Plain>()); _n = plain.{|TH2017:IndexOf|}(_plain);", true)]
    [InlineData("_n = _order.{|TH2001:Compare|}(_key, _key); _n = _made.{|TH2001:Compare|}(_key, _key); _n = _calm.Compare(_key, _key); _n = _own.{|TH2002:Compare|}(_key, _key); _n = _same.{|TH2001:Equals|}(_key, _key) ? _same.GetHashCode(_key) : 0;")]
    [InlineData("IComparer<Key> made = Comparer<Key>.{|TH2001:Create|}({|TH5003:static (a, b) =>|} new object() is null ? 1 : 0); _n = made.{|TH2001:Compare|}(_key, _key);")]
    public Task Given_to_the_call(string body, bool makesOne = false)
        => AnalyzerTest.Verify(EffectSource.Handler(makesOne ? body.Replace("new Quiet<Plain>()", "{|TH2001:new Quiet<Plain>()|}", StringComparison.Ordinal) : body, Members, Types));

    [Theory]
    [InlineData("new Dictionary<Key, int>(8, new Quiet<Key>())", "_map.TryGetValue(_key, out _n);")]
    [InlineData("new Dictionary<Key, int>(8, new Loud<Key>())", "_map.{|TH2001:{|TH3001:TryGetValue|}|}(_key, out _n);")]
    [InlineData("new Dictionary<Key, int>(8, (IEqualityComparer<Key>?)null)", "_map.{|TH2002:TryGetValue|}(_key, out _n);")]
    [InlineData("new Dictionary<Key, int>(EqualityComparer<Key>.Default)", "_map.{|TH2002:TryGetValue|}(_key, out _n);")]
    [InlineData("new Dictionary<Key, int>(EqualityComparer<Key>.Create(static (a, b) => true, static k => new object() is null ? 1 : 0))", "_map.{|TH2001:TryGetValue|}(_key, out _n);")]
    [InlineData("new Dictionary<Key, int>(s_comparer)", "_map.{|TH2001:{|TH3001:TryGetValue|}|}(_key, out _n);")]
    [InlineData("new Dictionary<Plain, int>(new Quiet<Plain>())", "_map.TryGetValue(_plain, out _n); _map.ContainsValue(3);")]
    [InlineData("new Dictionary<Plain, int>()", "_map.{|TH2017:TryGetValue|}(_plain, out _n);")]
    [InlineData("new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase)", "_map.TryGetValue(\"a\", out _n);")]
    [InlineData("new Dictionary<int, Key>(new Loud<int>())", "_n = _map.{|TH2002:ContainsValue|}(_key) ? 1 : 0;")]
    [InlineData("new HashSet<Key>(new Loud<Key>())", "_ = _map.{|TH2001:{|TH3001:Contains|}|}(_key);")]
    [InlineData("new HashSet<Key>(new Quiet<Key>())", "_ = _map.Contains(_key);")]
    [InlineData("new SortedDictionary<Key, int>(new Loud<Key>())", "_map.{|TH2001:TryGetValue|}(_key, out _n);")]
    [InlineData("new SortedDictionary<Key, int>(new Quiet<Key>())", "_map.TryGetValue(_key, out _n);")]
    [InlineData("new SortedSet<Key>(Comparer<Key>.Create(static (a, b) => new object() is null ? 1 : 0))", "_ = _map.{|TH2001:Contains|}(_key);")]
    [InlineData("new SortedSet<Key>()", "_ = _map.{|TH2002:Contains|}(_key);")]
    [InlineData("new PriorityQueue<int, Key>(8, new Loud<Key>())", "_map.{|TH2001:{|TH2012:Enqueue|}|}(1, _key); _map.{|TH2001:TryDequeue|}(out _n, out _key);")]
    [InlineData("new PriorityQueue<int, Key>(8, new Quiet<Key>())", "_map.{|TH2012:Enqueue|}(1, _key); _map.TryDequeue(out _n, out _key);")]
    [InlineData("new System.Collections.Concurrent.ConcurrentDictionary<Key, int>(new Loud<Key>())", "_map.{|TH2001:{|TH3001:TryGetValue|}|}(_key, out _n);")]
    public Task Given_to_the_collection(string made, string body) => AnalyzerTest.Verify(EffectSource.Handler(
        body,
        $"private readonly {Declared(made)} _map = {made}; private static readonly IEqualityComparer<Key> s_comparer = new Loud<Key>(); private Key _key; private Plain _plain; private int _n;",
        Types));

    [Fact]
    public Task Handed_in_through_parts() => AnalyzerTest.Verify(EffectSource.Handler(
        "_n = _table.{|TH2001:{|TH3001:Find|}|}(_key);",
        "private readonly Table<Key> _table = new(new Loud<Key>()); private Key _key; private int _n;",
        Types + """

        internal sealed class Table<T>(IEqualityComparer<T>? comparer) where T : notnull
        {
            private readonly Dictionary<T, int> _map = new(16, comparer ?? EqualityComparer<T>.Default);
            public int Find(T key) => _map.TryGetValue(key, out int n) ? n : 0;
        }
        """));

    [Theory]
    [InlineData("internal sealed class Map<T> : Dictionary<T, int> where T : notnull { public Map() : base(8, new Loud<T>()) { } }")]
    [InlineData("internal sealed class Map<T>() : Dictionary<T, int>(new Loud<T>()) where T : notnull;")]
    [InlineData("internal sealed class Map<T> : Dictionary<T, int> where T : notnull { public Map() : this(new Loud<T>()) { } private Map(IEqualityComparer<T> same) : base(same) { } }")]
    public Task Handed_to_a_base_class(string map) => AnalyzerTest.Verify(EffectSource.Handler(
        "_map.{|TH2001:{|TH3001:TryGetValue|}|}(_key, out _n);", "private readonly Map<Key> _map = new(); private Key _key; private int _n;", Types + "\n" + map));

    [Theory]
    [InlineData("System.Collections.Frozen.FrozenDictionary<Key, int>", "System.Collections.Frozen.FrozenDictionary.ToFrozenDictionary(new Dictionary<Key, int>(), new Loud<Key>())")]
    [InlineData("IReadOnlyDictionary<Key, int>", "new Dictionary<Key, int>(new Loud<Key>())")]
    public Task Made_by_a_method_or_behind_an_interface(string type, string made) => AnalyzerTest.Verify(EffectSource.Handler(
        "_map.{|TH2001:{|TH3001:TryGetValue|}|}(_key, out _n);", $"private readonly {type} _map = {made}; private Key _key; private int _n;", Types));

    [Fact]
    public Task The_chain_names_the_comparer() => AnalyzerTest.Verify(
        EffectSource.Handler("_n = Array.{|TH2001:BinarySearch|}(_keys, _key, _loud);", Members, Types),
        "'OnRx' allocates: OnRx → Loud<Key>.Compare (new object)");

    [Theory]
    [InlineData("_n = Array.{|TH6003:BinarySearch|}(_keys, _key, _order);")]
    [InlineData("_n = _map.{|TH6003:ContainsKey|}(_key) ? 1 : 0;")]
    public Task Nobody_knows_which(string body) => AnalyzerTest.Verify(EffectSource.Handler(
        body,
        """
        private readonly IComparer<Key> _order; private readonly Dictionary<Key, int> _map; private readonly Key[] _keys = new Key[4]; private Key _key; private int _n;
        public MyDriver(IComparer<Key> order, IEqualityComparer<Key> same) { _order = order; _map = new(same); }
        """,
        KeyType));

    [Theory]
    [InlineData("_map.{|TH2001:{|TH3001:ContainsKey|}|}(_key);", "internal abstract class Node { public abstract override bool Equals(object? o); public abstract override int GetHashCode(); }")]
    [InlineData("_map.{|TH2001:{|TH3001:ContainsKey|}|}(_key);", "internal class Node { }")]
    [InlineData("_map.{|TH2001:{|TH3001:ContainsKey|}|}(_key);", "public class Node { }")]
    public Task Classes_below_the_element(string body, string root) => AnalyzerTest.Verify(EffectSource.Handler(
        body,
        "private readonly Dictionary<Node, int> _map = new(); private Node _key = null!;",
        root + """

        internal sealed class Calm : Node { public override bool Equals(object? o) => true; public override int GetHashCode() => 1; }
        internal sealed class Noisy : Node { public override bool Equals(object? o) { _ = new object(); return true; } public override int GetHashCode() { lock (this) { return 1; } } }
        """));

    private static string Declared(string made) => made["new ".Length..(made.IndexOf(">(", StringComparison.Ordinal) + 1)];
}
