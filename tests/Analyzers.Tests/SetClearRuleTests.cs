using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>TH1313 to TH1315: registers in which a written 1 does something and a written 0 nothing.</summary>
public sealed class SetClearRuleTests
{
    private const string Pending = "[IrqPending(RegisterType.Mmio32, 0, 0x20, 1)]";
    private const string Echo = "[IrqAck(RegisterType.Mmio32, 0, 0x20, 1, Clear = IrqClear.Echo)]";
    private const string Enable = "[IrqEnable(RegisterType.Mmio32, 0, 0xD0, 7)]";
    private const string Disable = "[IrqDisable(RegisterType.Mmio32, 0, 0xD8, 7)]";

    [Theory]
    [InlineData("IrqEnable(RegisterType.Mmio32, 0, 0x20, 2, Modify = {|TH1313:true|})")]
    [InlineData("IrqRelease(RegisterType.Mmio32, 0, 0x20, 2, 0, Preserve = 4, Modify = {|TH1313:true|})")]
    public Task TH1313_status_in_the_same_register(string attribute) => AnalyzerTest.Verify(
        DriverSource.WithHandler($"{Pending} {Echo} [{attribute}]"),
        "Add Preserve = 0x1: a written 1 clears those bits at 0x20 in BAR 0, and Modify writes back every one that it reads");

    [Theory]
    [InlineData("0x3")]
    [InlineData("0x7, 0x3")]
    [InlineData("0x3, Clear = IrqClear.Modify, Preserve = 0x8")]
    [InlineData("0x7, 0x3, Clear = IrqClear.Modify, Preserve = 0x8")]
    public Task TH1313_status_that_is_cleared_by_ones_of_a_constant(string acknowledge) => AnalyzerTest.Verify(
        DriverSource.WithHandler($"[IrqAck(RegisterType.Mmio32, 0, 0x20, {acknowledge})] [IrqEnable(RegisterType.Mmio32, 0, 0x20, 0x10, Modify = {{|TH1313:true|}}, Preserve = 0x2)]"),
        "Add Preserve = 0x1: a written 1 clears those bits at 0x20 in BAR 0, and Modify writes back every one that it reads");

    [Theory]
    [InlineData("Clear = BankClear.Echo", "0x20")]
    [InlineData("Clear = BankClear.EchoTo, ClearOffset = 0x30", "0x30")]
    public Task TH1313_status_of_a_bank(string clear, string offset) => AnalyzerTest.Verify(
        DriverSource.WithClassAttributes($"[IrqDisable(RegisterType.Mmio32, 0, {offset}, 0x100, 0, Modify = {{|TH1313:true|}})] [IrqEnable(RegisterType.Mmio32, 0, 0x3C, 1)]")
            .Replace("[MsiVector(0)]", $"[MsiVector(0)] [StatusBank(RegisterType.Mmio32, 0, 0x20, 0xFF, {clear})]", StringComparison.Ordinal),
        $"Add Preserve = 0xFF: a written 1 clears those bits at {offset} in BAR 0, and Modify writes back every one that it reads");

