using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>TH1321: acknowledges that write the register of a mask.</summary>
public sealed class AcknowledgeRegisterRuleTests
{
    private const string Pending = "[IrqPending(RegisterType.Mmio32, 0, 0x20, 3)]";
    private const string Enable = "[IrqEnable(RegisterType.Mmio32, 0, 0xD0, 3)]";
    private const string Disable = "[IrqDisable(RegisterType.Mmio32, 0, 0xD8, 3)]";

    [Theory]
    [InlineData(Pending + Enable + "[IrqAck(RegisterType.Mmio32, 0, {|TH1321:0xD0|}, 3, Clear = IrqClear.Echo)]", "0xD0", "IrqEnable")]
    [InlineData(Pending + Enable + Disable + "[IrqAck(RegisterType.Mmio32, 0, offset: {|TH1321:0xD8|}, 3, Clear = IrqClear.Echo, After = true)]", "0xD8", "IrqDisable")]
    [InlineData(Enable + Disable + "[IrqAck(RegisterType.Mmio32, 0, {|TH1321:0xD8|}, 1)]", "0xD8", "IrqDisable")]
    [InlineData(Enable + "[IrqAck(RegisterType.Mmio32, 0, {|TH1321:0xD0|}, 3)]", "0xD0", "IrqEnable")]
    [InlineData(Enable + "[IrqAck(RegisterType.Mmio32, 0, {|TH1321:0xD0|}, 0xF, 5)]", "0xD0", "IrqEnable")]
    [InlineData(Enable + "[IrqAck(RegisterType.Mmio8, 0, {|TH1321:0xD3|}, 1)]", "0xD3", "IrqEnable")]
    [InlineData("[IrqDisable(RegisterType.Mmio32, 0, 0xD0, 3, 0)]" + Enable + "[IrqAck(RegisterType.Mmio32, 0, {|TH1321:0xD0|}, 3, 1)]", "0xD0", "IrqDisable")]
    public Task TH1321_writes_the_register_that_masks(string attributes, string offset, string role) => AnalyzerTest.Verify(
        DriverSource.WithHandler(attributes),
        $"Use the register that acknowledges: {offset} in BAR 0 is that of [{role}], so this write changes what is masked and acknowledges nothing");

    [Fact]
    public Task TH1321_of_the_class_once() => AnalyzerTest.Verify($$"""
        using TopHalf;
        [InterruptDriver] {{Enable}} [IrqAck(RegisterType.Mmio32, 0, {|TH1321:0xD0|}, 1)]
        partial class MyDriver
        {
            [MsiVector(0)] void OnA(in Interrupt irq) { }
            [MsiVector(1)] void OnB(in Interrupt irq) { }
        }
        """);

    [Fact]
    public Task TH1321_mask_of_the_class_and_acknowledge_of_a_source() => AnalyzerTest.Verify($$"""
        using TopHalf;
        [InterruptDriver] {{Pending}} {{Enable}} {{Disable}}
        partial class MyDriver
        {
            [MsiVector(0), StatusBits(1)] [IrqAck(RegisterType.Mmio32, 0, {|TH1321:0xD8|}, 1, Clear = IrqClear.Echo)] void OnA(in Interrupt irq) { }
            [MsiVector(0), StatusBits(2)] [IrqAck(RegisterType.Mmio32, 0, 0x20, 2, Clear = IrqClear.Echo)] void OnB(in Interrupt irq) { }
        }
        """);

    [Theory]
    [InlineData(Pending + Enable + "[IrqAck(RegisterType.Mmio32, 0, 0xD4, 3, Clear = IrqClear.Echo)]")]
    [InlineData(Enable + "[IrqAck(RegisterType.Mmio32, 1, 0xD0, 3)]")]
    // Status and enable bits in one register.
    [InlineData("[IrqPending(RegisterType.Mmio32, 0, 0xD0, 3)] [IrqEnable(RegisterType.Mmio32, 0, 0xD0, 4)] [IrqAck(RegisterType.Mmio32, 0, 0xD0, 3, Clear = IrqClear.Echo)]")]
    // The enable's value, and with it the bit that acknowledges.
    [InlineData(Enable + "[IrqAck(RegisterType.Mmio32, 0, 0xD0, 0xF, 0xB)]")]
    [InlineData("[IrqDisable(RegisterType.Mmio32, 0, 0xD0, 3, 0)]" + Enable + "[IrqAck(RegisterType.Mmio32, 0, 0xD0, 0x13)]")]
    // Read-modify-writes leave what the other wrote.
    [InlineData(Enable + "[IrqAck(RegisterType.Mmio32, 0, 0xD0, 4, Clear = IrqClear.Modify)]")]
    [InlineData("[IrqEnable(RegisterType.Mmio32, 0, 0xD0, 3, Modify = true, Preserve = 4)] [IrqAck(RegisterType.Mmio32, 0, 0xD0, 4)]")]
    [InlineData(Enable + "[IrqAck(RegisterType.Mmio32, 0, 0xD0, 1, Clear = IrqClear.AtSource)]")]
    [InlineData("[IrqEnable(RegisterType.Mmio32, 0, 0xD0, 3, IndexOffset = 0xC0, Index = 1)] [IrqAck(RegisterType.Mmio32, 0, 0xD0, 3, IndexOffset = 0xC0, Index = 2)]")]
    public Task Acknowledges_of_their_own(string attributes) => AnalyzerTest.Verify(DriverSource.WithHandler(attributes));

    /// <summary>One mistake is told once: here it may be the mask that is in the wrong place.</summary>
    [Theory]
    [InlineData(Enable + "[{|TH1311:IrqDisable(RegisterType.Mmio32, 0, 0xD0, 3)|}] [IrqAck(RegisterType.Mmio32, 0, 0xD0, 1)]")]
    [InlineData(Enable + Disable + "[IrqDisable(RegisterType.Mmio32, 0, 0xD0, 3, {|TH1315:0|})] [IrqAck(RegisterType.Mmio32, 0, 0xD0, 1)]")]
    public Task Told_already(string attributes) => AnalyzerTest.Verify(DriverSource.WithHandler(attributes));
}
