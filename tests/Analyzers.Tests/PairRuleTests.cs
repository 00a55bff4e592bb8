using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>TH1323: set/clear pairs that unmask what they do not mask.</summary>
public sealed class PairRuleTests
{
    private const string Enable = "[IrqEnable(RegisterType.Mmio32, 0, 0xD0, 7)]";

    [Theory]
    [InlineData(Enable + "[IrqDisable(RegisterType.Mmio32, 0, 0xD8, {|TH1323:3|})]", "0x4")]
    [InlineData(Enable + "[IrqDisable(RegisterType.Mmio32, 0, 0xD8, mask: {|TH1323:1|})] [IrqDisable(RegisterType.Mmio32, 0, 0xD8, 0xFA)]", "0x4")]
    [InlineData("[IrqEnable(RegisterType.Mmio32, 0, 0xD0, 7, Stride = 8)] [IrqDisable(RegisterType.Mmio32, 0, 0xD4, {|TH1323:0x10|}, Stride = 8)]", "0x7")]
    public Task TH1323_bits_that_no_disable_masks(string attributes, string bits) => AnalyzerTest.Verify(
        DriverSource.WithHandler(attributes).Replace("MsiVector(0)", "MsiVector(0, Count = 2)", StringComparison.Ordinal),
        $"Add the bits {bits} to this mask, or remove them from that of [IrqEnable]: 0xD0 in BAR 0 unmasks them after every interrupt, and nothing masks them before it");

    /// <summary>It unmasks the source of the other while that one is handled.</summary>
    [Fact]
    public Task TH1323_enable_of_the_class_and_a_disable_for_each() => AnalyzerTest.Verify($$"""
        using TopHalf;
        [InterruptDriver] {{Enable}}
        partial class MyDriver
        {
            [MsiVector(0)] [IrqDisable(RegisterType.Mmio32, 0, 0xD8, {|TH1323:1|})] void OnA(in Interrupt irq) { }
            [MsiVector(1)] [IrqDisable(RegisterType.Mmio32, 0, 0xD8, {|TH1323:6|})] void OnB(in Interrupt irq) { }
        }
        """);

    [Fact]
    public Task TH1323_of_the_class_once() => AnalyzerTest.Verify($$"""
        using TopHalf;
        [InterruptDriver] {{Enable}} [IrqDisable(RegisterType.Mmio32, 0, 0xD8, {|TH1323:1|})]
        partial class MyDriver
        {
            [MsiVector(0)] void OnA(in Interrupt irq) { }
            [MsiVector(1)] void OnB(in Interrupt irq) { }
        }
        """);

    [Fact]
    public Task Sources_that_mask_themselves_together_mask_all() => AnalyzerTest.Verify($$"""
        using TopHalf;
        [InterruptDriver] {{Enable}} [IrqPending(RegisterType.Mmio32, 0, 0x20, 7, ReadClears = true)]
        partial class MyDriver
        {
            [MsiVector(0), StatusBits(1)] [IrqDisable(RegisterType.Mmio32, 0, 0xD8, 1)] void OnA(in Interrupt irq) { }
            [MsiVector(0), StatusBits(6)] [IrqDisable(RegisterType.Mmio32, 0, 0xD8, 6)] void OnB(in Interrupt irq) { }
        }
        """);

    [Theory]
    [InlineData(Enable + "[IrqDisable(RegisterType.Mmio32, 0, 0xD8, 7)]")]
    [InlineData(Enable + "[IrqDisable(RegisterType.Mmio32, 0, 0xD8, 0xFFFF_FFFF)]")]
    [InlineData(Enable + "[IrqDisable(RegisterType.Mmio32, 0, 0xD8, 3)] [IrqDisable(RegisterType.Mmio32, 0, 0xD8, 4)]")]
    [InlineData(Enable)]
    // What these mask is not told by their bits.
    [InlineData(Enable + "[IrqDisable(RegisterType.Mmio32, 0, 0xD8, 3, 1)]")]
    [InlineData(Enable + "[IrqDisable(RegisterType.Mmio32, 0, 0xD8, 3, Modify = true)]")]
    [InlineData(Enable + "[IrqDisable(RegisterType.Mmio32, 0, 0xD8, 3)] [IrqDisable(RegisterType.Mmio32, 0, 0x10, 1, 0)]")]
    [InlineData("[IrqEnable(RegisterType.Mmio32, 0, 0xD0, 7, 7)] [IrqDisable(RegisterType.Mmio32, 0, 0xD8, 3)]")]
    [InlineData("[IrqEnable(RegisterType.Mmio32, 0, 0xD0, 7, Modify = true)] [IrqDisable(RegisterType.Mmio32, 0, 0xD8, 3)]")]
    // At the start only.
    [InlineData("[IrqEnable(RegisterType.Mmio32, 0, 0xD0, 7, Once = true)] [IrqDisable(RegisterType.Mmio32, 0, 0xD8, 3)]")]
    // No pair.
    [InlineData(Enable + "[IrqEnable(RegisterType.Mmio32, 0, 0xD4, 7)] [IrqDisable(RegisterType.Mmio32, 0, 0xD8, 3)]")]
    [InlineData(Enable + "[IrqDisable(RegisterType.Mmio32, 0, 0xD0, 3)]")]
    [InlineData(Enable + "[IrqDisable(RegisterType.Mmio8, 0, 0xD8, 3)]")]
    [InlineData(Enable + "[IrqDisable(RegisterType.Mmio32, 1, 0xD8, 3)]")]
    [InlineData(Enable + "[IrqDisable(RegisterType.Mmio32, 0, 0xD8, 3, IndexOffset = 0xE0)]")]
    public Task Masks_of_their_own(string attributes) => AnalyzerTest.Verify(DriverSource.WithHandler(attributes));
}
