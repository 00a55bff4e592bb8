using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>Through overrides and implementations: to those that can run, and to no other.</summary>
public sealed class HierarchyChainTests
{
    private const string Shapes = """
        abstract class Shape { public abstract void Draw(); public void DrawTwice() { Draw(); Draw(); } }
        class Quiet : Shape { public override void Draw() { } }
        class Loud : Shape { public override void Draw() => _ = new object(); }
        """;

    private const string Sinks = """
        interface ISink { void Accept(int n); }
        class Quiet : ISink { public void Accept(int n) { } }
        sealed class Loud : ISink { void ISink.Accept(int n) => _ = new object(); }
        """;

    [Fact]
    public Task All_overrides_of_a_closed_hierarchy() => AnalyzerTest.Verify(
        EffectSource.Handler("_shape.{|TH2001:Draw|}();", "private readonly Shape _shape; internal MyDriver(Shape shape) => _shape = shape;", Shapes),
        "'OnRx' allocates: OnRx → Loud.Draw (new object)");

    /// <summary>A producer of strings answers where one of objects is asked, and a sink of objects where one of strings is.</summary>
    [Fact]
    public Task Variant_interfaces() => AnalyzerTest.Verify(EffectSource.Handler(
        "_ = _objects.{|TH2006:Next|}(); _strings.{|TH2001:Put|}(\"a\"); _ = _errors.Next();",
        "private readonly IProducer<object> _objects; private readonly ISink<string> _strings; private readonly IProducer<Exception> _errors; internal MyDriver(IProducer<object> o, ISink<string> s, IProducer<Exception> e) => (_objects, _strings, _errors) = (o, s, e);",
        """
        interface IProducer<out T> { T Next(); }
        interface ISink<in T> { void Put(T item); }
        class Texts : IProducer<string> { private int _n; public string Next() => _n.ToString(); }
        class Quiet : IProducer<Exception> { private readonly Exception _e = new(); public Exception Next() => _e; }
        class Sink : ISink<object> { public void Put(object item) => _ = new object(); }
        """));

    [Fact]
    public Task One_class_where_it_is_known() => AnalyzerTest.Verify(EffectSource.Handler(
        "_quiet.Draw(); _loud.{|TH2001:Draw|}(); Shape s = {|TH2001:new Quiet()|}; s.Draw(); s = _quiet;",
        "private readonly Quiet _quiet = new(); private Loud _loud = new();", Shapes));

    [Fact]
    public Task A_field_stands_for_its_closed_hierarchy() => AnalyzerTest.Verify(EffectSource.Handler(
        "_shape.{|TH2001:Draw|}(); _shape.{|TH2001:DrawTwice|}();", "private readonly Shape _shape = new Quiet();", Shapes));

    [Fact]
    public Task A_field_of_an_open_type_stands_for_what_is_put_into_it() => AnalyzerTest.Verify(EffectSource.Handler(
        "_quiet.Draw(); _loud.{|TH2001:Draw|}();", "private readonly Shape _quiet = new Quiet(); private Shape _loud = new Loud(); private readonly Shape? _none;",
        "public " + Shapes));

    [Fact]
    public Task What_nobody_sets_may_be_anything() => AnalyzerTest.Verify(EffectSource.Handler(
        "_shape?.{|TH2001:{|TH6002:Draw|}|}(); _action?.{|TH6001:Invoke|}();", "private readonly Shape? _shape; private readonly Action? _action = null;", "public " + Shapes));

    [Fact]
    public Task A_virtual_call_from_the_base_class() => AnalyzerTest.Verify(
        EffectSource.Handler("_quiet.DrawTwice(); _loud.{|TH2001:DrawTwice|}();", "private readonly Quiet _quiet = new(); private readonly Loud _loud = new();", Shapes),
        "'OnRx' allocates: OnRx → Shape.DrawTwice → Loud.Draw (new object)");

