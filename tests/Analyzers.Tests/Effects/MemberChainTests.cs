using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>Through properties, indexers, events, operators, conversions and functions in functions, to what they do.</summary>
public sealed class MemberChainTests
{
    [Fact]
    public Task Property_get() => AnalyzerTest.Verify(
        EffectSource.Handler("_ = _ring.{|TH2001:Head|};", "private readonly Ring _ring = new();", "class Ring { public object Head => new object(); }"),
        "'OnRx' allocates: OnRx → Ring.Head (new object)");

    [Fact]
    public Task Property_set() => AnalyzerTest.Verify(EffectSource.Handler(
        "_ring.{|TH2001:Head|} = 1;", "private readonly Ring _ring = new();",
        "class Ring { public int Head { get => 0; set => _ = new object(); } }"));

    [Fact]
    public Task The_accessor_that_is_not_used_says_nothing() => AnalyzerTest.Verify(EffectSource.Handler(
        "_ring.Head = null!; _ = _ring.Tail;", "private readonly Ring _ring = new();",
        "class Ring { public object Head { get => new object(); set { } } public int Tail { get => 0; set => _ = new object(); } }"));

    [Fact]
    public Task Both_accessors_of_a_compound_assignment() => AnalyzerTest.Verify(EffectSource.Handler(
        "_ring.{|TH2001:{|TH2002:Head|}|} += 1; _ring.{|TH2001:{|TH2002:Head|}|}++;", "private readonly Ring _ring = new();",
        "class Ring { public int Head { get { _ = new object(); return 0; } set => _ = new int[value]; } }"));

    [Fact]
    public Task Both_accessors_of_a_coalescing_assignment() => AnalyzerTest.Verify(EffectSource.Handler(
        "_ring.{|TH2001:{|TH2002:Head|}|} ??= null;", "private readonly Ring _ring = new();",
        "class Ring { public object? Head { get => new object(); set => _ = new int[1]; } }"));

    [Fact]
    public Task Init_accessor_in_an_object_initializer() => AnalyzerTest.Verify(EffectSource.Handler(
        "_ = new Slot { {|TH2001:Size|} = 1 };", types: "struct Slot { public int Size { get => 0; init => _ = new object(); } }"));

    [Fact]
    public Task Property_of_an_inner_object_initializer() => AnalyzerTest.Verify(EffectSource.Handler(
        "_ = new Slot { {|TH2001:Inner|} = { Size = 1 } };",
        types: "struct Slot { public Inner Inner { get { _ = new object(); return null!; } } } class Inner { public int Size; }"));

    [Fact]
    public Task Property_in_a_pattern() => AnalyzerTest.Verify(EffectSource.Handler(
        "_ = _ring is { {|TH2001:Head|}: 1 };", "private readonly Ring _ring = new();",
        "class Ring { public int Head { get { _ = new object(); return 0; } } }"));

    [Fact]
    public Task Property_of_a_property_in_a_pattern() => AnalyzerTest.Verify(EffectSource.Handler(
        "_ = _ring is { Self.{|TH2001:Head|}: 1 };", "private readonly Ring _ring = new();",
        "class Ring { public Ring Self => this; public int Head { get { _ = new object(); return 0; } } }"));

    [Fact]
    public Task Property_as_a_deconstruction_target() => AnalyzerTest.Verify(EffectSource.Handler(
        "(_ring.{|TH2001:Head|}, _) = (1, 2);", "private readonly Ring _ring = new();",
        "class Ring { public int Head { get => 0; set => _ = new object(); } }"));

    [Fact]
    public Task Static_property() => AnalyzerTest.Verify(EffectSource.Handler(
        "_ = Ring.{|TH2001:Head|};", types: "static class Ring { public static object Head => new object(); }"));

    [Fact]
    public Task Property_that_returns_a_reference() => AnalyzerTest.Verify(EffectSource.Handler(
        "_ring.{|TH2001:Head|} = 1; ref int head = ref _ring.{|TH2001:Head|};", "private readonly Ring _ring = new();",
        "class Ring { private int _head; public ref int Head { get { _ = new object(); return ref _head; } } }"));

