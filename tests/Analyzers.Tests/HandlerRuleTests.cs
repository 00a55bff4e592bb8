using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>TH1101 to TH1109: handler methods.</summary>
public sealed class HandlerRuleTests
{
    [Theory]
    [InlineData("private void OnDone(in Interrupt irq) { }")]
    [InlineData("public static void OnDone(in Interrupt irq) { }")]
    [InlineData("protected internal virtual void OnDone(scoped in Interrupt anyName) { }")]
    [InlineData("unsafe void OnDone(in global::TopHalf.Interrupt irq) { }")]
    public Task Signatures_that_are_right(string method) => AnalyzerTest.Verify(
        DriverSource.WithMembers("[MsiVector(0)] " + method), new ProjectOptions { AllowUnsafe = true });

    [Theory]
    [InlineData("{|TH1101:int|} OnDone(in Interrupt irq) => 0;", "nobody takes what a handler returns")]
    [InlineData("{|TH1101:System.Threading.Tasks.Task|} OnDone(in Interrupt irq) => null!;", "nobody takes what a handler returns")]
    [InlineData("void OnDone{|TH1101:()|} { }", "a handler takes the interrupt and nothing else")]
    [InlineData("void OnDone{|TH1101:(in Interrupt irq, int more = 0)|} { }", "a handler takes the interrupt and nothing else")]
    [InlineData("void OnDone(in {|TH1101:int|} irq) { }", "what a handler takes is the interrupt")]
    [InlineData("void OnDone({|TH1101:Interrupt irq|}) { }", "the interrupt is passed by 'in'")]
    [InlineData("void OnDone({|TH1101:ref Interrupt irq|}) { }", "the interrupt is passed by 'in'")]
    [InlineData("void OnDone({|TH1101:ref readonly Interrupt irq|}) { }", "the interrupt is passed by 'in'")]
    public Task TH1101_signature(string method, string why) => AnalyzerTest.Verify(
        DriverSource.WithMembers("[MsiVector(0)] " + method), $"Write 'void OnDone(in Interrupt irq)': {why}");

    [Fact]
    public Task A_type_that_is_not_there_is_CSharps_to_reject() => AnalyzerTest.Verify(
        DriverSource.WithMembers("[MsiVector(0)] void OnDone(in {|CS0246:Interupt|} irq) { }"));

    [Fact]
    public Task TH1101_of_a_type_of_the_same_name() => AnalyzerTest.Verify("""
        namespace Other { public ref struct Interrupt { } }
        namespace Mine
        {
            [TopHalf.InterruptDriver] partial class MyDriver { [TopHalf.MsiVector(0)] void OnDone(in {|TH1101:Other.Interrupt|} irq) { } }
        }
        """);

    [Fact]
    public Task TH1102_generic() => AnalyzerTest.Verify(
        DriverSource.WithMembers("[MsiVector(0)] void OnDone{|TH1102:<T>|}(in Interrupt irq) { }"),
        "Remove the type parameters of 'OnDone': an interrupt has no type to give it");

    [Fact]
    public Task TH1103_abstract() => AnalyzerTest.Verify(
        """
        using TopHalf;
        [InterruptDriver] abstract partial class MyDriver { [MsiVector(0)] protected {|TH1103:abstract|} void OnDone(in Interrupt irq); }
        """,
        "Remove 'abstract' from 'OnDone' and give it a body: the handler is called directly in this class");

    [Fact]
    public Task TH1103_extern() => AnalyzerTest.Verify(
        DriverSource.WithMembers("""
            [MsiVector(0), System.Runtime.InteropServices.DllImport("lib")] static {|TH1103:extern|} void OnDone(in Interrupt irq);
            """),
        "Remove 'extern' from 'OnDone' and give it a body: the handler is called directly in this class");

    [Fact]
    public Task TH1103_partial_without_a_body() => AnalyzerTest.Verify(
        DriverSource.WithMembers("[MsiVector(0)] static {|TH1103:partial|} void OnDone(in Interrupt irq);"),
        "Remove 'partial' from 'OnDone' and give it a body: the handler is called directly in this class");

    [Fact]
    public Task A_partial_method_that_must_have_a_body_is_CSharps_to_reject() => AnalyzerTest.Verify(
        DriverSource.WithMembers("[MsiVector(0)] private partial void {|CS8795:OnDone|}(in Interrupt irq);"));

    [Fact]
    public Task An_abstract_class_may_have_handlers() => AnalyzerTest.Verify("""
        using TopHalf;
        [InterruptDriver] abstract partial class MyDriver { [MsiVector(0)] protected virtual void OnDone(in Interrupt irq) { } }
        """);

    [Fact]
    public Task TH1104_async() => AnalyzerTest.Verify(
        DriverSource.WithMembers("[MsiVector(0)] {|TH1104:async|} System.Threading.Tasks.Task OnDone() => await System.Threading.Tasks.Task.Yield();"),
        "Remove 'async' from 'OnDone' and let it return nothing: a handler runs to its end on the receive thread, and can hand work on to a queue");

