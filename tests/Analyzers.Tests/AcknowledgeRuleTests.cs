using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>TH1306 and TH1307: descriptors that have to fit each other.</summary>
public sealed class AcknowledgeRuleTests
{
    private const string Pending = "[IrqPending(RegisterType.Mmio32, 0, 0, 0x0F)]";
    private const string ReadClears = "[IrqPending(RegisterType.Mmio32, 0, 0, 0x0F, ReadClears = true)]";
    private const string Echo = "[IrqAck(RegisterType.Mmio32, 0, 4, 0x0C, Clear = IrqClear.Echo)]";
    private const string Constant = "[IrqAck(RegisterType.Mmio32, 0, 4, 0x0C)]";

    [Fact]
    public Task Echo_with_its_pending() => AnalyzerTest.Verify(DriverSource.WithHandler(Pending + Echo));

    [Fact]
    public Task Echo_of_the_class_with_pending_of_the_handler() => AnalyzerTest.Verify($$"""
        using TopHalf;
        [InterruptDriver] {{Echo}} partial class MyDriver { [MsiVector(0)] {{Pending}} void OnDone(in Interrupt irq) { } }
        """);

    [Fact]
    public Task TH1306_echo_without_pending() => AnalyzerTest.Verify(
        DriverSource.WithHandler("[IrqAck(RegisterType.Mmio32, 0, 4, 0x0C, Clear = {|TH1306:IrqClear.Echo|})]"),
        "Give 'OnDone' an [IrqPending], or its [IrqAck] IrqClear.Constant: no register is read whose bits could be written back");

    [Fact]
    public Task TH1306_masks_have_nothing_in_common() => AnalyzerTest.Verify(
        DriverSource.WithHandler(Pending + "[IrqAck(RegisterType.Mmio32, 0, 4, 0xF0, Clear = {|TH1306:IrqClear.Echo|})]"),
        "Give the [IrqAck] of 'OnDone' a mask with bits of [IrqPending]: 0xF is tested and 0xF0 would be written back, which have no bit in common");

    [Fact]
    public Task TH1306_echo_of_the_class_on_the_handler_that_lacks_pending() => AnalyzerTest.Verify($$"""
        using TopHalf;
        [InterruptDriver] {{Echo}}
        partial class MyDriver
        {
            [MsiVector(0)] {{Pending}} void OnA(in Interrupt irq) { }
            [MsiVector(1)] void {|TH1306:OnB|}(in Interrupt irq) { }
            [MsiVector(2)] {{Constant}} void OnC(in Interrupt irq) { }
        }
        """);

    [Fact]
    public Task TH1307_acknowledged_by_the_read_and_again() => AnalyzerTest.Verify(
        DriverSource.WithHandler(ReadClears + "[{|TH1307:IrqAck(RegisterType.Mmio32, 0, 0, 0x0C)|}]"),
        "Remove this [IrqAck] from 'OnDone' or ReadClears from its [IrqPending]: reading this register is its acknowledge already");

    /// <summary>Of another register it is a step like any other, and what the read has found can be written there.</summary>
    [Theory]
    [InlineData(Constant)]
    [InlineData(Echo)]
    [InlineData("[IrqAck(RegisterType.Mmio32, 0, 4, 1, Clear = IrqClear.Modify, After = true)]")]
    [InlineData("[IrqAck(RegisterType.Mmio32, 1, 0, 1)] [IrqAck(RegisterType.Mmio32, 0, 0, 1, IndexOffset = 8)]")]
    public Task ReadClears_and_an_acknowledge_of_another_register(string acknowledge)
        => AnalyzerTest.Verify(DriverSource.WithHandler(ReadClears + acknowledge));

    [Fact]
    public Task TH1307_the_second_acknowledge() => AnalyzerTest.Verify(
        DriverSource.WithHandler(ReadClears + "[IrqAck(RegisterType.Mmio32, 0, 4, 0x0C, Clear = IrqClear.AtSource)] [{|TH1307:IrqAck(RegisterType.Mmio8, 0, 3, 1)|}]"));

    [Fact]
    public Task TH1306_the_second_acknowledge() => AnalyzerTest.Verify(
        DriverSource.WithHandler(Pending + Echo + "[IrqAck(RegisterType.Mmio32, 0, 8, 0xF0, Clear = {|TH1306:IrqClear.Echo|})]"));

    [Fact]
    public Task TH1306_the_second_acknowledge_of_the_class() => AnalyzerTest.Verify($$"""
        using TopHalf;
        [InterruptDriver] {{Pending}} {{Echo}} [IrqAck(RegisterType.Mmio32, 0, 8, 0xF0, Clear = IrqClear.Echo)]
        partial class MyDriver
        {
            [MsiVector(0)] void {|TH1306:OnA|}(in Interrupt irq) { }
            [MsiVector(1)] {{Constant}} void OnB(in Interrupt irq) { }
        }
        """);

    [Fact]
    public Task ReadClears_with_AtSource_says_the_same_thing() => AnalyzerTest.Verify(
        DriverSource.WithHandler(ReadClears + "[IrqAck(RegisterType.Mmio32, 0, 4, 0x0C, Clear = IrqClear.AtSource)]"));

    [Fact]
    public Task ReadClears_under_an_acknowledge_of_the_class() => AnalyzerTest.Verify($$"""
        using TopHalf;
        [InterruptDriver] {{Constant}} partial class MyDriver
        {
            [MsiVector(0)] {{ReadClears}} void OnDone(in Interrupt irq) { }
            [MsiVector(1)] void OnError(in Interrupt irq) { }
        }
        """);
}
