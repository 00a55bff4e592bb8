using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>TH2003: boxes, by conversions, calls, patterns and loops; and what looks like one.</summary>
public sealed class BoxRuleTests
{
    private const string Members = """
        private object? _o; private int _n; private int? _maybe; private (int, int) _pair; private int[] _ints = new int[2]; private string _text = ""; private Part _part; private Own _own;
        private static void Keep(object o) { }
        private static void KeepPart(IPart part) { }
        private object Get() => 5;
        """;

    private const string Types = """
        internal interface IPart { int Id => 3; void Run(); }
        internal struct Part : IPart { public int X; public void Run() { } }
        internal struct Own : IEquatable<Own> { public override int GetHashCode() => 1; public override string ToString() => "own"; public bool Equals(Own other) => true; public override bool Equals(object? other) => false; }
        internal struct Based { public int X; public override int GetHashCode() => base.GetHashCode(); public override bool Equals(object? other) => other is Based; }
        internal struct Scope : IDisposable { public void Dispose() { } }
        internal static class Extensions { public static void Start(this IPart part) { } public static void StartAny<T>(this T part) where T : IPart => part.Run(); }
        internal sealed class Point { public void Deconstruct(out int x, out int y) { x = y = 1; } }
        """;

    [Theory]
    [InlineData("_o = {|TH2003:5|}; IComparable c = {|TH2003:_n|}; Enum e = {|TH2003:DayOfWeek.Friday|}; _o = {|TH2003:_maybe|}; ValueType v = {|TH2003:_n|}; _o = {|TH2003:(object)_n|};")]
    [InlineData("Keep({|TH2003:_n|}); KeepPart({|TH2003:_part|}); {|TH2003:_part|}.Start(); ({|TH2003:(IPart)_part|}).Run(); {|TH2003:Get|}();")]
    [InlineData("_o = irq.Vector > 1 ? {|TH2003:_n|} : _text; _o ??= {|TH2003:5|}; _o = {|TH2003:_maybe|} ?? (object)_text; _o = irq.Vector switch { 1 => {|TH2003:(object)1|}, _ => _text };")]
    [InlineData("(object, object) t = ({|TH2003:1|}, _text); (object a, int b) u = {|TH2003:_pair|}; (_o, _) = ({|TH2003:1|}, 2); _o = {|TH2003:_pair|};")]
    [InlineData("foreach (object item in {|TH2003:_ints|}) { }")]
    [InlineData("if (_part is {|TH2003:IPart part|}) { part.Run(); } switch (_part) { case {|TH2003:IPart other|}: other.Run(); break; }")]
    [InlineData("if (_part is {|TH2003:IPart { Id: 3 }|}) { } var some = {|TH2003:_part as IPart|};")]
    [InlineData("_n = _part.{|TH2003:GetHashCode|}(); var same = _part.{|TH2003:Equals|}(_part); same = _own.Equals({|TH2003:(object)_own|});")]
    [InlineData("var day = DayOfWeek.Friday; var same = day.{|TH2003:Equals|}(DayOfWeek.Monday); _n = day.{|TH2003:CompareTo|}(DayOfWeek.Monday);")]
    [InlineData("if (new Scope() is {|TH2003:IDisposable scope|}) { scope.Dispose(); } switch (new Scope()) { case {|TH2003:IDisposable other|}: other.Dispose(); break; }")]
    [InlineData("{|TH2003:Dispose|}(new Scope()); void Dispose<T>(T value) { if (value is IDisposable scope) { scope.Dispose(); } }")]
    [InlineData("_n = new Based().{|TH2003:GetHashCode|}();")]
    [InlineData("using (IDisposable scope = {|TH2003:new Scope()|}) { }")]
    [InlineData("{|TH2003:Box|}(_part); Box(_text); void Box<T>(T value) { object? o = value; }")]
    [InlineData("{|TH2003:Test|}(_part); Test(_n); void Test<T>(T value) { if (value is IPart part) { part.Run(); } }")]
    [InlineData("{|TH2003:Hash|}(_part); Hash(_own); Hash(_text); int Hash<T>(T value) where T : notnull => value is string ? 0 : value.GetHashCode();")]
    [InlineData("(_o, _n) = {|TH2003:_point|};", "private Point _point = new();")]
    [InlineData("{|TH2003:Both|}(); void Both() { Keep(_n); Keep(5); }")]
    public Task Boxed(string body, string members = "") => Verify(body, members);

