using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>What is proven: handlers, members under a contract, and what becomes a delegate under a contract.</summary>
public sealed class RootTests
{
    private const string Using = "using System;\nusing TopHalf;\n";

    [Fact]
    public Task Members_of_every_kind() => AnalyzerTest.Verify(Using + """
        class Ring
        {
            [InterruptSafe] public void Push() => _ = {|TH2001:new object()|};
            [InterruptSafe] public int Head { get { _ = {|TH2001:new object()|}; return 0; } set => _ = {|TH2001:new object()|}; }
            public int Tail { [InterruptSafe] get { _ = {|TH2001:new object()|}; return 0; } set => _ = new object(); }
            [InterruptSafe] public object Last => {|TH2001:new object()|};
            [InterruptSafe] public object this[int i] => {|TH2001:new object()|};
            [InterruptSafe] public event Action Full { add => _ = {|TH2001:new object()|}; remove => _ = {|TH2001:new object()|}; }
            [InterruptSafe] public Ring(int n) => _ = {|TH2001:new object()|};
            [InterruptSafe] public static Ring operator +(Ring a, Ring b) { _ = {|TH2001:new object()|}; return a; }
            [InterruptSafe] public static explicit operator int(Ring a) { _ = {|TH2001:new object()|}; return 0; }
            public void Other() => _ = new object();
        }
        """);

    [Fact]
    public Task A_handler_of_the_line() => AnalyzerTest.Verify(Using + """
        [InterruptDriver]
        partial class Card
        {
            [IntxLine, IrqDisable(RegisterType.Mmio32, 0, 0, 1), IrqEnable(RegisterType.Mmio32, 0, 4, 1)] void OnLine(in Interrupt irq) => _ = {|TH2001:new object()|};
            void Other() => _ = new object();
        }
        """);

    [Fact]
    public Task All_members_of_a_type_and_not_of_its_nested_types() => AnalyzerTest.Verify(Using + """
        [InterruptSafe]
        class Ring
        {
            private readonly byte[] _bytes = new byte[64];
            private readonly object _gate;
            public Ring() => _gate = new object();
            ~Ring() => Console.WriteLine();
            public object Push() => {|TH2001:new object()|};
            public int Head { get { _ = {|TH2001:new object()|}; return _bytes.Length; } }
            class Nested { public object Make() => new object(); }
        }
        [InterruptSafe] struct Slot { public Slot(int n) => _ = {|TH2001:new object()|}; }
        """);

    [Fact]
    public Task What_the_compiler_adds_to_a_type_is_promised_by_nobody() => AnalyzerTest.Verify(EffectSource.Handler(
        "_ = _slot.{|TH2006:ToString|}(); _ = _slot.N;", "private readonly Slot _slot;", "[InterruptSafe] readonly record struct Slot(int N);"));

    [Fact]
    public Task A_contract_is_trusted_where_it_is_called() => AnalyzerTest.Verify(EffectSource.Handler(
        "_ring.Push();", "private readonly Ring _ring = new();", "class Ring { [InterruptSafe] public void Push() => _ = {|TH2001:new object()|}; }"));

    [Fact]
    public Task Overrides_of_a_virtual_member() => AnalyzerTest.Verify(Using + """
        public abstract class Sink { [InterruptSafe] public abstract void Accept(); [InterruptSafe] public virtual int Size => 0; }
        public class A : Sink { public override void Accept() => _ = {|TH2001:new object()|}; public override int Size { get { _ = {|TH2001:new object()|}; return 1; } } }
        public class B : A { public override void Accept() => _ = {|TH2002:new int[1]|}; }
        public class C : A { public new void Accept() => _ = new object(); }
        public class D : A { [InterruptUnsafe("never in a handler")] public override void Accept() => _ = new object(); }
        """);

    [Fact]
    public Task Implementations_of_an_interface_member() => AnalyzerTest.Verify(Using + """
        public interface ISink { [InterruptSafe] void Accept(int n); [InterruptSafe] int Size { get; } void Other(); [InterruptSafe] object Extra() => {|TH2001:new object()|}; }
        public class Implicit : ISink
        {
            public void Accept(int n) => _ = {|TH2001:new object()|};
            public int Size { get { _ = {|TH2001:new object()|}; return 1; } }
            public void Other() => _ = new object();
        }
        public struct Explicit : ISink
        {
            void ISink.Accept(int n) => _ = {|TH2001:new object()|};
            int ISink.Size { get { _ = {|TH2001:new object()|}; return 1; } }
            void ISink.Other() => _ = new object();
            public void Accept(int n) => _ = new object();
        }
        public interface IDeeper : ISink { object ISink.Extra() => {|TH2002:new int[1]|}; }
        public abstract class Between : ISink { public abstract void Accept(int n); public virtual int Size => 0; public void Other() { } }
        public class Below : Between { public override void Accept(int n) => _ = {|TH2001:new object()|}; public override int Size { get { _ = {|TH2001:new object()|}; return 1; } } }
        """);

    [Fact]
    public Task An_implementation_from_a_base_class() => AnalyzerTest.Verify(Using + """
        public interface ISink { [InterruptSafe] void Accept(int n); }
        public class Base { public void Accept(int n) => _ = {|TH2001:new object()|}; public void Other(int n) => _ = new object(); }
        public class One : Base, ISink { }
        public class Two : Base, ISink { }
        """);

