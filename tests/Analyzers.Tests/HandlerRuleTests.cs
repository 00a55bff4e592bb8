using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>TH1101 to TH1106: handler methods.</summary>
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
}