    [Theory]
    [InlineData("_n = (int)DayOfWeek.Friday; var day = DayOfWeek.Friday | DayOfWeek.Monday; var same = day == DayOfWeek.Monday; _n = day.GetHashCode();")]
    [InlineData("_n = _own.GetHashCode(); var same = _own.Equals(_own); _n = _n.CompareTo(3); same = _n.Equals(3); same = _maybe == 5; _n = _maybe ?? 3; _n = _maybe.GetValueOrDefault();")]
    [InlineData("if (_part is IPart) { } if (_maybe is { } n) { _n = n; } if (_n is 3 or > 5) { } if (_maybe is int m) { _n = m; } if (_o is int k) { _n = k; }")]
    [InlineData("_part.Run(); _part.StartAny(); using var scope = new Scope(); using (new Scope()) { } Use(new Scope()); void Use<T>(T value) where T : IDisposable { using (value) { } }")]
    [InlineData("_o = (int?)null; _o = default(int?); _o = new int?(); Keep((long?)null!); _o = (IComparable?)default(int?);")]
    [InlineData("_o = _text; _o = null; _o = typeof(int); _o = (object)_text; (int, string) t = (1, _text); (object, int) u = (_text, 1);")]
    [InlineData("_n = Cast(_n); int Cast<T>(T value) => (int)(object)value!; var isInt = Is(_n); bool Is<T>(T value) => (object)value! is int;")]
    [InlineData("foreach (long item in _ints) { _n += (int)item; } foreach (var (a, b) in _pairs) { _n = a + b; }", "private (int, int)[] _pairs = new (int, int)[2];")]
    [InlineData("_n = Sum<Meters>(new Meters(), new Meters()).X; T Sum<T>(T a, T b) where T : struct, IAdd<T> => T.Zero + a + b;")]
    [InlineData("Test(_n); void Test<T>(T value) { (value as IPart)?.Run(); if (value is IPart part) { part.Run(); } }")]
    public Task Not_boxed(string body, string members = "") => AnalyzerTest.Verify(EffectSource.Handler(body, Members + members, Types + """

        internal interface IAdd<T> where T : IAdd<T> { static abstract T Zero { get; } static abstract T operator +(T a, T b); }
        internal struct Meters : IAdd<Meters> { public int X; public static Meters Zero => default; public static Meters operator +(Meters a, Meters b) => a; }
        """));

    [Fact]
    public Task What_it_is_boxed_as() => AnalyzerTest.Verify(
        EffectSource.Handler("_o = {|TH2003:_n|}; _n = _part.{|TH2003:GetHashCode|}(); {|TH2003:Get|}();", Members, Types),
        "'OnRx' allocates: OnRx (boxes int as object)",
        "'OnRx' allocates: OnRx → ValueType.GetHashCode (boxes Part, which does not override it)",
        "'OnRx' allocates: OnRx → Get (boxes int as object)");

    [Fact]
    public Task A_constrained_call_of_a_ref_struct() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "Run(new Cursor());",
            "private static void Run<T>(T value) where T : IStep, allows ref struct { value.Step(); }",
            "internal interface IStep { void Step(); } internal ref struct Cursor : IStep { public void Step() { } }"),
        new ProjectOptions { Language = Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp13 });

    private static Task Verify(string body, string members) => AnalyzerTest.Verify(EffectSource.Handler(body, Members + members, Types));
}