    [Fact]
    public Task Static_abstract_and_generic_members() => AnalyzerTest.Verify(Using + """
        public interface IPort<T> where T : IPort<T> { [InterruptSafe] static abstract int Read(); [InterruptSafe] void Write<U>(U value); [InterruptSafe] static abstract T operator +(T a, T b); }
        public struct Port : IPort<Port>
        {
            public static int Read() { _ = {|TH2001:new object()|}; return 0; }
            public void Write<U>(U value) => _ = {|TH2003:(object)value!|};
            public static Port operator +(Port a, Port b) { _ = {|TH2001:new object()|}; return a; }
        }
        """);

    [Fact]
    public Task Lambdas_and_methods_that_become_a_safe_delegate() => AnalyzerTest.Verify(
        Using + """
        [InterruptSafe] public delegate void Sink(int n);
        public delegate void Other(int n);
        public class Host
        {
            private static readonly Sink Field = static n => _ = {|TH2001:new object()|};
            private readonly Other _other = static n => _ = new object();
            public void Set(Sink sink) { }
            public void Use()
            {
                Set(n => { _ = {|TH2002:new int[n]|}; });
                Set({|TH2001:Named|});
                Set(new Sink({|TH2001:Named|}));
                Set(Console.{|TH3006:WriteLine|});
                Set(Checked);
                Set(_sink);
                Set(delegate { _ = {|TH2001:new object()|}; });
                Sink local = n => {|TH2001:Named|}(n);
            }
            private Sink _sink = Quiet;
            private static void Quiet(int n) { }
            private static void Named(int n) => _ = new object();
            private static void Named(Other n) { }
            [InterruptSafe] private static void Checked(int n) => _ = {|TH2001:new object()|};
        }
        """,
        "'lambda' allocates: lambda (new object)",
        "'lambda' allocates: lambda (new int[]; stackalloc, or a field of the driver, does not allocate)",
        "'Host.Named' allocates: Host.Named (new object)",
        "'Host.Named' allocates: Host.Named (new object)",
        "'Console.WriteLine' blocks: Console.WriteLine (uses the terminal; count or store here, and let another thread do it)",
        "'lambda' allocates: lambda (new object)",
        "'lambda' allocates: lambda → Named (new object)",
        "'Checked' allocates: Checked (new object)");

    [Fact]
    public Task A_safe_delegate_of_a_referenced_assembly() => AnalyzerTest.Verify(
        Using + "class Host { Vendor.Sink _sink = static n => _ = {|TH2001:new object()|}; [InterruptSafe] void Run() => _sink(1); }",
        new ProjectOptions { Library = "namespace Vendor { [TopHalf.InterruptSafe] public delegate void Sink(int n); }" });

    [Fact]
    public Task Local_functions_and_lambdas_with_a_contract() => AnalyzerTest.Verify(EffectSource.Handler(
        """
            Safe(); Unsafe(); _lambda();
            [InterruptSafe] static void Safe() => _ = {|TH2001:new object()|};
            [InterruptUnsafe("once")] static void Unsafe() => _ = new object();
            """,
        "private static readonly Action _lambda = [InterruptSafe] static () => { _ = {|TH2001:new object()|}; };"));

    [Fact]
    public Task Partial_methods_are_roots_once() => AnalyzerTest.Verify(Using + """
        partial class Ring { [InterruptSafe] public partial object Push(int n); public partial object Pop(); partial void Never(object o); [InterruptSafe] public void Run() => Never(new object()); }
        partial class Ring { public partial object Push(int n) => {|TH2001:new object()|}; [InterruptSafe] public partial object Pop() => {|TH2001:new object()|}; }
        """);

    [Fact]
    public Task Handlers_that_override_a_handler() => AnalyzerTest.Verify("""
        using TopHalf;
        [InterruptDriver] public partial class MyDriver { [MsiVector(0)] protected virtual void OnRx(in Interrupt irq) { } }
        public class Mine : MyDriver { protected override void OnRx(in Interrupt irq) => _ = {|TH2001:new object()|}; }
        """);

    [Fact]
    public Task Static_handlers_and_handlers_in_partial_and_nested_types() => AnalyzerTest.Verify("""
        using TopHalf;
        static partial class Outer
        {
            [InterruptDriver]
            internal sealed partial class MyDriver
            {
                [MsiVector(0)] private static void OnRx(in Interrupt irq) => Tools.{|TH2001:Make|}();
                static class Tools { public static object Make() => new object(); }
            }
        }
        """);

    [Fact]
    public Task Nothing_is_proven_of_what_has_no_contract() => AnalyzerTest.Verify(EffectSource.Handler(
        "", "public void Start() { lock (this) { _ = new object(); } } public object Make() => new object();", "class Ring { public object Push() => new object(); }"));

    [Fact]
    public Task In_a_program_with_top_level_statements() => AnalyzerTest.Verify(
        """
        using System;
        using TopHalf;
        Console.WriteLine(new object());
        static void Local() => _ = new object();
        Local();

        [InterruptDriver]
        internal sealed partial class MyDriver
        {
            [MsiVector(0)] private void OnRx(in Interrupt irq) => Tools.{|TH2001:Make|}();
        }
        file static class Tools { public static object Make() => new object(); }
        """,
        new ProjectOptions { Output = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication },
        "'OnRx' allocates: OnRx → Tools.Make (new object)");
}