    [Fact]
    public Task TH1105_accessor() => AnalyzerTest.Verify(
        DriverSource.WithMembers("int Done { [MsiVector(0)] {|TH1105:get|} => 0; }"),
        "Move [MsiVector] from 'get_Done' to a method 'void M(in Interrupt irq)': accessors, operators and explicit implementations cannot be called as handlers");

    [Fact]
    public Task TH1105_explicit_implementation() => AnalyzerTest.Verify("""
        using TopHalf;
        interface IHandler { void OnDone(in Interrupt irq); }
        [InterruptDriver] partial class MyDriver : IHandler { [MsiVector(0)] void IHandler.{|TH1105:OnDone|}(in Interrupt irq) { } }
        """);

    [Fact]
    public Task A_native_entry_point_is_CSharps_to_reject() => AnalyzerTest.Verify(DriverSource.WithMembers("""
        [MsiVector(0), System.Runtime.InteropServices.UnmanagedCallersOnly] static void OnDone({|CS8977:in Interrupt irq|}) { }
        """));

    [Fact]
    public Task TH1101_of_a_native_entry_point_that_CSharp_takes() => AnalyzerTest.Verify(DriverSource.WithMembers("""
        [MsiVector(0), System.Runtime.InteropServices.UnmanagedCallersOnly] static void OnDone({|TH1101:int|} a) { }
        """));

    [Theory]
    [InlineData("IrqPending")]
    [InlineData("IrqAck")]
    [InlineData("IrqDisable")]
    [InlineData("IrqEnable")]
    [InlineData("IrqRelease")]
    public Task TH1106_descriptor_without_vector(string role) => AnalyzerTest.Verify(
        DriverSource.WithMembers($$"""
            [MsiVector(0)] void OnDone(in Interrupt irq) { }
            [{|TH1106:{{role}}(RegisterType.Mmio8, 0, 0, 1)|}] void Helper() { }
            """),
        $"Add [MsiVector(n)] to 'Helper' or remove [{role}]: a descriptor belongs to a handler or to the class");

    [Theory]
    [InlineData("[MsiVector(0)] void OnDone(in Interrupt irq) { }")]
    [InlineData("")]
    public Task TH1107_inherited_from_a_class_that_is_no_driver(string own) => AnalyzerTest.Verify(
        $$"""
        using TopHalf;
        class Base<T> { [MsiVector(1), IrqAck(RegisterType.Mmio8, 0, 0, 1)] void OnBase(in Interrupt irq) { } }
        class Between : Base<int> { }
        [InterruptDriver] partial class {|TH1107:MyDriver|} : Between { {{own}} }
        """,
        "Move 'OnBase' from the base class 'Base' into 'MyDriver': only the handlers that a driver class declares itself are called");

    [Fact]
    public Task A_handler_may_override_a_method_that_is_none() => AnalyzerTest.Verify("""
        using TopHalf;
        abstract class Base { protected abstract void OnDone(in Interrupt irq); }
        [InterruptDriver] partial class MyDriver : Base { [MsiVector(0)] protected override void OnDone(in Interrupt irq) { } }
        """);

    [Fact]
    public Task TH1108_conditional() => AnalyzerTest.Verify(
        DriverSource.WithMembers("[MsiVector(0), {|TH1108:System.Diagnostics.Conditional(\"DEBUG\")|}] void OnDone(in Interrupt irq) { }"),
        "Remove [Conditional] from 'OnDone': the compiler leaves its call out of a build without the symbol, and what it handles would be lost");

    [Fact]
    public Task TH1108_overrides_what_is_conditional() => AnalyzerTest.Verify("""
        using TopHalf;
        class Base { [System.Diagnostics.Conditional("DEBUG")] protected virtual void OnDone(in Interrupt irq) { } }
        [InterruptDriver] partial class MyDriver : Base { [MsiVector(0)] protected override void {|TH1108:OnDone|}(in Interrupt irq) { } }
        """);

    [Fact]
    public Task TH1109_experimental() => AnalyzerTest.Verify(
        DriverSource.WithMembers("[MsiVector(0), System.Diagnostics.CodeAnalysis.Experimental(\"CARD1\")] void {|TH1109:OnDone|}(in Interrupt irq) { }"),
        "Move [Experimental] from 'OnDone' to the class 'MyDriver': generated code calls the handler, which C# allows only in experimental code");

    [Theory]
    [InlineData("", "[Experimental(\"CARD2\")]", "")]
    [InlineData("", "", "[Experimental(\"CARD2\")]")]
    [InlineData("[assembly: Experimental(\"CARD2\")]", "", "")]
    public Task An_experimental_handler_in_experimental_code(string assembly, string outer, string driver) => AnalyzerTest.Verify($$"""
        using System.Diagnostics.CodeAnalysis;
        using TopHalf;
        {{assembly}}
        {{outer}} partial class Outer
        {
            [InterruptDriver] {{driver}} partial class MyDriver { [MsiVector(0), Experimental("CARD1")] void OnDone(in Interrupt irq) { } }
        }
        """);
}
