using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>TH1325, and TH1311 of what nobody claims: it stays masked.</summary>
public sealed class UnclaimedRuleTests
{
    private const string Status = "[IrqPending(RegisterType.Mmio32, 0, 0, 0xF)] [IrqAck(RegisterType.Mmio32, 0, 0, 0xF, Clear = IrqClear.Echo)] ";
    private const string OneRegister = "[IrqUnclaimed(RegisterType.Mmio32, 0, 0x10, 8, 0, Modify = true)] ";
    private const string Pair = "[IrqUnclaimed(RegisterType.Mmio32, 0, 0x14, 0xF)] [IrqDisable(RegisterType.Mmio32, 0, 0x14, 0xF)] ";

    [Theory]
    [InlineData(OneRegister + "[IrqEnable(RegisterType.Mmio32, 0, 0x10, {|TH1325:0xF|})]")]
    [InlineData(OneRegister + "[IrqEnable(RegisterType.Mmio32, 0, 0x10, {|TH1325:0xF|}, 8)]")]
    [InlineData(Pair + "[IrqEnable(RegisterType.Mmio32, 0, 0x10, {|TH1325:0xF|})]")]
    public Task TH1325_unmasked_with_the_others(string attributes) => AnalyzerTest.Verify(
        Driver(attributes),
        "Remove the bits 0x8 from this mask, or add Once = true: [IrqUnclaimed] masks them, and this [IrqEnable] unmasks them after every interrupt");

    [Theory]
    [InlineData(OneRegister + "[IrqEnable(RegisterType.Mmio32, 0, 0x10, 0xF, Once = true)]")]
    [InlineData(OneRegister + "[IrqEnable(RegisterType.Mmio32, 0, 0x10, 7, Modify = true)]")]
    [InlineData(OneRegister + "[IrqEnable(RegisterType.Mmio32, 0, 0x20, 0xF)]")]
    [InlineData(Pair + "[IrqEnable(RegisterType.Mmio32, 0, 0x10, 7)]")]
    [InlineData(Pair + "[IrqEnable(RegisterType.Mmio32, 0, 0x10, 0xF, Once = true)]")]
    public Task Sources_that_stay_masked(string attributes) => AnalyzerTest.Verify(Driver(attributes));

    /// <summary>The bits that are found would be written as ones, where ones unmask.</summary>
    [Theory]
    [InlineData("IrqUnclaimed(RegisterType.Mmio32, 0, 0x10, 8)")]
    [InlineData("IrqUnclaimed(RegisterType.Mmio32, 0, 0x10, 8, Modify = true)")]
    public Task TH1311_unmasked_instead(string unclaimed) => AnalyzerTest.Verify(
        Driver($"[{{|TH1311:{unclaimed}|}}] [IrqEnable(RegisterType.Mmio32, 0, 0x10, 7, Once = true)]"),
        "Use another register or value for [IrqUnclaimed]: writing 0x8 to 0x10 in BAR 0 is what [IrqEnable] does");

    /// <summary>A register in which ones mask.</summary>
    [Fact]
    public Task Ones_that_mask() => AnalyzerTest.Verify(
        Driver("[IrqUnclaimed(RegisterType.Mmio32, 0, 0x10, 8, Modify = true)] [IrqEnable(RegisterType.Mmio32, 0, 0x10, 7, 0, Once = true)]"));

    private static string Driver(string attributes) => $$"""
        using TopHalf;
        [InterruptDriver] {{Status}} {{attributes}}
        partial class MyDriver
        {
            [MsiVector(0)] [StatusBits(3)] void OnA(in Interrupt irq) { }
            [MsiVector(0)] [StatusBits(4)] void OnB(in Interrupt irq) { }
        }
        """;
}