    [Fact]
    public Task A_public_template_method_of_a_known_class() => AnalyzerTest.Verify(EffectSource.Handler(
        "_mine.Run();", "private readonly Mine _mine = new();",
        "public class Template { public void Run() => Step(); protected virtual void Step() => _ = new object(); } public sealed class Mine : Template { protected override void Step() { } }"));

    [Fact]
    public Task Virtual_methods_of_the_driver_itself() => AnalyzerTest.Verify(EffectSource.Handler(
        "{|TH2001:Pump|}();", "protected override void Step() => _ = new object();",
        "public abstract class Pumping { protected void Pump() => Step(); protected abstract void Step(); } partial class MyDriver : Pumping { }"));

    [Fact]
    public Task Base_is_not_virtual() => AnalyzerTest.Verify(EffectSource.Handler(
        "_loud.Draw(); _other.{|TH2001:Draw|}();", "private readonly Mild _loud = new(); private readonly Wild _other = new();",
        """
            public class Root { public virtual void Draw() { } }
            public class Mild : Root { public override void Draw() => base.Draw(); }
            class Wild : Mild { public override void Draw() { base.Draw(); _ = new object(); } }
            """));

    [Fact]
    public Task A_sealed_override_is_the_last() => AnalyzerTest.Verify(EffectSource.Handler(
        "_shape.Draw();", "private readonly Last _shape; public MyDriver(Last shape) => _shape = shape;",
        "public abstract class Root { public abstract void Draw(); } public class Last : Root { public sealed override void Draw() { } }")
        .Replace("internal sealed partial", "public sealed partial", StringComparison.Ordinal));

    [Fact]
    public Task All_implementations_of_a_closed_interface() => AnalyzerTest.Verify(
        EffectSource.Handler("_sink.{|TH2001:Accept|}(1);", "private readonly ISink _sink; internal MyDriver(ISink sink) => _sink = sink;", Sinks),
        "'OnRx' allocates: OnRx → Loud.Accept (new object)");

    [Fact]
    public Task One_implementation_where_it_is_known() => AnalyzerTest.Verify(EffectSource.Handler(
        "_quiet.Accept(1); _loud.{|TH2001:Accept|}(1); ((ISink)_exact).{|TH2001:Accept|}(1);",
        "private readonly ISink _quiet = new Quiet(); private readonly ISink _loud; private readonly Loud _exact = new(); internal MyDriver(Loud loud) => _loud = loud;",
        "public " + Sinks));

    [Fact]
    public Task A_struct_in_an_interface_field() => AnalyzerTest.Verify(EffectSource.Handler(
        "_sink.Accept(1);", "private readonly ISink _sink = new Value();", "public " + Sinks + " struct Value : ISink { public void Accept(int n) { } }"));

    [Fact]
    public Task A_default_member() => AnalyzerTest.Verify(EffectSource.Handler(
        "_a.{|TH2001:Twice|}(); _b.Twice();", "private readonly IPair _a = new A(); private readonly IPair _b = new B();",
        """
            public interface IPair { void Once(); void Twice() { Once(); _ = new object(); } }
            class A : IPair { public void Once() { } }
            class B : IPair { public void Once() { } void IPair.Twice() { } }
            """));

