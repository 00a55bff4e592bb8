using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>TH1322: status bits that make an interrupt pending and that nothing clears.</summary>
public sealed class ClearingRuleTests
{
    private const string Pending = "[IrqPending(RegisterType.Mmio32, 0, 0x20, 7)]";
    private const string Told = "[IrqPending(RegisterType.Mmio32, 0, 0x20, {|TH1322:7|})]";

    [Theory]
    [InlineData(Told, "0x7")]
    [InlineData(Told + "[IrqAck(RegisterType.Mmio32, 0, 0x20, 1, Clear = IrqClear.Echo)]", "0x6")]
    [InlineData(Told + "[IrqAck(RegisterType.Mmio32, 0, 0x20, 1)] [IrqAck(RegisterType.Mmio32, 0, 0x20, 4, After = true)]", "0x2")]
    [InlineData(Told + "[IrqAck(RegisterType.Mmio8, 0, 0x20, 1, Clear = IrqClear.Echo)]", "0x6")]
    [InlineData("[IrqPending(RegisterType.Mmio32, 0, 0x20, mask: {|TH1322:0x300|})] [IrqAck(RegisterType.Mmio8, 0, 0x21, 1)]", "0x200")]
    [InlineData("[IrqPending(RegisterType.Mmio8, 0, 0x21, {|TH1322:3|})] [IrqAck(RegisterType.Mmio32, 0, 0x20, 0x100)]", "0x2")]
    [InlineData(Told + "[IrqDisable(RegisterType.Mmio32, 0, 0x30, 1)] [IrqEnable(RegisterType.Mmio32, 0, 0x34, 1)]", "0x7")]
    public Task TH1322_nothing_clears(string attributes, string bits) => AnalyzerTest.Verify(
        DriverSource.WithHandler(attributes),
        $"Add an [IrqAck] for the bits {bits}, with Clear = IrqClear.AtSource if the handler clears them: nothing clears them, and the interrupt stays pending");

    [Fact]
    public Task TH1322_moved_bits() => AnalyzerTest.Verify(DriverSource.WithMembers("""
        [MsiVector(0, Count = 4)]
        [IrqPending(RegisterType.Mmio32, 0, 0x20, {|TH1322:0x101|}, BitStride = 1)] [IrqAck(RegisterType.Mmio32, 0, 0x20, 1, Clear = IrqClear.Echo, BitStride = 1)]
        void OnDone(in Interrupt irq) { }
        """));

    /// <summary>What one of the two does not clear is told, and once.</summary>
    [Fact]
    public Task TH1322_of_the_class_once() => AnalyzerTest.Verify(
        $$"""
        using TopHalf;
        [InterruptDriver] {{Told}}
        partial class MyDriver
        {
            [MsiVector(0)] [IrqAck(RegisterType.Mmio32, 0, 0x20, 3, Clear = IrqClear.Echo)] void OnA(in Interrupt irq) { }
            [MsiVector(1)] [IrqAck(RegisterType.Mmio32, 0, 0x20, 6, Clear = IrqClear.Echo)] void OnB(in Interrupt irq) { }
        }
        """,
        "Add an [IrqAck] for the bits 0x5, with Clear = IrqClear.AtSource if the handler clears them: nothing clears them, and the interrupt stays pending");

    [Theory]
    [InlineData("", "", "0x7")]
    [InlineData("", "[IrqAck(RegisterType.Mmio32, 0, 0x60, 1)]", "0x6")]
    [InlineData("", "[IrqAck(RegisterType.Mmio32, 0, 0x20, 1, Clear = IrqClear.AtSource)]", "0x6")]
    [InlineData("", "[StatusBank(RegisterType.Mmio32, 0, 0x40, 0xFF)]", "0x6")]
    [InlineData("[IrqAck(RegisterType.Mmio32, 0, 0x20, 2, Clear = IrqClear.AtSource)]", "", "0x5")]
    [InlineData("[IrqAck(RegisterType.Mmio32, 0, 0x20, 4, Clear = IrqClear.Echo)]", "[IrqAck(RegisterType.Mmio32, 0, 0x20, 1, Clear = IrqClear.Echo)]", "0x2")]
    public Task TH1322_bits_of_sources(string shared, string own, string bits) => AnalyzerTest.Verify(
        Sharing("MsiVector(0)", Told + shared, own),
        $"Add an [IrqAck] for the bits {bits}, with Clear = IrqClear.AtSource if the handler clears them: nothing clears them, and the interrupt stays pending");

