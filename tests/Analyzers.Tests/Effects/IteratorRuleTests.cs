using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>TH2009, TH2010 and TH2011: iterators, async methods and enumerators.</summary>
public sealed class IteratorRuleTests
{
    private const string Members = """
        private int _n; private Task _task = Task.CompletedTask; private List<int> _list = new(); private int[] _array = new int[2]; private int[,] _grid = new int[2, 2]; private Dictionary<int, int> _map = new(); private string _text = "";
        private IEnumerable<int> _any = new List<int>(); private IList<int> _ilist = new List<int>(); private IReadOnlyList<int> _readOnly = new List<int>(); private System.Collections.Immutable.ImmutableArray<int> _immutable; private Bag _bag = new();
        private IEnumerable<int> Numbers() { yield return 1; }
        private IEnumerable<int> Property { get { yield return 1; } }
        private Span<int> Span() => _array;
        private async Task Suspends() { await _task; }
        private async ValueTask SuspendsValue() { await _task; }
        private async Task<int> Result() { await Task.CompletedTask; return 1; }
        private async ValueTask<int> Completed() { await Task.CompletedTask; return 1; }
        private async ValueTask Guarded() { if (_task.IsCompleted) { await _task; } }
        private async void Forgotten() { await _task; }
        private async void ForgottenAtOnce() { await Task.CompletedTask; }
        """;

    private const string Types = """
        internal sealed class Bag : IEnumerable<int>
        {
            public Cursor GetEnumerator() => default;
            IEnumerator<int> IEnumerable<int>.GetEnumerator() => throw new NotSupportedException();
            System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => throw new NotSupportedException();
        }
        internal readonly struct Kept : IEnumerable<int>
        {
            IEnumerator<int> IEnumerable<int>.GetEnumerator() => null!;
            System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => null!;
        }
        internal struct Cursor { public int Current => 1; public bool MoveNext() => false; }
        internal ref struct Window { public Cursor GetEnumerator() => default; }
        internal sealed class Walked { public Walker GetEnumerator() => new(); }
        internal sealed class Walker { public int Current => 1; public bool MoveNext() => false; }
        [System.Runtime.CompilerServices.InlineArray(4)] internal struct Inline { private int _first; }
        """;

    [Theory]
    [InlineData("foreach (int item in {|TH2009:Numbers|}()) { }")]
    [InlineData("var numbers = {|TH2009:Numbers|}(); foreach (int item in numbers) { }")]
    [InlineData("foreach (int item in {|TH2009:Property|}) { }")]
    [InlineData("foreach (int item in {|TH2009:Local|}()) { } IEnumerable<int> Local() { yield break; }")]
    [InlineData("{|TH2010:{|TH3005:Suspends|}|}();")]
    [InlineData("{|TH2010:{|TH3005:SuspendsValue|}|}();")]
    [InlineData("{|TH2010:Result|}(); {|TH2010:{|TH3005:Forgotten|}|}();")]
    [InlineData("Completed(); Guarded(); ForgottenAtOnce();")]
    public Task Iterators_and_async_methods(string body) => Verify(body);

    [Theory]
    [InlineData("foreach (int item in {|TH2011:_any|}) { } foreach (int item in {|TH2011:_ilist|}) { } foreach (int item in {|TH2011:_readOnly|}) { }")]
    [InlineData("foreach (object item in {|TH2011:(System.Collections.IEnumerable)_array|}) { } foreach (int item in {|TH2011:(IEnumerable<int>)_bag|}) { }")]
    [InlineData("{|TH2011:Sum|}(_list); void Sum(IEnumerable<int> items) { foreach (int item in items) { _n += item; } }")]
    [InlineData("{|TH2011:Sum|}(_list); void Sum<T>(T items) where T : IEnumerable<int> { foreach (int item in items) { _n += item; } }")]
    public Task Enumerators(string body) => Verify(body);

    [Fact]
    public Task An_enumerator_that_takes_locks() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "foreach (int item in {|TH2011:{|TH3001:_items|}|}) { }", "private readonly System.Collections.Concurrent.ConcurrentBag<int> _items = new();"));

    [Fact]
    public Task An_enumerator_of_its_own_class() => AnalyzerTest.Verify(
        EffectSource.Handler("foreach (int item in {|TH2001:_walked|}) { }", "private Walked _walked = new();", Types),
        "'OnRx' allocates: OnRx → Walked.GetEnumerator (new Walker)");

    [Theory]
    [InlineData("foreach (int item in _list) { } foreach (int item in _array) { } foreach (int item in _grid) { } foreach (char item in _text) { } foreach (int item in Span()) { }")]
    [InlineData("foreach (var item in _map) { } foreach (var (key, value) in _map) { } foreach (int item in _immutable) { } foreach (int item in _bag) { } foreach (int item in new Window()) { }")]
    [InlineData("foreach (int item in new Kept()) { } Sum(new Kept()); void Sum<T>(T items) where T : IEnumerable<int> { foreach (int item in items) { } }")]
    [InlineData("Inline inline = default; foreach (int item in inline) { }")]
    public Task No_enumerators(string body) => Verify(body);

    // Only since C# 13 may a span's enumerator have interfaces, as it has in .NET 10.
    private static Task Verify(string body) => AnalyzerTest.Verify(
        EffectSource.Handler(body, Members, Types), new ProjectOptions { Language = Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp13 });
}
