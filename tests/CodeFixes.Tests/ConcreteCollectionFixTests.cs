namespace TopHalf.CodeFixes.Tests;

public sealed class ConcreteCollectionFixTests
{
    private static readonly ConcreteCollectionFix Fix = new();

    [Theory]
    [InlineData("private readonly IReadOnlyList<int> _lengths = new List<int>();", "private readonly List<int> _lengths = new List<int>();", "")]
    [InlineData("private IEnumerable<int>? _lengths = new HashSet<int>();", "private HashSet<int>? _lengths = new HashSet<int>();", "_lengths = null;")]
    [InlineData("private static IEnumerable<int> _lengths = new int[4];", "private static int[] _lengths = new int[4];", "_lengths = new[] { 1, 2 };")]
    [InlineData("private ICollection<int> _lengths = null!;", "private List<int> _lengths = null!;", "_lengths = new List<int>(); this._lengths.Add(3); _lengths.Remove(4);")]
    [InlineData("private readonly ISet<int> _lengths = new HashSet<int>();", "private readonly HashSet<int> _lengths = new HashSet<int>();", "int n = _lengths.Count; _lengths.Clear();")]
    [InlineData("private readonly IList<int> _lengths = new int[] { 1 }; // few", "private readonly int[] _lengths = new int[] { 1 }; // few", "int n = _lengths[0]; if (_lengths == null) { }")]
    public Task A_field(string before, string after, string use) => CodeFixTest.Verify(Fix, Card(before, "{|TH2011:_lengths|}", use), Card(after, "_lengths", use));

    [Fact]
    public Task The_count_of_an_array() => CodeFixTest.Verify(
        Fix,
        Card("private readonly IReadOnlyList<int> _lengths = new int[4];", "{|TH2011:_lengths|}", "int n = _lengths.Count + this._lengths.Count;"),
        Card("private readonly int[] _lengths = new int[4];", "_lengths", "int n = _lengths.Length + this._lengths.Length;"),
        "Declare '_lengths' as int[]");

    [Fact]
    public Task What_is_handed_out_is_an_interface_still() => CodeFixTest.Verify(
        Fix,
        Card("private readonly IReadOnlyList<int> _lengths = new List<int>(); public IEnumerable<int> Lengths => _lengths; public IReadOnlyList<int> Get() { return _lengths; }", "{|TH2011:_lengths|}", ""),
        Card("private readonly List<int> _lengths = new List<int>(); public IEnumerable<int> Lengths => _lengths; public IReadOnlyList<int> Get() { return _lengths; }", "_lengths", ""));

    [Fact]
    public Task A_local_in_what_a_handler_calls() => CodeFixTest.Verify(
        Fix,
        """
        using TopHalf;
        [InterruptDriver]
        partial class Card
        {
            private readonly System.Collections.Generic.List<int> _lengths = [];
            private int _sum;

            [MsiVector(0)]
            void OnDone(in Interrupt irq) => {|TH2011:Add|}();

            void Add()
            {
                System.Collections.Generic.IEnumerable<int> lengths = _lengths;
                foreach (int length in lengths)
                {
                    _sum += length;
                }
            }
        }
        """,
        """
        using TopHalf;
        [InterruptDriver]
        partial class Card
        {
            private readonly System.Collections.Generic.List<int> _lengths = [];
            private int _sum;

            [MsiVector(0)]
            void OnDone(in Interrupt irq) => Add();

            void Add()
            {
                System.Collections.Generic.List<int> lengths = _lengths;
                foreach (int length in lengths)
                {
                    _sum += length;
                }
            }
        }
        """);

    [Theory]
    [InlineData("new List<int>()", "_lengths = new int[4];")]
    [InlineData("new List<int>()", "IReadOnlyList<int> other = null!; _lengths = other;")]
    [InlineData("new List<int>()", "var lengths = _lengths;")]
    [InlineData("new List<int>()", "int n = _lengths.Max();")]
    [InlineData("new List<int>()", "bool has = _lengths.Contains(3);")]
    [InlineData("new List<int>()", "var reversed = _lengths.Reverse();")]
    [InlineData("new List<int>()", "Console.WriteLine(_lengths);")]
    [InlineData("new List<int>()", "Func<IReadOnlyList<int>> get = () => _lengths;")]
    [InlineData("new List<int>()", "var list = _lengths as List<int>;")]
    [InlineData("new List<int>()", "object o = (_lengths = new List<int>());")]
    [InlineData("new SortedSet<int>()", "", "IReadOnlyCollection<int>")]
    [InlineData("new Other()", "")]
    [InlineData("null!", "")]
    [InlineData("new string[4]", "", "IEnumerable<object>")]
    [InlineData("new int[4]", "bool has = _lengths.Contains(3);", "ICollection<int>")]
    [InlineData("new HashSet<int>()", "Action<int> add = _lengths.Add;", "ICollection<int>")]
    public Task Not_where_it_may_be_something_else(string made, string use, string type = "IReadOnlyList<int>")
        => CodeFixTest.VerifyNoFix(Fix, Card($"private {type} _lengths = {made};", "{|TH2011:_lengths|}", use));

    [Fact]
    public Task Not_for_what_others_can_set() => CodeFixTest.VerifyNoFix(
        Fix, Card("internal IReadOnlyList<int> _lengths = new List<int>();", "{|TH2011:_lengths|}", ""));

    [Fact]
    public Task Not_for_a_parameter() => CodeFixTest.VerifyNoFix(
        Fix, Card("", "{|TH2011:lengths|}", "").Replace("partial class Card", "partial class Card(IReadOnlyList<int> lengths)", StringComparison.Ordinal));

    private static string Card(string field, string walked, string use) => $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using TopHalf;
        class Other : List<int> { }

        [InterruptDriver]
        partial class Card
        {
            {{field}}
            private int _sum;

            public void Use()
            {
                {{use}}
            }

            [MsiVector(0)]
            void OnDone(in Interrupt irq)
            {
                foreach (object length in {{walked}})
                {
                    _sum++;
                }
            }
        }
        """.Replace("object length", "var length", StringComparison.Ordinal);
}
