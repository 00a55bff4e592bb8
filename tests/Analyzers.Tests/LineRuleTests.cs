using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>TH1207 and TH1508: the level-triggered line.</summary>
public sealed class LineRuleTests
{
    private const string Pending = "[IrqPending(RegisterType.Mmio32, 0, 0, 0x0F)]";
    private const string Echo = "[IrqAck(RegisterType.Mmio32, 0, 0, 0x0F, Clear = IrqClear.Echo)]";

    [Theory]
    [InlineData(Pending + Echo)]
    [InlineData("[IrqPending(RegisterType.Mmio8, 0, 0, 1, ReadClears = true)]")]
    [InlineData("[IrqDisable(RegisterType.Mmio32, 0, 8, 1)] [IrqEnable(RegisterType.Mmio32, 0, 12, 1)]")]
    [InlineData("[IrqAck(RegisterType.Mmio32, 0, 0, 1, Clear = IrqClear.AtSource)]")]
    [InlineData(Pending + "[StatusBits(0xF)] [StatusBank(RegisterType.Mmio32, 0, 0x40, 0xFF)]")]
    public Task Lines_that_are_answered(string own) => AnalyzerTest.Verify(
        DriverSource.WithMembers($$"""[IntxLine(Thread = "line")] {{own}} void OnLine(in Interrupt irq) { }"""));

    [Theory]
    [InlineData("[MsiVector(0)]", "[{|TH1207:IntxLine|}]")]
    [InlineData("[IntxLine] [IrqDisable(RegisterType.Mmio32, 0, 8, 1)]", "[{|TH1207:MsiVector(3)|}]")]
    public Task TH1207_line_and_vector(string first, string second) => AnalyzerTest.Verify(
        DriverSource.WithMembers($$"""
            {{first}} void OnA(in Interrupt irq) { }
            {{second}} void OnB(in Interrupt irq) { }
            """),
        "Use [IntxLine] or [MsiVector] for all handlers: a card sends messages or drives its line, and 'OnB' has the one and 'OnA' the other");

    [Fact]
    public Task TH1207_on_one_method() => AnalyzerTest.Verify(
        DriverSource.WithMembers("[MsiVector(0)] [{|TH1207:IntxLine|}] void OnA(in Interrupt irq) { }"));

    [Fact]
    public Task TH1203_two_handlers_of_the_line() => AnalyzerTest.Verify(
        DriverSource.WithMembers("""
            [IntxLine] void OnA(in Interrupt irq) { }
            [{|TH1203:IntxLine|}] void OnB(in Interrupt irq) { }
            """),
        "Give 'OnB' another vector, or give both handlers [StatusBits]: the line is handled by 'OnA'");

    [Fact]
    public Task TH1206_on_two_threads() => AnalyzerTest.Verify($$"""
        using TopHalf;
        [InterruptDriver] {{Pending}} {{Echo}}
        partial class MyDriver
        {
            [IntxLine, StatusBits(3)] void OnA(in Interrupt irq) { }
            [{|TH1206:IntxLine(Thread = "b")|}, StatusBits(0xC)] void OnB(in Interrupt irq) { }
        }
        """);

    [Fact]
    public Task TH1508_not_answered() => AnalyzerTest.Verify(
        DriverSource.WithMembers($$"""[{|TH1508:IntxLine(Thread = "line")|}] {{Pending}} void OnLine(in Interrupt irq) { }"""),
        "Add [IrqAck] or [IrqDisable] for 'OnLine', or [IrqAck(..., Clear = IrqClear.AtSource)] where the handler clears the source itself: the line stays high and interrupts again at once");

    [Fact]
    public Task TH1508_unmasking_is_no_answer() => AnalyzerTest.Verify(
        DriverSource.WithMembers("[{|TH1508:IntxLine|}] [IrqEnable(RegisterType.Mmio32, 0, 8, 1)] [IrqRelease(RegisterType.Mmio32, 0, 12, 1)] void OnLine(in Interrupt irq) { }"));

    [Fact]
    public Task TH1508_one_of_two_handlers() => AnalyzerTest.Verify($$"""
        using TopHalf;
        [InterruptDriver] {{Pending}}
        partial class MyDriver
        {
            [IntxLine, StatusBits(3)] [IrqAck(RegisterType.Mmio32, 0, 0, 3, Clear = IrqClear.Echo)] void OnA(in Interrupt irq) { }
            [{|TH1508:IntxLine|}, StatusBits(0xC)] void OnB(in Interrupt irq) { }
        }
        """);

    [Fact]
    public Task What_the_class_says_answers_for_all() => AnalyzerTest.Verify($$"""
        using TopHalf;
        [InterruptDriver] {{Pending}} {{Echo}}
        partial class MyDriver
        {
            [IntxLine, StatusBits(3)] void OnA(in Interrupt irq) { }
            [IntxLine, StatusBits(0xC)] void OnB(in Interrupt irq) { }
        }
        """);

    /// <summary>A message is sent once: nothing stays high.</summary>
    [Fact]
    public Task Vectors_need_no_answer() => AnalyzerTest.Verify(DriverSource.WithHandler(Pending));

    [Fact]
    public Task A_second_line_on_a_method_is_CSharps_to_reject() => AnalyzerTest.Verify(
        DriverSource.WithMembers($$"""[IntxLine] [{|CS0579:IntxLine|}] {{Echo}} {{Pending}} void OnLine(in Interrupt irq) { }"""));

    [Fact]
    public Task A_handler_of_the_line_is_a_handler() => AnalyzerTest.Verify("""
        using TopHalf;
        [InterruptDriver]
        partial class MyDriver
        {
            [IntxLine] [IrqDisable(RegisterType.Mmio32, 0, 8, 1)] {|TH1101:int|} OnLine(in Interrupt irq) => 0;
        }
        class NoDriver
        {
            [{|TH1012:IntxLine|}] void OnLine(in Interrupt irq) { }
        }
        """);
}
