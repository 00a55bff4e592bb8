using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>TH2001: objects, by every word that makes one.</summary>
public sealed class ObjectRuleTests
{
    private const string Types = """
        internal class Card { public int X; public Card? Inner; public Card Nested = null!; }
        internal record Frame(int Length);
        internal record struct Mark(int Length);
        internal struct Point { public int X; public Point(int x) => X = x; }
        """;

    [Theory]
    [InlineData("_o = {|TH2001:new object()|};")]
    [InlineData("Card card = {|TH2001:new()|};")]
    [InlineData("_o = {|TH2001:new Card|} { X = 1, Inner = {|TH2001:new Card()|}, Nested = { X = 2 } };")]
    [InlineData("var pair = {|TH2001:new { A = 1 }|}; var other = {|TH2001:pair with { A = 2 }|};")]
    [InlineData("_frame = {|TH2001:_frame with { Length = 2 }|};")]
    [InlineData("_o = irq.Vector > 1 ? {|TH2001:new Card()|} : null;")]
    [InlineData("_o ??= {|TH2001:new Card()|};")]
    public Task Made(string body) => Verify(body);

    [Theory]
    [InlineData("var point = new Point(1); Point other = new(); point = default; point = new Point { X = 3 }; int? n = new int?(3);")]
    [InlineData("_mark = _mark with { Length = 2 }; var pair = (1, 2); pair = (2, 1); (int a, int b) = pair;")]
    [InlineData("_o = _frame; _o = typeof(Card); _o = null; _o = (object)_frame; var name = nameof(Card);")]
    [InlineData("if (_o is Frame { Length: > 2 } frame) { _mark = new Mark(frame.Length); }")]
    public Task Not_made(string body) => Verify(body);

    [Fact]
    public Task What_a_constructor_makes_is_told_with_its_chain() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "_o = {|TH2001:{|TH2001:{|TH2001:{|TH2002:new Ring(4)|}|}|}|};",
            "private object? _o;",
            """
            internal class Buffer { private readonly object _lock = new(); protected Buffer() { } }
            internal sealed class Ring(int size) : Buffer { private readonly byte[] _bytes = new byte[size]; public object Owner { get; } = new(); public int Size => _bytes.Length; }
            """),
        "'OnRx' allocates: OnRx (new Ring)",
        "'OnRx' allocates: OnRx → new Ring (new object)",
        "'OnRx' allocates: OnRx → new Ring → new Buffer (new object)",
        "'OnRx' allocates: OnRx → new Ring (new byte[]; stackalloc, or a field of the driver, does not allocate)");

    [Fact]
    public Task A_struct_may_make_objects_too() => AnalyzerTest.Verify(EffectSource.Handler(
        "Holder holder = {|TH2001:new(1)|}; Holder none = default; Empty empty = new();",
        "",
        "internal struct Holder { private readonly object _o; public Holder(int x) { _o = new(); } } internal struct Empty { }"));

    [Fact]
    public Task A_type_parameter_is_what_it_stands_for() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "{|TH2001:Make<Card>|}(); Make<Point>(); Make<int>();",
            "private static T Make<T>() where T : new() => new T();",
            Types),
        "'OnRx' allocates: OnRx → Make (new Card, by Activator)");

    [Fact]
    public Task A_record_copies_itself_in_its_own_way() => AnalyzerTest.Verify(EffectSource.Handler(
        "_log = {|TH2001:{|TH2002:_log with { Id = 2 }|}|};",
        "private Log _log = new(1);",
        "internal record Log(int Id) { protected Log(Log other) { Id = other.Id; Lines = new string[3]; } public string[] Lines = null!; }"));

    [Fact]
    public Task A_collection_that_is_filled_is_one_object() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "_o = {|TH2001:new List<int>|} { 1, 2, irq.Vector }; _o = {|TH2001:new Dictionary<int, int>|} { [1] = 2 }; _o = {|TH2001:new Bag|} { {|TH2002:3|} };",
            "private object? _o;",
            """
            internal sealed class Bag : System.Collections.IEnumerable
            {
                private int[]? _items;
                public void Add(int item) => _items = new int[item];
                System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => throw new NotSupportedException();
            }
            """));

    [Fact]
    public Task What_waits_for_its_finalizer() => AnalyzerTest.Verify(
        EffectSource.Handler("_ = {|TH2001:new Handle()|};", "", "internal sealed class Handle { ~Handle() { } }"),
        "'OnRx' allocates: OnRx (new Handle, which also waits for its finalizer)");

    [Fact]
    public Task What_only_a_throw_needs_is_not_told() => AnalyzerTest.Verify(EffectSource.Handler(
        "if (irq.Vector > 3) { var card = new Card(); {|TH4001:throw|} new InvalidOperationException(card.ToString()); }", "", Types));

    private static Task Verify(string body) => AnalyzerTest.Verify(
        EffectSource.Handler(body, "private object? _o; private Frame _frame = new(1); private Mark _mark;", Types));

    /// <summary>One line, with each of the comparisons that need no comparer to be made.</summary>
    [Theory]
    [InlineData("{|TH2001:GetHashCode|}", "CurrentCulture")]
    [InlineData("{|TH2001:GetHashCode|}", "CurrentCultureIgnoreCase")]
    [InlineData("GetHashCode", "InvariantCulture")]
    [InlineData("GetHashCode", "Ordinal")]
    [InlineData("GetHashCode", "OrdinalIgnoreCase")]
    public Task A_comparer_of_the_current_culture_is_made_for_a_hash(string call, string comparison) => AnalyzerTest.Verify(
        EffectSource.Handler($"_n = _text.{call}(System.StringComparison.{comparison});", "private int _n; private readonly string _text = \"a\";"));
}