    [Fact]
    public Task A_default_member_calls_what_its_class_implements() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "_a.{|TH2001:Twice|}(); _b.Twice();", "private readonly IPair _a = new A(); private readonly IPair _b = new B();",
            """
            public interface IPair { void Once(); void Twice() { Once(); Once(); } }
            class A : IPair { public void Once() => _ = new object(); }
            class B : IPair { public void Once() { } }
            """),
        "'OnRx' allocates: OnRx → IPair.Twice → A.Once (new object)");

    [Fact]
    public Task An_implementation_that_a_derived_class_overrides() => AnalyzerTest.Verify(EffectSource.Handler(
        "_sink.{|TH2001:Accept|}(1); _base.Accept(1);", "private readonly ISink _sink = new Derived(); private readonly ISink _base = new Base();",
        """
            public interface ISink { void Accept(int n); }
            class Base : ISink { public virtual void Accept(int n) { } }
            class Derived : Base { public override void Accept(int n) => _ = new object(); }
            """));

    [Fact]
    public Task An_implementation_that_is_inherited() => AnalyzerTest.Verify(EffectSource.Handler(
        "_sink.{|TH2001:Accept|}(1);", "private readonly ISink _sink = new Derived();",
        """
            interface ISink { void Accept(int n); }
            class Base { public void Accept(int n) => _ = new object(); }
            class Derived : Base, ISink { }
            """));

    [Fact]
    public Task Virtual_properties_indexers_and_events() => AnalyzerTest.Verify(EffectSource.Handler(
        "_ = _it.{|TH2001:Size|}; _ = {|TH2002:_it[0]|}; _it.{|TH2003:Full|} += null;", "private readonly Base _it = new Derived();",
        """
            abstract class Base { public abstract int Size { get; } public abstract int this[int i] { get; } public abstract event Action? Full; }
            class Derived : Base
            {
                public override int Size { get { _ = new object(); return 0; } }
                public override int this[int i] { get { _ = new int[1]; return 0; } }
                public override event Action? Full { add => _ = (object)1; remove { } }
            }
            """));

    [Fact]
    public Task Only_one_accessor_is_overridden() => AnalyzerTest.Verify(EffectSource.Handler(
        "_ = _it.{|TH2001:Size|}; _it.Size = 1;", "private readonly Derived _it = new();",
        """
            class Base { public virtual int Size { get { _ = new object(); return 0; } set => _ = new int[1]; } }
            class Derived : Base { public override int Size { set { } } }
            """));

    [Fact]
    public Task Virtual_call_in_a_base_constructor() => AnalyzerTest.Verify(
        EffectSource.Handler("_ = {|TH2001:{|TH2002:new Derived()|}|};", types: """
            abstract class Base { protected Base() => Build(); protected abstract void Build(); }
            class Derived : Base { protected override void Build() => _ = new int[1]; }
            class Other : Base { protected override void Build() => throw new InvalidOperationException(); }
            """),
        "'OnRx' allocates: OnRx (new Derived)",
        "'OnRx' allocates: OnRx → new Derived → new Base → Derived.Build (new int[]; stackalloc, or a field of the driver, does not allocate)");

    [Fact]
    public Task Object_methods_of_a_class_of_ones_own() => AnalyzerTest.Verify(EffectSource.Handler(
        "_ = _it.{|TH2001:GetHashCode|}(); _ = _it.Equals(null);", "private readonly It _it = new();",
        "class It { public override int GetHashCode() { _ = new object(); return 0; } public override bool Equals(object? o) => false; }"));

    [Fact]
    public Task A_known_class_among_many() => AnalyzerTest.Verify(EffectSource.Handler(
        "Shape s = irq.Vector switch { 0 => _a, 1 => _b, _ => {|TH4001:throw|} new InvalidOperationException() }; s.Draw();",
        "private readonly Quiet _a = new(); private readonly Quiet _b = new();", Shapes));

    [Fact]
    public Task A_class_that_only_its_assembly_can_extend_is_closed() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "_state.{|TH2001:Next|}();", "private readonly State _state; public MyDriver(State state) => _state = state;",
            "public abstract class State { private protected State() { } public abstract void Next(); } public sealed class Idle : State { public override void Next() => _ = new object(); }")
        .Replace("internal sealed partial", "public sealed partial", StringComparison.Ordinal));

    [Fact]
    public Task A_member_that_only_its_assembly_can_override_is_closed() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "_state.{|TH2001:Next|}(); _sink.Accept();",
            "private readonly State _state; private readonly ISink _sink; public MyDriver(State state, ISink sink) => (_state, _sink) = (state, sink);",
            """
            public abstract class State { internal abstract void Next(); }
            public class Idle : State { internal override void Next() => _ = new object(); }
            public interface ISink { internal void Accept(); }
            public class Sink : ISink { void ISink.Accept() { } }
            """)
        .Replace("internal sealed partial", "public sealed partial", StringComparison.Ordinal));
}
