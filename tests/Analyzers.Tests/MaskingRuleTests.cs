using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>TH1311 and TH1312: writes that do the opposite of what their role says.</summary>
public sealed class MaskingRuleTests
{
    private const string Enable = "[IrqEnable(RegisterType.Mmio32, 0, 0xD0, 1)]";
    private const string Modifying = "[IrqEnable(RegisterType.Mmio32, 0, 0xD0, 1, Modify = true)]";

    [Theory]
    [InlineData(Enable + "[{|TH1311:IrqRelease(RegisterType.Mmio32, 0, 0xD0, 1)|}]", "", "IrqRelease")]
    [InlineData(Enable, "[{|TH1311:IrqRelease(RegisterType.Mmio32, 0, 0xD0, 0xFF, 1)|}]", "IrqRelease")]
    [InlineData("[{|TH1311:IrqRelease(RegisterType.Mmio32, 0, 0xD0, 1, 1)|}]", Enable, "IrqRelease")]
    [InlineData(Enable + "[{|TH1311:IrqDisable(RegisterType.Mmio32, 0, 0xD0, 1)|}]", "", "IrqDisable")]
    [InlineData("[{|TH1311:IrqDisable(RegisterType.Mmio32, 0, 0xD0, 1)|}] [IrqEnable(RegisterType.Mmio32, 0, 0xE0, 1)]", Enable, "IrqDisable")]
    [InlineData("", Enable + "[{|TH1311:IrqDisable(RegisterType.Mmio32, 0, 0xD0, 1)|}]", "IrqDisable")]
    [InlineData(Modifying + "[{|TH1311:IrqRelease(RegisterType.Mmio32, 0, 0xD0, 1, Modify = true)|}]", "", "IrqRelease")]
    [InlineData(Modifying + "[{|TH1311:IrqRelease(RegisterType.Mmio32, 0, 0xD0, 1)|}]", "", "IrqRelease")]
    [InlineData(Enable + "[{|TH1311:IrqDisable(RegisterType.Mmio32, 0, 0xD0, 0xFF, 1, Modify = true)|}]", "", "IrqDisable")]
    public Task TH1311_does_what_enable_does(string shared, string own, string role) => AnalyzerTest.Verify(
        Driver(shared, own), $"Use another register or value for [{role}]: writing 0x1 to 0xD0 in BAR 0 is what [IrqEnable] does");

    [Theory]
    [InlineData("[IrqRelease(RegisterType.Mmio32, 0, 0xD8, 1)]")]
    [InlineData("[IrqRelease(RegisterType.Mmio32, 1, 0xD0, 1)]")]
    [InlineData("[IrqRelease(RegisterType.Mmio32, 0, 0xD0, 1, 0)]")]
    [InlineData("[IrqDisable(RegisterType.Mmio8, 0, 0xD0, 1)]")]
    [InlineData("[IrqDisable(RegisterType.Mmio32, 0, 0xD0, 3)]")]
    public Task Other_writes(string attribute) => AnalyzerTest.Verify(Driver(Enable + attribute, ""));

    /// <summary>A bit that is cleared to unmask, and that is cleared to mask too, be it together with others.</summary>
    [Theory]
    [InlineData("IrqDisable(RegisterType.Mmio32, 0, 0xD0, mask: 3, value: 0, Modify = true)")]
    [InlineData("IrqRelease(RegisterType.Mmio32, 0, 0xD0, mask: 0xFF, value: 0)")]
    public Task TH1311_the_bit_among_others(string attribute)
        => AnalyzerTest.Verify(Driver($"[IrqEnable(RegisterType.Mmio32, 0, 0xD0, mask: 1, value: 0, Modify = true)] [{{|TH1311:{attribute}|}}]", ""));

