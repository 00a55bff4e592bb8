using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>Through what makes an object, and through what the compiler calls for a statement: types of the compilation's own.</summary>
public sealed class TypeChainTests
{
    [Fact]
    public Task Constructor_of_a_struct() => AnalyzerTest.Verify(
        EffectSource.Handler("_ = {|TH2001:new Slot(1)|};", types: "struct Slot { public Slot(int n) => _ = new object(); }"),
        "'OnRx' allocates: OnRx → new Slot (new object)");

    [Fact]
    public Task Field_initializers_and_primary_constructors() => AnalyzerTest.Verify(EffectSource.Handler(
        "_ = {|TH2001:new A()|}; _ = {|TH2001:new B(1)|}; _ = {|TH2001:new C(2)|}; _ = {|TH2001:new D(3)|};",
        types: """
            struct A { private readonly object _o = new object(); public A() { } public object O => _o; }
            struct B(int n) { public object O { get; } = Tools.Make(n); }
            record struct C(int N) { public readonly object O = new object(); }
            struct D { public object O = new object(); public D(int n) : this() { } public D() { } }
            static class Tools { public static object Make(int n) => new object(); }
            """));

    [Fact]
    public Task Base_constructors() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "_ = {|TH2001:{|TH3003:new A()|}|}; _ = {|TH2001:{|TH3003:new B(1)|}|}; _ = {|TH2001:{|TH3003:new C(1)|}|}; _ = {|TH2001:new D()|};",
            types: """
            class Base { public Base(int n = 0) => Thread.Sleep(n); protected Base(string s) { } }
            class A : Base { }
            class B : Base { public B(int n) : base(n) { } }
            class C(int n) : Base(n) { }
            class D : Base { public D() : base("") { } }
            """),
        "'OnRx' allocates: OnRx (new A)",
        "'OnRx' blocks: OnRx → new A → new Base → Thread.Sleep (sleeps)",
        "'OnRx' allocates: OnRx (new B)",
        "'OnRx' blocks: OnRx → new B → new Base → Thread.Sleep (sleeps)",
        "'OnRx' allocates: OnRx (new C)",
        "'OnRx' blocks: OnRx → new C → new Base → Thread.Sleep (sleeps)",
        "'OnRx' allocates: OnRx (new D)");

    [Fact]
    public Task Argument_of_a_base_constructor() => AnalyzerTest.Verify(EffectSource.Handler(
        "_ = {|TH2001:{|TH2002:new C(1)|}|};",
        types: "class Base(int[] n) { public int[] N => n; } class C(int n) : Base(new int[n]) { }"));

    [Fact]
    public Task Records_and_with() => AnalyzerTest.Verify(EffectSource.Handler(
        "_ = _slot with { {|TH2002:N|} = 2 }; _ = {|TH2001:{|TH3003:_packet with { }|}|};",
        "private readonly Slot _slot; private readonly Packet _packet = new(1);",
        """
            readonly record struct Slot { public int N { get => 0; init => _ = new int[1]; } }
            record Packet(int N) { private readonly int[] _data = new int[1]; protected Packet(Packet other) { Thread.Sleep(1); } public int[] Data => _data; }
            """));

    [Fact]
    public Task Copy_constructor_of_a_base_record() => AnalyzerTest.Verify(EffectSource.Handler(
        "_ = {|TH2001:{|TH3003:_packet with { }|}|};", "private readonly Long _packet = new();",
        "record Packet { public Packet() { } protected Packet(Packet other) { Thread.Sleep(1); } } record Long : Packet { public int N = Tools.Size(); } static class Tools { public static int Size() => new int[1].Length; }"));

    [Fact]
    public Task Comparison_of_records() => AnalyzerTest.Verify(EffectSource.Handler(
        "_ = {|TH2001:_a == _b|}; _ = _a.{|TH2002:GetHashCode|}(); _ = _c == _c;", "private readonly Slot _a; private readonly Slot _b; private readonly Plain _c;",
        """
            readonly record struct Slot(Key Key); readonly record struct Plain(int N);
            struct Key : IEquatable<Key>
            {
                public bool Equals(Key other) { _ = new object(); return true; }
                public override bool Equals(object? o) => false;
                public override int GetHashCode() { _ = new int[1]; return 0; }
            }
            """));

    [Fact]
    public Task Foreach() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "foreach (int n in {|TH2001:{|TH2002:{|TH2003:{|TH3003:_bag|}|}|}|}) { }", "private readonly Bag _bag = new();",
            """
            class Bag { public Walk GetEnumerator() { _ = new object(); return default; } }
            struct Walk : IDisposable { public bool MoveNext() { _ = new int[1]; return false; } public int Current { get { _ = (object)1; return 1; } } public void Dispose() => Thread.Sleep(1); }
            """),
        "'OnRx' allocates: OnRx → Bag.GetEnumerator (new object)",
        "'OnRx' allocates: OnRx → Walk.MoveNext (new int[]; stackalloc, or a field of the driver, does not allocate)",
        "'OnRx' allocates: OnRx → Walk.Current (boxes int as object)",
        "'OnRx' blocks: OnRx → Walk.Dispose → Thread.Sleep (sleeps)");

    [Fact]
    public Task Foreach_by_an_extension_method_and_with_deconstruction() => AnalyzerTest.Verify(EffectSource.Handler(
        "foreach ((int a, int b) in {|TH2001:{|TH2002:_bag|}|}) { }", "private readonly Bag<int> _bag = new();",
        """
            class Bag<T> { }
            static class Bags { public static Walk<T> GetEnumerator<T>(this Bag<T> bag) { _ = new object(); return default; } }
            struct Walk<T> { public bool MoveNext() => false; public Pair Current => default; }
            struct Pair { public void Deconstruct(out int a, out int b) { a = b = 0; _ = new int[1]; } }
            """));

    [Fact]
    public Task Foreach_over_types_of_ones_own_that_do_nothing() => AnalyzerTest.Verify(EffectSource.Handler(
        "foreach (int n in _bag) { } foreach (int n in new Range3()) { }", "private readonly Bag _bag = new();",
        """
            public class Bag { public Walk GetEnumerator() => default; }
            public struct Walk { public bool MoveNext() => false; public int Current => 1; }
            ref struct Range3 { private int _n; public Range3 GetEnumerator() => this; public bool MoveNext() => _n++ < 3; public int Current => _n; }
            """));

    [Fact]
    public Task Using() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "{|TH2001:using (_guard)|} { } {|TH2001:using (new Guard())|} { } using {|TH2002:Other other = default|};", "private readonly Guard _guard;",
            "struct Guard : IDisposable { public void Dispose() => _ = new object(); } ref struct Other { public void Dispose() => _ = new int[1]; }"),
        "'OnRx' allocates: OnRx → Guard.Dispose (new object)",
        "'OnRx' allocates: OnRx → Guard.Dispose (new object)",
        "'OnRx' allocates: OnRx → Other.Dispose (new int[]; stackalloc, or a field of the driver, does not allocate)");

    [Fact]
    public Task Using_an_explicit_or_inherited_dispose() => AnalyzerTest.Verify(EffectSource.Handler(
        "{|TH2001:using (_a)|} { } {|TH2002:using (_b)|} { }", "private readonly A _a = new(); private readonly B _b = new();",
        "sealed class A : IDisposable { void IDisposable.Dispose() => _ = new object(); } class Base : IDisposable { public void Dispose() => End(); protected virtual void End() { } } class B : Base { protected override void End() => _ = new int[1]; }"));

    [Fact]
    public Task Deconstruction() => AnalyzerTest.Verify(EffectSource.Handler(
        "var (a, b) = {|TH2001:_pair|}; (int c, (int d, int e)) = {|TH2001:_nested|}; _ = _pair is {|TH2001:(1, 2)|};",
        "private readonly Pair _pair; private readonly (int, Pair) _nested;",
        "readonly struct Pair { public void Deconstruct(out int a, out int b) { a = b = 0; _ = new object(); } }"));

    [Fact]
    public Task Interpolated_string_handlers() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "Log({|TH2001:$\"a{|TH2002:{irq.Vector}|}\"|});",
            "private static void Log(Text text) { }",
            """
            [System.Runtime.CompilerServices.InterpolatedStringHandler]
            ref struct Text { public Text(int a, int b) => _ = new object(); public void AppendLiteral(string s) { } public void AppendFormatted<T>(T t) => _ = new int[1]; }
            """));

    [Fact]
    public Task Collection_builders() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "Bag a = {|TH2001:[1, 2]|}; Sack b = {|TH2002:{|TH2008:[1]|}|};",
            types: """
            [System.Runtime.CompilerServices.CollectionBuilder(typeof(Bags), "Create")]
            struct Bag : IEnumerable<int> { public IEnumerator<int> GetEnumerator() => null!; System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => null!; }
            static class Bags { public static Bag Create(ReadOnlySpan<int> all) { _ = new object(); return default; } }
            class Sack : IEnumerable<int> { public void Add(int n) => _ = new int[1]; public IEnumerator<int> GetEnumerator() => null!; System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => null!; }
            """));

    [Fact]
    public Task Collection_initializers() => AnalyzerTest.Verify(EffectSource.Handler(
        "_ = new Bag { {|TH2001:1|}, {|TH2001:2|} };",
        types: "struct Bag : System.Collections.IEnumerable { public void Add(int n) => _ = new object(); public System.Collections.IEnumerator GetEnumerator() => null!; }"));

    [Fact]
    public Task Ranges_and_list_patterns() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "_ = {|TH2001:{|TH2002:_ring[1..3]|}|}; _ = {|TH2002:{|TH2003:_ring[^1]|}|}; _ = _ring is {|TH2002:{|TH2003:[1, .., 2]|}|}; _ = _ring is {|TH2002:[{|TH2001:.. var rest|}]|};",
            "private readonly Ring _ring = new();",
            """
            class Ring
            {
                public int Length { get { _ = new int[1]; return 9; } }
                public int this[int i] { get { _ = (object)i; return i; } }
                public Ring Slice(int start, int length) { _ = new object(); return this; }
            }
            """));

    [Fact]
    public Task Partial_methods_and_generated_parts() => AnalyzerTest.Verify(
        EffectSource.Handler("{|TH2001:OnDone|}(1); OnNever(new object()); _ = {|TH2001:Size|};", "partial void OnDone(int n); partial void OnNever(object o); private partial int Size { get; }", """
            partial class MyDriver
            {
                [System.CodeDom.Compiler.GeneratedCode("Other", "1")] partial void OnDone(int n) => _ = new object();
                private partial int Size { get { _ = new object(); return 0; } }
            }
            """),
        new ProjectOptions { Language = Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp13 });

    [Fact]
    public Task Nested_types_and_static_classes() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "Inner.{|TH2001:Make|}(); Tools.Deeper.{|TH2001:Make|}();",
            "private static class Inner { public static object Make() => Tools.Deeper.Make(); }",
            "static class Tools { public static class Deeper { public static object Make() => new object(); } }"),
        "'OnRx' allocates: OnRx → Inner.Make → Deeper.Make (new object)",
        "'OnRx' allocates: OnRx → Deeper.Make (new object)");

    [Fact]
    public Task Ref_structs_and_refs() => AnalyzerTest.Verify(EffectSource.Handler(
        "var view = new View(stackalloc int[4]); view.{|TH2001:Push|}(1); ref int slot = ref view.{|TH2001:Slot|}(0); slot = 1;",
        types: "ref struct View { private Span<int> _s; public View(Span<int> s) => _s = s; public void Push(int n) { _ = new object(); } public ref int Slot(int i) { _ = new object(); return ref _s[i]; } }"));
}