    [Theory]
    [InlineData(Pending + Echo + "[IrqEnable(RegisterType.Mmio32, 0, 0x20, 2, Modify = true, Preserve = 1)]")]
    [InlineData(Pending + Echo + "[IrqEnable(RegisterType.Mmio32, 0, 0x20, 3, 2, Modify = true)]")]
    [InlineData(Pending + Echo + "[IrqEnable(RegisterType.Mmio32, 0, 0x24, 2, Modify = true)]")]
    [InlineData(Pending + Echo + "[IrqEnable(RegisterType.Mmio32, 1, 0x20, 2, Modify = true)]")]
    [InlineData(Pending + Echo + "[IrqEnable(RegisterType.Mmio32, 0, 0x20, 2)]")]
    [InlineData(Pending + "[IrqEnable(RegisterType.Mmio32, 0, 0x20, 2, Modify = true)]")]
    [InlineData("[IrqAck(RegisterType.Mmio32, 0, 0x20, 1, 0)] [IrqEnable(RegisterType.Mmio32, 0, 0x20, 2, Modify = true)]")]
    [InlineData("[IrqAck(RegisterType.Mmio32, 0, 0x20, 1, Clear = IrqClear.AtSource)] [IrqEnable(RegisterType.Mmio32, 0, 0x20, 2, Modify = true)]")]
    [InlineData("[StatusBank(RegisterType.Mmio32, 0, 0x20, 0xFF, Clear = BankClear.AtSource)] [IrqDisable(RegisterType.Mmio32, 0, 0x20, 0x100, 0, Modify = true)] [IrqEnable(RegisterType.Mmio32, 0, 0x3C, 1, Once = true)]")]
    [InlineData("[StatusBank(RegisterType.Mmio32, 0, 0x20, 0xFF, Clear = BankClear.EchoTo, ClearOffset = 0x30)] [IrqDisable(RegisterType.Mmio32, 0, 0x20, 0x100, 0, Modify = true)] [IrqEnable(RegisterType.Mmio32, 0, 0x3C, 1, Once = true)]")]
    [InlineData("[IrqAck(RegisterType.Mmio32, 0, 0x20, 1, Clear = IrqClear.Modify, Preserve = 6)]")]
    public Task Read_modify_writes_that_clear_nothing(string attributes) => AnalyzerTest.Verify(DriverSource.WithHandler(attributes));

    [Theory]
    [InlineData("IrqAck(RegisterType.Mmio32, 0, 0x20, 1, Preserve = {|TH1314:6|})", "IrqAck")]
    [InlineData("IrqEnable(RegisterType.Mmio32, 0, 0x20, 1, Preserve = {|TH1314:6|})", "IrqEnable")]
    [InlineData("IrqRelease(RegisterType.Mmio32, 0, 0x20, 1, Modify = false, Preserve = {|TH1314:6|})", "IrqRelease")]
    public Task TH1314_preserve_of_a_plain_write(string attribute, string role) => AnalyzerTest.Verify(
        DriverSource.WithHandler($"[{attribute}]"),
        $"Add Modify to [{role}] or remove Preserve: a plain write sets every bit outside its mask to 0");

    [Theory]
    [InlineData("IrqRelease(RegisterType.Mmio32, 0, 0xD0, 7, {|TH1315:0|})", "IrqRelease")]
    [InlineData("IrqRelease(RegisterType.Mmio32, 0, 0xD0, 0xFF, value: {|TH1315:0xF0|})", "IrqRelease")]
    [InlineData("IrqDisable(RegisterType.Mmio32, 0, 0xD0, 7, {|TH1315:0|})", "IrqDisable")]
    public Task TH1315_zeros(string attribute, string role) => AnalyzerTest.Verify(
        DriverSource.WithHandler($"{Enable} {Disable} [{attribute}]"),
        $"Write ones to the clear register of the pair in [{role}]: a written 0 changes nothing at 0xD0 in BAR 0, where [IrqEnable] sets bits");

    [Fact]
    public Task TH1315_of_the_class() => AnalyzerTest.Verify(
        DriverSource.WithClassAttributes(Enable + Disable + "[IrqRelease(RegisterType.Mmio32, 0, 0xD0, 7, {|TH1315:0|})]"));

    [Theory]
    [InlineData(Enable + Disable + "[IrqRelease(RegisterType.Mmio32, 0, 0xD8, 0xFF)]")]
    [InlineData(Enable + Disable + "[IrqRelease(RegisterType.Mmio32, 0, 0xD4, 7, 0)]")]
    // The one register of which ones unmask and zeros mask.
    [InlineData(Enable + "[IrqDisable(RegisterType.Mmio32, 0, 0xD0, 7, 0)] [IrqRelease(RegisterType.Mmio32, 0, 0xD0, 7, 0)]")]
    [InlineData(Enable + "[IrqDisable(RegisterType.Mmio32, 0, 0xD8, 1)] [IrqRelease(RegisterType.Mmio32, 0, 0xD0, 7, 0)]")]
    [InlineData("[IrqEnable(RegisterType.Mmio32, 0, 0xD0, 7, Modify = true)]" + Disable + "[IrqRelease(RegisterType.Mmio32, 0, 0xD0, 7, 0)]")]
    public Task Registers_that_take_zeros(string attributes) => AnalyzerTest.Verify(DriverSource.WithHandler(attributes));
}