    [Fact]
    public Task TH1322_half_of_a_line() => AnalyzerTest.Verify(
        Sharing("IntxLine", Told + "[IrqAck(RegisterType.Mmio32, 0, 0x20, 3, Clear = IrqClear.Echo)]", ""));

    [Theory]
    [InlineData("[IrqAck(RegisterType.Mmio32, 0, 0x20, 7, Clear = IrqClear.Echo)]", "")]
    [InlineData("[IrqAck(RegisterType.Mmio32, 0, 0x60, 1)]", "")]
    [InlineData("[IrqAck(RegisterType.Mmio32, 0, 0x60, 1, Clear = IrqClear.AtSource)]", "")]
    [InlineData("[IrqAck(RegisterType.Mmio32, 0, 0x20, 6, Clear = IrqClear.Echo)]", "[IrqAck(RegisterType.Mmio32, 0, 0x60, 1)]")]
    [InlineData("[IrqAck(RegisterType.Mmio32, 0, 0x20, 6, Clear = IrqClear.Echo)]", "[StatusBank(RegisterType.Mmio32, 0, 0x40, 0xFF)]")]
    public Task Bits_that_are_cleared(string shared, string own) => AnalyzerTest.Verify(Sharing("MsiVector(0)", Pending + shared, own));

    [Theory]
    [InlineData(Pending + "[IrqAck(RegisterType.Mmio32, 0, 0x20, 0xF, Clear = IrqClear.Echo)]")]
    [InlineData(Pending + "[IrqAck(RegisterType.Mmio32, 0, 0x20, 7, 0, Clear = IrqClear.Modify)]")]
    [InlineData(Pending + "[IrqAck(RegisterType.Mmio32, 0, 0x20, 1, Clear = IrqClear.AtSource)]")]
    [InlineData(Pending + "[StatusBank(RegisterType.Mmio32, 0, 0x40, 0xFF)]")]
    [InlineData("[IrqPending(RegisterType.Mmio32, 0, 0x20, 7, ReadClears = true)]")]
    // Whether a comparison still holds, is not a matter of bits.
    [InlineData("[IrqPending(RegisterType.Mmio32, 0, 0x20, 7, 3)]")]
    [InlineData("[IrqPending(RegisterType.Mmio32, 0, 0x20, 7, OffsetFrom = nameof(Start))] [IrqAck(RegisterType.Mmio32, 0, 0x20, 1)]")]
    public Task Registers_that_are_cleared(string attributes)
        => AnalyzerTest.Verify(DriverSource.WithMembers($"const uint Start = 8; [MsiVector(0)] {attributes} void OnDone(in Interrupt irq) {{ }}"));

    [Theory]
    [InlineData("[IrqPending(RegisterType.Mmio32, 0, 0x20, 1, BitStride = 1)] [IrqAck(RegisterType.Mmio32, 0, 0x20, 0x10, Clear = IrqClear.AtSource)]")]
    [InlineData("[IrqPending(RegisterType.Mmio32, 0, 0x20, 3, Stride = 8)] [IrqAck(RegisterType.Mmio32, 0, 0x20, 1, Clear = IrqClear.Echo)]")]
    public Task Strides_that_differ(string attributes)
        => AnalyzerTest.Verify(DriverSource.WithMembers($"[MsiVector(0, Count = 4)] {attributes} void OnDone(in Interrupt irq) {{ }}"));

    /// <summary>TH1505 tells of bits that nobody claims, TH1508 of a line; a masked line is answered.</summary>
    [Theory]
    [InlineData("MsiVector(0), StatusBits(1)", "[IrqPending(RegisterType.Mmio32, 0, 0x20, {|TH1505:7|})] [IrqAck(RegisterType.Mmio32, 0, 0x20, 1, Clear = IrqClear.Echo)]")]
    [InlineData("{|TH1508:IntxLine|}", Pending)]
    [InlineData("IntxLine", Pending + "[IrqDisable(RegisterType.Mmio32, 0, 0x30, 1)] [IrqEnable(RegisterType.Mmio32, 0, 0x34, 1, Once = true)]")]
    public Task Told_elsewhere(string vector, string attributes)
        => AnalyzerTest.Verify(DriverSource.WithMembers($"[{vector}] {attributes} void OnDone(in Interrupt irq) {{ }}"));

    private static string Sharing(string vector, string shared, string own) => $$"""
        using TopHalf;
        [InterruptDriver] {{shared}}
        partial class MyDriver
        {
            [{{vector}}, StatusBits(1)] {{own}} void OnA(in Interrupt irq) { }
            [{{vector}}, StatusBits(6)] void OnB(in Interrupt irq) { }
        }
        """;
}
