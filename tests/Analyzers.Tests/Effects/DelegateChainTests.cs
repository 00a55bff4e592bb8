using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>Through delegates whose code is known: in fields, locals, parameters, combinations.</summary>
public sealed class DelegateChainTests
{
    [Fact]
    public Task Read_only_field() => AnalyzerTest.Verify(
        EffectSource.Handler("{|TH2001:_action|}();", "private readonly Action _action = static () => { _ = new object(); };"),
        "'OnRx' allocates: OnRx → lambda (new object)");

    [Fact]
    public Task Field_set_in_the_constructor() => AnalyzerTest.Verify(EffectSource.Handler(
        "{|TH2001:_action|}();", "private readonly Action _action; private readonly int _n = 1; public MyDriver() { _action = () => { _ = new object(); _ = _n; }; }"));

    [Fact]
    public Task Private_field_that_is_set_in_several_places() => AnalyzerTest.Verify(EffectSource.Handler(
        "_action?.{|TH2001:{|TH2002:Invoke|}|}();",
        """
            private Action? _action = static () => { _ = new object(); };
            public void Start() => _action = static () => { _ = new int[1]; };
            public void Stop() => _action = null;
            public void Again() => _action ??= static () => { };
            """));

    [Fact]
    public Task Private_field_that_is_added_to() => AnalyzerTest.Verify(EffectSource.Handler(
        "_action?.{|TH2001:Invoke|}();",
        "private Action? _action; public void Start() { _action += static () => { _ = new object(); }; _action -= Stop; } private void Stop() { }"));

    [Fact]
    public Task Private_event() => AnalyzerTest.Verify(EffectSource.Handler(
        "Full?.{|TH2001:Invoke|}();", "private event Action? Full; public void Start() => Full += static () => { _ = new object(); };"));

    [Fact]
    public Task Auto_property() => AnalyzerTest.Verify(EffectSource.Handler(
        "{|TH2001:Done|}();", "public Action Done { get; } = static () => { _ = new object(); };"));

    [Fact]
    public Task Method_group_in_a_field() => AnalyzerTest.Verify(
        EffectSource.Handler("{|TH2001:_action|}();", "private static readonly Action _action = Make; private static void Make() => _ = new object();"),
        "'OnRx' allocates: OnRx → Make (new object)");

    [Fact]
    public Task Method_group_of_the_library() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "{|TH3006:_write|}(\"\"); _ = _root(4);",
            "private static readonly Action<string> _write = Console.WriteLine; private static readonly Func<double, double> _root = Math.Sqrt;"),
        "'OnRx' blocks: OnRx → Console.WriteLine (uses the terminal; count or store here, and let another thread do it)");

    [Fact]
    public Task Method_group_of_an_override() => AnalyzerTest.Verify(EffectSource.Handler(
        "{|TH2001:_action|}();",
        "private static readonly Shape _shape = new Square(); private static readonly Action _action = _shape.Draw;",
        "public abstract class Shape { public abstract void Draw(); } class Square : Shape { public override void Draw() => _ = new object(); } class Other : Shape { public override void Draw() { } }"));

    [Fact]
    public Task Method_group_of_native_code() => AnalyzerTest.Verify(EffectSource.Handler(
        "{|TH3009:_action|}();",
        "private static readonly Action _action = Poll; [System.Runtime.InteropServices.DllImport(\"c\")] private static extern void Poll();"));

    [Fact]
    public Task Local_delegates() => AnalyzerTest.Verify(EffectSource.Handler(
        "Action a = {|TH5003:static () =>|} { _ = new object(); }; {|TH2001:a|}(); Action b = a; {|TH2001:b|}(); a = {|TH5003:static () =>|} { };"));

    [Fact]
    public Task Either_of_two() => AnalyzerTest.Verify(EffectSource.Handler(
        "Action c = irq.Vector == 0 ? _a : _b; {|TH2001:{|TH2002:c|}|}();",
        "private static readonly Action _a = static () => { _ = new object(); }; private static readonly Action _b = static () => { _ = new int[1]; };"));

    [Fact]
    public Task Handed_down_through_a_parameter() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "{|TH2001:Each|}(_action); Each(_harmless);",
            """
            private static readonly Action<int> _action = static n => { _ = new object(); };
            private static readonly Action<int> _harmless = static n => { };
            private static void Each(Action<int> action) { for (int i = 0; i < 4; i++) { action(i); } }
            """),
        "'OnRx' allocates: OnRx → Each → lambda (new object)");

    [Fact]
    public Task Handed_down_two_levels() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "{|TH2001:Twice|}(_action);",
            """
            private static readonly Action _action = static () => { _ = new object(); };
            private static void Twice(Action action) => Once(action);
            private static void Once(Action action) => action();
            """),
        "'OnRx' allocates: OnRx → Twice → Once → lambda (new object)");

    [Fact]
    public Task Handed_down_in_a_lambda() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "{|TH2001:Twice|}(_action);",
            """
            private static readonly Action _action = static () => { _ = new object(); };
            private static void Twice(Action action) { Local(); void Local() => action(); }
            """),
        "'OnRx' allocates: OnRx → Twice → Local → lambda (new object)");

    [Fact]
    public Task A_parameter_with_a_default() => AnalyzerTest.Verify(EffectSource.Handler(
        "Run(); {|TH2001:Run|}(_action);",
        "private static readonly Action _action = static () => { _ = new object(); }; private static void Run(Action? action = null) => action?.Invoke();"));

    [Fact]
    public Task A_parameter_that_is_set_to_something_else() => AnalyzerTest.Verify(EffectSource.Handler(
        "{|TH2001:Run|}(_harmless);",
        """
            private static readonly Action _action = static () => { _ = new object(); };
            private static readonly Action _harmless = static () => { };
            private static void Run(Action action) { action = _action; action(); }
            """));

    [Fact]
    public Task A_lambda_of_a_generic_class_means_its_types() => AnalyzerTest.Verify(EffectSource.Handler(
        "_ints.Run(1); _lists.{|TH2003:Run|}(2);",
        "private readonly Box<Quiet> _ints = new(); private readonly Box<Loud> _lists = new();",
        """
            class Box<T> where T : struct, IMark { private readonly Action<T> _action = static t => t.Mark(); public void Run(int n) => _action(default); }
            interface IMark { void Mark(); }
            struct Quiet : IMark { public void Mark() { } }
            struct Loud : IMark { public void Mark() => _ = (object)1; }
            """));

    [Fact]
    public Task A_delegate_of_null_runs_nothing() => AnalyzerTest.Verify(EffectSource.Handler(
        "Run(null); Action? none = null; none?.Invoke();", "private static void Run(Action? action) => action?.Invoke();"));

    [Fact]
    public Task Handed_to_the_library() => AnalyzerTest.Verify(EffectSource.Handler(
        "Array.{|TH2001:ForEach|}(_numbers, _action);",
        "private readonly int[] _numbers = new int[4]; private static readonly Action<int> _action = static n => { _ = new object(); };"));

    [Fact]
    public Task Handed_to_the_library_without_being_known() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "Array.{|TH6001:ForEach|}(_numbers, Given!);", "private readonly int[] _numbers = new int[4]; public Action<int>? Given { get; set; }"),
        "'OnRx' cannot be proven: OnRx → Given (Array.ForEach may call it, whatever it is; a read-only field with the lambda would prove it)");

    [Fact]
    public Task Kept_by_the_library() => AnalyzerTest.Verify(EffectSource.Handler(
        "_ = Interlocked.Exchange(ref _next, _bad);",
        "private Action? _next; private static readonly Action _bad = static () => { _ = new object(); };"));
}
