using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>TH2004 and TH2005: closures and delegates; a closure and its delegate are one.</summary>
public sealed class ClosureRuleTests
{
    private const string Members = """
        private int _n; private Action? _action, _other; private event Action? Done; private event Action Custom { add { } remove { } } private Value _value; private Card _card = new(1); private readonly Func<int, Func<int>> _make = static x => () => x;
        private void Run() { }
        private static void RunStatic() { }
        private static int Use(Func<int> get) => 0;
        private static string Text(Func<int> get) => "";
        """;

    private const string Types = """
        internal struct Value { public int X; public int Get() => X; }
        internal static class Extensions { public static int Size(this string text) => 1; }
        internal sealed class Card(int id) { public Func<int> Make() => () => id; }
        """;

    [Theory]
    [InlineData("int x = irq.Vector; Use({|TH2004:() =>|} x);")]
    [InlineData("int x = irq.Vector; if (x > 100) { Use({|TH2004:() =>|} { _n++; return x; }); }")]
    [InlineData("int x = irq.Vector; Func<int> get = {|TH2004:delegate|} { return x; };")]
    [InlineData("int x = irq.Vector; int Get() => x; Use({|TH2004:Get|}); Use({|TH2004:() =>|} Get());")]
    [InlineData("Parse(out int x); Use({|TH2004:() =>|} x); if ((object)\"s\" is string s) { Use({|TH2004:() =>|} s.Length); } void Parse(out int n) => n = 1;")]
    [InlineData("{|TH2004:Nested|}(irq.Vector); void Nested(int x) { if (x > 9) { Use(() => x); } }")]
    [InlineData("int x = irq.Vector; void NotCalled() { Use({|TH2004:() =>|} x); }")]
    [InlineData("int x = irq.Vector; const bool Trace = false; if (Trace) { Use({|TH2004:() =>|} x); }")]
    [InlineData("int x = irq.Vector; if (x > 9) { {|TH4001:throw|} new InvalidOperationException(Text({|TH2004:() =>|} x)); }")]
    [InlineData("{|TH2004:_make|}(irq.Vector); {|TH2004:Make|}(irq.Vector); Func<int> Make(int x) => () => x;")]
    public Task Closures(string body) => Verify(body);

    [Theory]
    [InlineData("int x = irq.Vector; int Get() => x + _n; _n = Get(); void Set() { x++; Get(); } Set();")]
    [InlineData("const int X = 4; Func<int> get = {|TH5003:() =>|} X; get();")]
    [InlineData("int x = irq.Vector; System.Diagnostics.Debug.Assert(x > 0, Text(() => x));")]
    [InlineData("if (irq.Vector > 9) { int x = irq.Vector; {|TH4001:throw|} new InvalidOperationException(Text(() => x)); }")]
    [InlineData("int x = irq.Vector; Use({|TH5003:static () =>|} 3); Func<int, int> f = {|TH5003:x =>|} x; string name = nameof(x);")]
    public Task No_closures(string body) => Verify(body);

    [Theory]
    [InlineData("_action = {|TH2005:Run|}; _action = {|TH2005:() =>|} Run(); Func<int> a = _value.{|TH2005:Get|}; Func<int> b = \"x\".{|TH2005:Size|}; Func<string> c = \"x\".{|TH2005:ToString|};")]
    [InlineData("_action = {|TH2005:new Action(RunStatic)|}; _action = {|TH2005:new(Run)|}; _action = {|TH2005:new Action(_other!)|}; var get = {|TH2005:Local|}; int Local() => _n;")]
    [InlineData("{|TH2005:_action += Run|}; {|TH2005:_action -= Run|}; {|TH2005:_action += RunStatic|}; {|TH2005:_action += _other|}; _action = {|TH2005:_action + _other|};")]
    [InlineData("{|TH2005:Done|} += Run; {|TH2005:Done|} -= Run; {|TH2005:Done|} += () => { }; Custom += {|TH2005:Run|};")]
    [InlineData("int x = irq.Vector; {|TH2005:Done|} += {|TH2004:() =>|} Use2(x); static void Use2(int n) { }")]
    [InlineData("var get = _card.{|TH2005:Make|}();")]
    [InlineData("Use({|TH2005:Three|}); int Three() => 3;")]
    public Task Delegates(string body) => Verify(body);

    [Theory]
    [InlineData("_action = {|TH5003:RunStatic|}; _action = {|TH5003:(Action)RunStatic|}; _action = {|TH5003:new Action(() => { })|}; var local = {|TH5003:Local|}; static int Local() => 3;")]
    [InlineData("_action = _other; _action = null; bool same = _action == _other; _action ??= _other;")]
    public Task No_delegates(string body) => Verify(body);

    [Fact]
    public Task A_local_function_is_kept_only_if_it_says_that_it_is_static() => AnalyzerTest.Verify(
        EffectSource.Handler("Use({|TH2005:Three|}); int Three() => 3; Use({|TH5003:Four|}); static int Four() => 4;", Members, Types),
        "'OnRx' allocates: OnRx (a delegate for Three; 'static' on Three would make it once)",
        "'OnRx' does first-use work: OnRx (a delegate for Four, made at the first use; a static read-only field of the driver is made before)");

    [Fact]
    public Task A_lambda_that_names_a_local_function_uses_no_object() => AnalyzerTest.Verify(
        EffectSource.Handler("Func<Func<int>> make = {|TH5003:() =>|} Three; int Three() => 3;", Members, Types));

    [Fact]
    public Task A_function_pointer() => AnalyzerTest.Verify(
        EffectSource.Handler("unsafe { delegate*<int, int> twice = &Twice; _n = twice(3); }", "private int _n; private static int Twice(int x) => 2 * x;"),
        new ProjectOptions { AllowUnsafe = true });

    [Fact]
    public Task What_is_captured() => AnalyzerTest.Verify(
        EffectSource.Handler("int x = irq.Vector, y = 2; Use({|TH2004:() =>|} x + y + _n); _n = Use({|TH2005:() =>|} _n); {|TH2005:Done|} += Run;", Members, Types),
        "'OnRx' allocates: OnRx (a closure over 'x', 'y', from where they begin, and a delegate; state in a field needs no closure)",
        "'OnRx' allocates: OnRx (a delegate for the lambda, which uses 'this'; a read-only field with it does not allocate)",
        "'OnRx' allocates: OnRx → Done (a delegate, and a new list of subscribers)");

    [Fact]
    public Task A_lambda_in_a_lambda_needs_the_closure_of_the_outer_one() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "int x = irq.Vector; {|TH2005:Call|}({|TH2004:() =>|} Use(() => x));",
            "private static int Use(Func<int> get) => 0; private static int Call(Func<int> get) => get();"),
        "'OnRx' allocates: OnRx → Call → lambda (a delegate for the lambda, which uses variables of the code around; a read-only field with it does not allocate)",
        "'OnRx' allocates: OnRx (a closure over 'x', from where it begins, and a delegate; state in a field needs no closure)");

    private static Task Verify(string body) => AnalyzerTest.Verify(EffectSource.Handler(body, Members, Types));
}
