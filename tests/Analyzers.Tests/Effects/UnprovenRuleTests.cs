using TopHalf.Analyzers.Effects;
using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>TH60xx: what cannot be proven, and what would prove it.</summary>
[Collection("Deep stacks")] // one of them makes the stack small, and the others need it large
public sealed class UnprovenRuleTests
{
    [Fact]
    public Task TH6001_delegate_that_others_set() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "Done?.{|TH6001:Invoke|}(1); {|TH6001:Filled|}!(2); Drained!(3);",
            "public event Action<int>? Done; public Filled? Filled { get; set; } public Drained? Drained { get; set; }",
            "public delegate void Filled(int n); [InterruptSafe] public delegate void Drained(int n);"),
        "'OnRx' cannot be proven: OnRx → Done (calls whatever it was given; a delegate type of your own with [InterruptSafe], or a read-only field with the lambda, would prove it)",
        "'OnRx' cannot be proven: OnRx → Filled (calls whatever it was given; [InterruptSafe] on the delegate type Filled would prove it)");

    [Fact]
    public Task TH6001_down_a_chain() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "_ring.{|TH6001:Pop|}();", "private readonly Ring _ring = new(static () => { });",
            "public class Ring { private readonly Action _sink; public Ring(Action sink) => _sink = sink; public void Pop() => Deliver(); private void Deliver() => _sink(); }"),
        "'OnRx' cannot be proven: OnRx → Ring.Pop → Ring.Deliver → _sink (calls whatever it was given; a delegate type of your own with [InterruptSafe], or a read-only field with the lambda, would prove it)");

    [Fact]
    public Task TH6001_delegate_of_an_array_or_of_a_ref_parameter() => AnalyzerTest.Verify(EffectSource.Handler(
        "{|TH6001:_all[0]|}(); Action a = _all[1]; {|TH6001:a|}(); {|TH6001:Run|}(ref _one);",
        "private readonly Action[] _all = new Action[4]; private Action _one = static () => { }; private static void Run(ref Action a) => a();"));

    [Fact]
    public Task TH6002_virtual_member_of_a_public_class() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "_ring.{|TH6002:Push|}(1); _ = _ring.{|TH6002:Count|}; _ring.Pop(); _ring.Clear();",
            "private readonly Ring _ring; internal MyDriver(Ring ring) => _ring = ring;",
            """
            public class Ring
            {
                public virtual void Push(int n) { }
                public virtual int Count => 0;
                public void Pop() { }
                [InterruptSafe] public virtual void Clear() { }
            }
            """),
        "'OnRx' cannot be proven: OnRx → Ring.Push (anyone may override it; [InterruptSafe] on Ring.Push, or a type that nobody else can extend, would prove it)",
        "'OnRx' cannot be proven: OnRx → Ring.Count (anyone may override it; [InterruptSafe] on Ring.Count, or a type that nobody else can extend, would prove it)");

    [Fact]
    public Task TH6002_virtual_member_of_a_driver_that_is_not_sealed() => AnalyzerTest.Verify(
        EffectSource.Handler("{|TH6002:Step|}();", "protected virtual void Step() { }").Replace("internal sealed partial", "public partial", StringComparison.Ordinal));

    [Fact]
    public Task TH6002_not_where_the_object_is_known() => AnalyzerTest.Verify(EffectSource.Handler(
        "_ring.Push(1);", "private readonly Ring _ring = new();", "public class Ring { public virtual void Push(int n) { } }"));

    [Fact]
    public Task TH6003_not_for_the_views_of_a_sorted_list() => AnalyzerTest.Verify(EffectSource.Handler(
        "_n = _sorted.{|TH5005:Keys|}[0]; IList<int> values = _sorted.{|TH5005:Values|}; _n = values[values.Count - 1]; values.{|TH6003:Insert|}(0, 1); _n = {|TH6003:_list[0]|};",
        "private readonly SortedList<int, int> _sorted = new(); private readonly IList<int> _list; private int _n; internal MyDriver(IList<int> list) => _list = list;"));

    [Fact]
    public Task TH6003_public_interface() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "_sink.{|TH6003:Accept|}(1); _sink.Trusted(1); _own.Accept(1);",
            "private readonly ISink _sink; private readonly ISink _own = new Own(); internal MyDriver(ISink sink) => _sink = sink;",
            """
            public interface ISink { void Accept(int n); [InterruptSafe] void Trusted(int n); }
            public sealed class Own : ISink { public void Accept(int n) { } public void Trusted(int n) { } }
            """),
        "'OnRx' cannot be proven: OnRx → ISink.Accept (anyone may implement it; [InterruptSafe] on ISink.Accept, or a type that nobody else can extend, would prove it)");

    [Fact]
    public Task TH6003_a_known_implementation_is_followed_all_the_same() => AnalyzerTest.Verify(EffectSource.Handler(
        "_sink.{|TH2001:{|TH6003:Accept|}|}(1);", "private readonly ISink _sink; internal MyDriver(ISink sink) => _sink = sink;",
        "public interface ISink { void Accept(int n); } sealed class Own : ISink { public void Accept(int n) => _ = new object(); }"));

    [Fact]
    public Task TH6003_a_public_class_behind_an_internal_interface() => AnalyzerTest.Verify(EffectSource.Handler(
        "_open.{|TH6003:Accept|}(1); _closed.Accept(1);", "private readonly IOpen _open; private readonly IClosed _closed; internal MyDriver(IOpen a, IClosed b) => (_open, _closed) = (a, b);",
        """
            interface IOpen { void Accept(int n); }
            public class Open : IOpen { public virtual void Accept(int n) { } }
            interface IClosed { void Accept(int n); }
            public class Closed : IClosed { public void Accept(int n) { } }
            """));

    [Fact]
    public Task TH6003_open_type_parameter() => AnalyzerTest.Verify(
        """
        using TopHalf;
        public interface ISource { int Read(); static abstract int Size { get; } }
        [InterruptSafe] public sealed class Reader<T> where T : ISource { public int Read(T source) => source.{|TH6003:Read|}() + T.{|TH6003:Size|}; }
        """);

    [Fact]
    public Task TH6003_interface_of_the_library() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "_ = _order.{|TH6003:Compare|}(1, 2);", "private readonly IComparer<int> _order; internal MyDriver(IComparer<int> order) => _order = order;"),
        "'OnRx' cannot be proven: OnRx → IComparer<int>.Compare (anyone may implement it; a sealed type in place of IComparer<int>, or a line in InterruptEffects.txt, would prove it)");

    [Fact]
    public Task TH6004_extern() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "{|TH6004:Spin|}(); Vouched();",
            """
            #pragma warning disable CS0626
            private static extern void Spin();
            [InterruptSafe] private static extern void Vouched();
            """),
        "'OnRx' cannot be proven: OnRx → MyDriver.Spin (extern: it cannot be read; [InterruptSafe] on it vouches for it)");

    [Fact]
    public Task TH6004_function_pointer() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "unsafe { {|TH6004:_pointer|}(1); _known(1); delegate*<int, void> local = &Step; local(2); }",
            "private static unsafe delegate*<int, void> _pointer; private static readonly unsafe delegate*<int, void> _known = &Step; private static void Step(int n) { } public static unsafe void Set(delegate*<int, void> p) => _pointer = p;"),
        new ProjectOptions { AllowUnsafe = true });

    [Fact]
    public Task A_function_pointer_is_followed() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "unsafe { delegate*<void> local = &Step; {|TH2001:local|}(); }", "private static void Step() => _ = new object();"),
        new ProjectOptions { AllowUnsafe = true });

    [Fact]
    public Task A_function_pointer_is_handed_down() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "unsafe { Run(&Quiet); {|TH2001:Run|}(&Loud); }",
            "private static unsafe void Run(delegate*<void> step) => step(); private static void Quiet() { } private static void Loud() => _ = new object();"),
        new ProjectOptions { AllowUnsafe = true });

    [Fact]
    public Task TH6005_another_assembly() => AnalyzerTest.Verify(
        EffectSource.Handler("Vendor.Card.{|TH6005:Read|}(); Vendor.Card.Write();"),
        new ProjectOptions { Library = "namespace Vendor { public static class Card { public static void Read() { } [TopHalf.InterruptSafe] public static void Write() { } } }" },
        "'OnRx' cannot be proven: OnRx → Card.Read (its code is in Library; [InterruptSafe] there, or a line in InterruptEffects.txt, would prove it)");

    [Fact]
    public Task TH6006_library_member_that_is_not_listed() => AnalyzerTest.Verify(
        EffectSource.Handler("Pins.{|TH6006:Toggle|}();"),
        new ProjectOptions { LibraryName = "Microsoft.Pins", Library = "public static class Pins { public static void Toggle() { } }" },
        "'OnRx' cannot be proven: OnRx → Pins.Toggle (not in the table of the library's effects; a line in InterruptEffects.txt would add it)");

    /// <summary>More than any caller's stack holds, and less than the large one does.</summary>
    [Fact]
    public Task TH6007_is_not_told_of_sixty_thousand_terms() => AnalyzerTest.Verify(EffectSource.Handler("_ = Deep(1);", SixtyThousandTerms));

    [Fact]
    public async Task TH6007_where_the_large_stack_does_not_suffice_either()
    {
        DeepStack.OnlySize = 256 << 10;
        try
        {
            await AnalyzerTest.Verify(
                EffectSource.Handler("_ = {|TH6007:Deep|}(1);", SixtyThousandTerms),
                "'OnRx' cannot be proven: OnRx → Deep (an expression is nested too deeply to be read; in parts it could be proven)");
        }
        finally
        {
            DeepStack.OnlySize = null;
        }
    }

    // Where null counts, the compiler itself looks for the start of each sum among all its terms, which takes it most of a minute.
    private static string SixtyThousandTerms
        => $"\n#nullable disable\nprivate static int Deep(int n) => n{string.Concat(Enumerable.Repeat(" + n", 60_000))};";
}
