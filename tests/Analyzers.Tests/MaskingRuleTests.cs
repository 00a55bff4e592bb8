using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>TH1311 and TH1312: writes that do the opposite of what their role says.</summary>
public sealed class MaskingRuleTests
{
    private const string Enable = "[IrqEnable(RegisterType.Mmio32, 0, 0xD0, 1)]";

    [Theory]
    [InlineData(Enable + "[{|TH1311:IrqRelease(RegisterType.Mmio32, 0, 0xD0, 1)|}]", "", "IrqRelease")]
    [InlineData(Enable, "[{|TH1311:IrqRelease(RegisterType.Mmio32, 0, 0xD0, 0xFF, 1)|}]", "IrqRelease")]
    [InlineData("[{|TH1311:IrqRelease(RegisterType.Mmio32, 0, 0xD0, 1, 1)|}]", Enable, "IrqRelease")]
    [InlineData(Enable + "[{|TH1311:IrqDisable(RegisterType.Mmio32, 0, 0xD0, 1)|}]", "", "IrqDisable")]
    [InlineData("[{|TH1311:IrqDisable(RegisterType.Mmio32, 0, 0xD0, 1)|}]", Enable, "IrqDisable")]
    [InlineData("", Enable + "[{|TH1311:IrqDisable(RegisterType.Mmio32, 0, 0xD0, 1)|}]", "IrqDisable")]
    public Task TH1311_does_what_enable_does(string shared, string own, string role) => AnalyzerTest.Verify(
        Driver(shared, own), $"Use another register or value for [{role}]: writing 0x1 to 0xD0 in BAR 0 is what [IrqEnable] does");

    [Theory]
    [InlineData("[IrqRelease(RegisterType.Mmio32, 0, 0xD8, 1)]")]
    [InlineData("[IrqRelease(RegisterType.Mmio32, 1, 0xD0, 1)]")]
    [InlineData("[IrqRelease(RegisterType.Mmio32, 0, 0xD0, 1, 0)]")]
    [InlineData("[IrqDisable(RegisterType.Mmio8, 0, 0xD0, 1)]")]
    [InlineData("[IrqDisable(RegisterType.Mmio32, 0, 0xD0, 3)]")]
    public Task Other_writes(string attribute) => AnalyzerTest.Verify(Driver(Enable + attribute, ""));

    [Fact]
    public Task TH1312_modify_of_the_pending_register() => AnalyzerTest.Verify(
        Driver("[IrqPending(RegisterType.Mmio32, 0, 0x24, 1)]", "[IrqAck(RegisterType.Mmio32, 0, 0x24, 1, Clear = {|TH1312:IrqClear.Modify|})]"),
        "Use IrqClear.Echo: Modify writes back every bit that is set at 0x24 in BAR 0, and so acknowledges interrupts that no handler has seen");

    [Fact]
    public Task TH1312_of_the_class_once() => AnalyzerTest.Verify(
        Driver("[IrqPending(RegisterType.Mmio32, 0, 0x24, 1)] [IrqAck(RegisterType.Mmio8, 0, 0x27, 1, Clear = {|TH1312:IrqClear.Modify|})]", ""));

    [Theory]
    [InlineData("[IrqAck(RegisterType.Mmio32, 0, 0x24, 1, 0, Clear = IrqClear.Modify)]")]
    [InlineData("[IrqAck(RegisterType.Mmio32, 0, 0x64, 1, Clear = IrqClear.Modify)]")]
    [InlineData("[IrqAck(RegisterType.Mmio32, 0, 0x24, 1, Clear = IrqClear.Echo)]")]
    [InlineData("[IrqAck(RegisterType.Mmio32, 0, 0x24, 1)]")]
    public Task Other_acknowledges(string attribute) => AnalyzerTest.Verify(
        Driver("[IrqPending(RegisterType.Mmio32, 0, 0x24, 1)]", attribute));

    private static string Driver(string shared, string own) => $$"""
        using TopHalf;
        [InterruptDriver] {{shared}}
        partial class MyDriver
        {
            [MsiVector(0)] {{own}} void OnA(in Interrupt irq) { }
            [MsiVector(1)] void OnB(in Interrupt irq) { }
        }
        """;
}
