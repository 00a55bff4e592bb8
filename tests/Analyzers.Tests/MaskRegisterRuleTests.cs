using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>TH1324: a plain write for one source to a register that masks several.</summary>
public sealed class MaskRegisterRuleTests
{
    private const string EnableA = "IrqEnable(RegisterType.Mmio32, 0, 0x10, 1)";
    private const string DisableA = "IrqDisable(RegisterType.Mmio32, 0, 0x10, 1, 0)";
    private const string EnableB = "IrqEnable(RegisterType.Mmio32, 0, 0x10, 2)";
    private const string DisableB = "IrqDisable(RegisterType.Mmio32, 0, 0x10, 2, 0)";

    [Fact]
    public Task TH1324_each_write_of_two_vectors() => AnalyzerTest.Verify(
        Driver("", $"[{{|TH1324:{DisableA}|}}] [{{|TH1324:{EnableA}|}}]", $"[{{|TH1324:{DisableB}|}}] [{{|TH1324:{EnableB}|}}]"),
        "Add Modify = true to this [IrqDisable]: a plain write sets the bits 0x2 of 'OnB' at 0x10 in BAR 0 to 0 as well",
        "Add Modify = true to this [IrqEnable]: a plain write sets the bits 0x2 of 'OnB' at 0x10 in BAR 0 to 0 as well",
        "Add Modify = true to this [IrqDisable]: a plain write sets the bits 0x1 of 'OnA' at 0x10 in BAR 0 to 0 as well",
        "Add Modify = true to this [IrqEnable]: a plain write sets the bits 0x1 of 'OnA' at 0x10 in BAR 0 to 0 as well");

    /// <summary>Only the release says that a 0 does something there.</summary>
    [Fact]
    public Task TH1324_told_by_the_release() => AnalyzerTest.Verify(
        Driver("[IrqRelease(RegisterType.Mmio32, 0, 0x10, 3, 0)]", $"[{{|TH1324:{EnableA}|}}]", $"[{EnableB[..^1]}, Modify = true)]"));

    [Fact]
    public Task TH1324_a_bit_for_each_vector() => AnalyzerTest.Verify(
        """
        using TopHalf;
        [InterruptDriver]
        partial class MyDriver
        {
            [MsiVector(0, Count = 4)]
            [{|TH1324:IrqDisable(RegisterType.Mmio32, 0, 0x10, 1, 0, BitStride = 1)|}] [{|TH1324:IrqEnable(RegisterType.Mmio32, 0, 0x10, 1, BitStride = 1)|}]
            void OnQueue(in Interrupt irq) { }
        }
        """,
        "Add Modify = true to this [IrqDisable]: a plain write sets the bits 0xE of 'OnQueue' at 0x10 in BAR 0 to 0 as well",
        "Add Modify = true to this [IrqEnable]: a plain write sets the bits 0xE of 'OnQueue' at 0x10 in BAR 0 to 0 as well");

    [Theory]
    [InlineData("", "[IrqDisable(RegisterType.Mmio32, 0, 0x10, 1, 0, Modify = true)] [IrqEnable(RegisterType.Mmio32, 0, 0x10, 1, Modify = true)]", "[IrqDisable(RegisterType.Mmio32, 0, 0x10, 2, 0, Modify = true)] [IrqEnable(RegisterType.Mmio32, 0, 0x10, 2, Modify = true)]")]
    [InlineData("", "[" + DisableA + "] [" + EnableA + "]", "")]
    [InlineData("[" + DisableA + "] [" + EnableA + "]", "", "")]
    [InlineData("", "[IrqDisable(RegisterType.Mmio32, 0, 0x14, 1)] [" + EnableA + "]", "[IrqDisable(RegisterType.Mmio32, 0, 0x14, 2)] [" + EnableB + "]")]
    [InlineData("[IrqRelease(RegisterType.Mmio32, 0, 0x14, 3)]", "[IrqDisable(RegisterType.Mmio32, 0, 0x14, 1)] [" + EnableA + "]", "[IrqDisable(RegisterType.Mmio32, 0, 0x14, 2)] [" + EnableB + "]")]
    [InlineData("", "[" + DisableA + "] [" + EnableA + "]", "[IrqDisable(RegisterType.Mmio32, 0, 0x20, 2, 0)] [IrqEnable(RegisterType.Mmio32, 0, 0x20, 2)]")]
    [InlineData("", "[" + DisableA + "] [" + EnableA + "]", "[IrqDisable(RegisterType.Mmio32, 1, 0x10, 2, 0)] [IrqEnable(RegisterType.Mmio32, 1, 0x10, 2)]")]
    public Task Writes_that_change_nothing_of_others(string shared, string first, string second) => AnalyzerTest.Verify(Driver(shared, first, second));

    [Fact]
    public Task A_register_for_each_vector() => AnalyzerTest.Verify(
        """
        using TopHalf;
        [InterruptDriver]
        partial class MyDriver
        {
            [MsiVector(0, Count = 4)]
            [IrqDisable(RegisterType.Mmio32, 0, 0x10, 1, 0, Stride = 4)] [IrqEnable(RegisterType.Mmio32, 0, 0x10, 1, Stride = 4)]
            void OnQueue(in Interrupt irq) { }
        }
        """);

    private static string Driver(string shared, string first, string second) => $$"""
        using TopHalf;
        [InterruptDriver] {{shared}}
        partial class MyDriver
        {
            [MsiVector(0)] {{first}} void OnA(in Interrupt irq) { }
            [MsiVector(1)] {{second}} void OnB(in Interrupt irq) { }
        }
        """;
}