    /// <summary>A bit that is cleared to unmask, and another that is cleared to mask.</summary>
    [Theory]
    [InlineData("IrqDisable(RegisterType.Mmio32, 0, 0xD0, mask: 2, value: 0, Modify = true)")]
    [InlineData("IrqRelease(RegisterType.Mmio32, 0, 0xD0, mask: 2, value: 0, Modify = true)")]
    public Task Different_bits_of_one_register(string attribute)
        => AnalyzerTest.Verify(Driver($"[IrqEnable(RegisterType.Mmio32, 0, 0xD0, mask: 1, value: 0, Modify = true)] [{attribute}]", ""));

    [Fact]
    public Task TH1312_modify_of_the_pending_register() => AnalyzerTest.Verify(
        Driver("[IrqPending(RegisterType.Mmio32, 0, 0x24, 1)]", "[IrqAck(RegisterType.Mmio32, 0, 0x24, 1, Clear = {|TH1312:IrqClear.Modify|})]"),
        "Use IrqClear.Echo: Modify writes back every bit that is set at 0x24 in BAR 0, and so acknowledges interrupts that no handler has seen");

    [Fact]
    public Task TH1312_the_second_acknowledge_and_a_shared_vector() => AnalyzerTest.Verify("""
        using TopHalf;
        [InterruptDriver] [IrqPending(RegisterType.Mmio32, 0, 0x24, 3)]
        partial class MyDriver
        {
            [MsiVector(0), StatusBits(1)] [IrqAck(RegisterType.Mmio32, 0, 0x24, 1, Clear = {|TH1312:IrqClear.Modify|}, Preserve = 4)] void OnA(in Interrupt irq) { }
            [MsiVector(0), StatusBits(2)] [IrqAck(RegisterType.Mmio32, 0, 8, 2)] [IrqAck(RegisterType.Mmio32, 0, 0x24, 2, Clear = {|TH1312:IrqClear.Modify|})] void OnB(in Interrupt irq) { }
        }
        """);

    [Theory]
    [InlineData("[IrqRelease(RegisterType.Mmio32, 0, 0xD0, 1, IndexOffset = 0xCC, Index = 2)]", "")]
    [InlineData("", "[IrqDisable(RegisterType.Mmio32, 0, 0xD0, 1, OffsetFrom = nameof(Start))]")]
    public Task Registers_that_are_found_in_another_way(string shared, string own) => AnalyzerTest.Verify(
        Driver(Enable + shared, own).Replace("partial class MyDriver\n{", "partial class MyDriver\n{ const uint Start = 8;", StringComparison.Ordinal));

    [Fact]
    public Task TH1312_of_the_class_once() => AnalyzerTest.Verify(
        Driver("[IrqPending(RegisterType.Mmio32, 0, 0x24, 1)] [IrqAck(RegisterType.Mmio8, 0, 0x27, 1, Clear = {|TH1312:IrqClear.Modify|})]", ""));

    [Theory]
    [InlineData("[IrqAck(RegisterType.Mmio32, 0, 0x24, 1, 0, Clear = IrqClear.Modify)]")]
    [InlineData("[IrqAck(RegisterType.Mmio32, 0, 0x64, 1, Clear = IrqClear.Modify)]")]
    [InlineData("[IrqAck(RegisterType.Mmio32, 0, 0x24, 1, Clear = IrqClear.Modify, Preserve = 0xFE)]")]
    [InlineData("[IrqAck(RegisterType.Mmio32, 0, 0x24, 0xFFFF_FFFF, Clear = IrqClear.Modify)]")]
    [InlineData("[IrqAck(RegisterType.Mmio32, 0, 0x24, 1, Clear = IrqClear.Modify, IndexOffset = 0x20)]")]
    [InlineData("[IrqAck(RegisterType.Mmio32, 0, 0x24, 1, Clear = IrqClear.Echo)]")]
    [InlineData("[IrqAck(RegisterType.Mmio32, 0, 0x24, 1)]")]
    [InlineData("[IrqAck(RegisterType.Mmio32, 0, 0x24, 1, Clear = IrqClear.Modify)] [IrqEnable(RegisterType.Mmio32, 0, 0x24, 2, Modify = true, Preserve = 1)]")]
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
