using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>Through generic code: as what it is called with, on every level.</summary>
public sealed class GenericChainTests
{
    private const string Steps = """
        interface IStep { void Do(); }
        struct Quiet : IStep { public void Do() { } }
        struct Loud : IStep { public void Do() => _ = new object(); }
        class Heavy : IStep { public void Do() => _ = new int[1]; }
        """;

    [Fact]
    public Task Constrained_call_of_a_struct() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "Run(new Quiet()); {|TH2001:Run|}(new Loud()); {|TH2002:Run|}(_heavy);",
            "private readonly Heavy _heavy = new(); private static void Run<T>(T step) where T : IStep => step.Do();", Steps),
        "'OnRx' allocates: OnRx → Run → Loud.Do (new object)",
        "'OnRx' allocates: OnRx → Run → Heavy.Do (new int[]; stackalloc, or a field of the driver, does not allocate)");

    [Fact]
    public Task Several_levels() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "A(new Quiet()); {|TH2001:A|}(new Loud());",
            "private static void A<T>(T s) where T : IStep => B<T, int>(s); private static void B<T, U>(T s) where T : IStep => new C<T>().Run(s);",
            Steps + " struct C<T> where T : IStep { public void Run(T s) { Local(s); static void Local(T s) => s.Do(); } }"),
        "'OnRx' allocates: OnRx → A → B → C<Loud>.Run → Local → Loud.Do (new object)");

    [Fact]
    public Task Type_argument_of_a_class() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "_quiet.Run(); _loud.{|TH2001:Run|}();", "private readonly Pump<Quiet> _quiet = new(); private readonly Pump<Loud> _loud = new();",
            Steps + " class Pump<T> where T : struct, IStep { private T _step; public void Run() => _step.Do(); }"),
        "'OnRx' allocates: OnRx → Pump<Loud>.Run → Loud.Do (new object)");

    [Fact]
    public Task Type_argument_of_a_base_class() => AnalyzerTest.Verify(EffectSource.Handler(
        "_quiet.Run(); _loud.{|TH2001:Run|}();", "private readonly QuietPump _quiet = new(); private readonly LoudPump _loud = new();",
        Steps + " abstract class Pump<T> where T : struct, IStep { private T _step; public void Run() => _step.Do(); } class QuietPump : Pump<Quiet> { } class LoudPump : Pump<Loud> { }"));

    [Fact]
    public Task Nested_type_of_a_generic_class() => AnalyzerTest.Verify(EffectSource.Handler(
        "Outer<Quiet>.Inner.Run(default); Outer<Loud>.Inner.{|TH2001:Run|}(default);",
        types: Steps + " class Outer<T> where T : struct, IStep { public struct Inner { public static void Run(T t) => t.Do(); } }"));

    [Fact]
    public Task Static_abstract_member() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "_ = Read<A>(); _ = {|TH2001:Read<B>|}(); _ = Sum<A>(default); _ = {|TH2001:Sum<B>|}(default);",
            "private static int Read<T>() where T : IPort<T> => T.Read(); private static T Sum<T>(T a) where T : IPort<T> => a + a;",
            """
            interface IPort<T> where T : IPort<T> { static abstract int Read(); static abstract T operator +(T a, T b); static virtual int Size => 1; }
            struct A : IPort<A> { public static int Read() => 1; public static A operator +(A a, A b) => a; }
            class B : IPort<B> { public static int Read() { _ = new object(); return 1; } public static B operator +(B? a, B? b) { _ = new object(); return a!; } }
            """));

    [Fact]
    public Task Static_abstract_member_of_a_class_that_others_derive_from() => AnalyzerTest.Verify(EffectSource.Handler(
        "_ = Read<A>(); _ = {|TH2001:Read<B>|}();",
        "private static int Read<T>() where T : IPort => T.Read();",
        """
            interface IPort { static abstract int Read(); }
            class A : IPort { public static int Read() => 1; }
            class B : A, IPort { static int IPort.Read() { _ = new object(); return 1; } }
            """));

    [Fact]
    public Task Generic_interface_by_its_construction() => AnalyzerTest.Verify(EffectSource.Handler(
        "_ints.{|TH2001:Take|}(1); _bytes.Take(1);",
        "private readonly ITake<int> _ints; private readonly ITake<byte> _bytes; internal MyDriver(ITake<int> ints, ITake<byte> bytes) => (_ints, _bytes) = (ints, bytes);",
        """
            interface ITake<T> { void Take(T value); }
            class Ints : ITake<int> { public void Take(int value) => _ = new object(); }
            class Bytes : ITake<byte> { public void Take(byte value) { } }
            """));

    [Fact]
    public Task Generic_class_below_a_generic_interface() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "_quiet.Take(default); _loud.{|TH2001:Take|}(default);",
            "private readonly ITake<Quiet> _quiet; private readonly ITake<Loud> _loud; internal MyDriver(ITake<Quiet> a, ITake<Loud> b) => (_quiet, _loud) = (a, b);",
            Steps + " interface ITake<T> { void Take(T value); } class Each<T> : ITake<T> where T : IStep { public void Take(T value) => value.Do(); }"));

    [Fact]
    public Task Generic_virtual_method() => AnalyzerTest.Verify(EffectSource.Handler(
        "_it.Run(new Quiet()); _it.{|TH2001:Run|}(new Loud());", "private readonly Base _it = new Derived();",
        Steps + " abstract class Base { public abstract void Run<T>(T t) where T : IStep; } class Derived : Base { public override void Run<U>(U t) => t.Do(); }"));

    [Fact]
    public Task New_of_a_type_parameter() => AnalyzerTest.Verify(EffectSource.Handler(
        "_ = Make<Slot>(); _ = {|TH2001:{|TH2002:Make<Heap>|}|}();", "private static T Make<T>() where T : new() => new T();",
        "struct Slot { } class Heap { public Heap() => _ = new int[1]; }"));

    [Fact]
    public Task Generic_recursion_ends() => AnalyzerTest.Verify(EffectSource.Handler(
        "{|TH4003:Grow<int>|}(3); {|TH4003:Pair<int>|}(3);",
        "private static void Grow<T>(int n) { if (n > 0) { Grow<List<T>>(n - 1); } } private static void Pair<T>(int n) { if (n > 0) { Pair<(T, T)>(n - 1); } }"));

    [Fact]
    public Task Partial_generic_method() => AnalyzerTest.Verify(EffectSource.Handler(
        "Run(new Quiet(), {|TH5003:static () =>|} { }); {|TH2001:Run|}(new Loud(), {|TH5003:static () =>|} { });",
        "partial void Run<T>(T step, Action a) where T : IStep;",
        Steps + " partial class MyDriver { partial void Run<TStep>(TStep one, Action two) where TStep : IStep { one.Do(); two(); } }"));

    [Fact]
    public Task Array_and_nullable_of_a_type_parameter() => AnalyzerTest.Verify(EffectSource.Handler(
        "Each(_quiet); {|TH2001:Each|}(_loud); {|TH2001:Maybe|}((Loud?)new Loud());",
        """
            private readonly Quiet[] _quiet = new Quiet[1]; private readonly Loud[] _loud = new Loud[1];
            private static void Each<T>(T[] all) where T : IStep { foreach (T t in all) { t.Do(); } }
            private static void Maybe<T>(T? t) where T : struct, IStep { t?.Do(); }
            """, Steps));
}