    [Fact]
    public Task Indexer() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "_ = {|TH2001:_ring[1]|}; {|TH2002:_ring[1]|} = 2;", "private readonly Ring _ring = new();",
            "class Ring { public int this[int i] { get { _ = new object(); return i; } set => _ = new int[value]; } }"),
        "'OnRx' allocates: OnRx → Ring.this[] (new object)",
        "'OnRx' allocates: OnRx → Ring.this[] (new int[]; stackalloc, or a field of the driver, does not allocate)");

    [Fact]
    public Task Indexer_in_an_initializer() => AnalyzerTest.Verify(EffectSource.Handler(
        "_ = new Table { {|TH2001:[1]|} = 2 };", types: "struct Table { public int this[int i] { get => i; set => _ = new object(); } }"));

    [Fact]
    public Task Event_accessors() => AnalyzerTest.Verify(EffectSource.Handler(
        "_ring.{|TH2001:Full|} += null; _ring.{|TH2002:Full|} -= null;", "private readonly Ring _ring = new();",
        "class Ring { public event Action? Full { add => _ = new object(); remove => _ = new int[1]; } }"));

    [Fact]
    public Task Operators() => AnalyzerTest.Verify(EffectSource.Handler(
            "Money a = default; _ = {|TH2001:a + a|}; _ = {|TH2001:-a|}; {|TH2001:a++|}; {|TH2001:a += a|}; _ = {|TH2002:a == a|}; if ({|TH2002:a|}) { } _ = {|TH2002:(1, a) == (2, a)|}; _ = (a, 1) != (a, 2); (Money, int)? p = (a, 1); _ = {|TH2002:p == (a, 2L)|};",
            types: """
            #pragma warning disable CS0660, CS0661
            struct Money
            {
                public static Money operator +(Money a, Money b) { _ = new object(); return a; }
                public static Money operator -(Money a) { _ = new object(); return a; }
                public static Money operator ++(Money a) { _ = new object(); return a; }
                public static bool operator ==(Money a, Money b) { _ = new int[1]; return true; }
                public static bool operator !=(Money a, Money b) => false;
                public static bool operator true(Money a) { _ = new int[1]; return true; }
                public static bool operator false(Money a) => false;
            }
            """));

    [Fact]
    public Task Logical_operators_of_a_type() => AnalyzerTest.Verify(EffectSource.Handler(
        "Flag a = default; _ = {|TH2001:{|TH2002:a && a|}|};",
        types: """
            struct Flag
            {
                public static Flag operator &(Flag a, Flag b) { _ = new object(); return a; }
                public static bool operator true(Flag a) => true;
                public static bool operator false(Flag a) { _ = new int[1]; return false; }
            }
            """));

    [Fact]
    public Task Lifted_and_checked_operators() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "Money? a = default; _ = {|TH2001:a + a|}; Money b = default; _ = checked({|TH2002:b + b|});",
            types: """
            struct Money
            {
                public static Money operator +(Money a, Money b) { _ = new object(); return a; }
                public static Money operator checked +(Money a, Money b) { _ = new int[1]; return a; }
            }
            """),
        "'OnRx' allocates: OnRx → Money.operator + (new object)",
        "'OnRx' allocates: OnRx → Money.operator checked + (new int[]; stackalloc, or a field of the driver, does not allocate)");

    [Fact]
    public Task Conversions() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "Cents a = {|TH2001:5|}; _ = {|TH2002:(int)a|}; Take({|TH2001:7|}); void Take(Cents c) { }",
            types: """
            struct Cents
            {
                public static implicit operator Cents(int n) { _ = new object(); return default; }
                public static explicit operator int(Cents c) { _ = new int[1]; return 0; }
            }
            """),
        "'OnRx' allocates: OnRx → Cents.conversion to Cents (new object)",
        "'OnRx' allocates: OnRx → Cents.conversion to int (new int[]; stackalloc, or a field of the driver, does not allocate)",
        "'OnRx' allocates: OnRx → Cents.conversion to Cents (new object)");

    [Fact]
    public Task Conversion_in_a_compound_assignment() => AnalyzerTest.Verify(EffectSource.Handler(
        "Cents a = default; {|TH2001:a += 1|};",
        types: """
            struct Cents
            {
                public static implicit operator int(Cents c) => 0;
                public static explicit operator Cents(int n) => default;
                public static Cents operator +(Cents c, int n) { _ = new object(); return c; }
            }
            """));

    [Fact]
    public Task Local_functions() => AnalyzerTest.Verify(
        EffectSource.Handler("{|TH2001:Outer|}(); void Outer() { Inner(); static void Inner() => _ = new object(); }"),
        "'OnRx' allocates: OnRx → Outer → Inner (new object)");

    [Fact]
    public Task A_local_function_that_nobody_calls_says_nothing() => AnalyzerTest.Verify(EffectSource.Handler("""
        #pragma warning disable CS8321
        static void Never() => _ = new object();
        """));

    [Fact]
    public Task A_recursive_local_function_with_a_delegate_ends() => AnalyzerTest.Verify(EffectSource.Handler(
        "{|TH4003:{|TH2001:Again|}|}({|TH5003:static () =>|} { _ = new object(); }, 3); static void Again(Action a, int n) { a(); if (n > 0) Again(a, n - 1); }"));

    [Fact]
    public Task Conditional_access() => AnalyzerTest.Verify(EffectSource.Handler(
        "_ring?.{|TH2001:Push|}(); _ring?.Next?.{|TH2001:Push|}();", "private readonly Ring? _ring = new();",
        "class Ring { public Ring? Next => null; public void Push() => _ = new object(); }"));

    [Fact]
    public Task Default_and_named_arguments_run_like_others() => AnalyzerTest.Verify(EffectSource.Handler(
        "Take(b: {|TH2001:Make|}()); Say();",
        """
            static void Take(int a = 1, object? b = null) { }
            static void Say([System.Runtime.CompilerServices.CallerMemberName] string who = "", [System.Runtime.CompilerServices.CallerLineNumber] int line = 0) { }
            static object Make() => new object();
            """));

    [Fact]
    public Task Nothing_runs_in_nameof_typeof_and_attributes() => AnalyzerTest.Verify(EffectSource.Handler(
        "_ = nameof(Ring.Make); _ = typeof(Ring); _ = sizeof(int); Marked();",
        "[Mark(typeof(Ring), 3)] static void Marked() { }",
        """
            class Ring { public static object Make => new object(); }
            [AttributeUsage(AttributeTargets.All)] class MarkAttribute : Attribute { public MarkAttribute(Type t, int n) => _ = new object(); }
            """));

    [Fact]
    public Task Using_static_and_extension_methods() => AnalyzerTest.Verify(
        "using static Tools;\n" + EffectSource.Handler(
            "{|TH2001:Make|}(); 5.{|TH2001:Twice|}(); Tools.{|TH2001:Twice|}(5);",
            types: "static class Tools { public static object Make() => new object(); public static int Twice(this int n) { _ = new object(); return n; } }"));

    [Fact]
    public Task Five_hops_through_five_kinds() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "_ring.{|TH3001:Head|} = 1;",
            "private readonly Ring _ring = new();",
            """
            class Ring { public int Head { get => 0; set => _ = this[value]; } public int this[int i] { get { Cents c = i; return 0; } } }
            struct Cents { public static implicit operator Cents(int n) { Local(); return default; void Local() => Log.Write(); } }
            static class Log { public static void Write() { lock (typeof(Log)) { } } }
            """),
        "'OnRx' blocks: OnRx → Ring.Head → Ring.this[] → Cents.conversion to Cents → Local → Log.Write (waits for whoever holds the lock; Interlocked or a ring of one writer does not)");
}
