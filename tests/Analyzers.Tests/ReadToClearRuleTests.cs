using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>TH1309: descriptors that read what another one clears by its read.</summary>
public sealed class ReadToClearRuleTests
{
    private const string Clearing = "[IrqPending(RegisterType.Mmio32, 0, 0x40, 1, ReadClears = true)]";

    [Fact]
    public Task TH1309_of_two_that_clear_the_second() => AnalyzerTest.Verify(
        Driver("", Clearing, "[IrqPending(RegisterType.Mmio16, 0, {|TH1309:0x42|}, 2, ReadClears = true)]"),
        "Remove this read of 0x42 in BAR 0: it clears the register and so takes interrupts from 'OnA', whose handler finds what was read in Interrupt.Status");

    [Fact]
    public Task TH1309_pending_that_does_not_say_so() => AnalyzerTest.Verify(
        Driver("", "[IrqPending(RegisterType.Mmio32, 0, {|TH1309:0x40|}, 2)]", Clearing));

    [Fact]
    public Task TH1309_acknowledge_that_reads_to_modify() => AnalyzerTest.Verify(
        Driver("", Clearing, "[IrqAck(RegisterType.Mmio32, 0, {|TH1309:0x40|}, 2, Clear = IrqClear.Modify)]"));

    [Fact]
    public Task TH1309_class_and_handler() => AnalyzerTest.Verify(
        Driver(Clearing, "[IrqPending(RegisterType.Mmio32, 0, {|TH1309:0x40|}, 2)]", ""),
        "Remove this read of 0x40 in BAR 0: it clears the register and so takes interrupts from 'MyDriver', whose handler finds what was read in Interrupt.Status");

    [Fact]
    public Task TH1309_bank_that_its_read_clears() => AnalyzerTest.Verify(
        Driver("", "[StatusBank(RegisterType.Mmio32, 0, 0x40, 1, Clear = BankClear.Read)]", "[IrqPending(RegisterType.Mmio32, 0, {|TH1309:0x40|}, 2)]"));

    [Fact]
    public Task TH1309_read_back_after_a_write() => AnalyzerTest.Verify(
        Driver("", Clearing, "[IrqEnable(RegisterType.Mmio32, 0, {|TH1309:0x40|}, 2, Flush = true)]"));

    /// <summary>Any register of a stride, of either of the two.</summary>
    [Theory]
    [InlineData("MsiVector(0, Count = 3)", "0x40, 1, ReadClears = true, Stride = 8", "MsiVector(3)", "{|TH1309:0x50|}, 2", "0x50")]
    [InlineData("MsiVector(0)", "0x50, 1, ReadClears = true", "MsiVector(3, Count = 3)", "{|TH1309:0x40|}, 2, Stride = 8", "0x50")]
    [InlineData("MsiVector(0, Count = 3)", "0x40, 1, ReadClears = true, Stride = 4", "MsiVector(3, Count = 2)", "{|TH1309:0x44|}, 2, Stride = 0x100", "0x44")]
    [InlineData("MsiVector(0, Count = 3)", "0x40, 1, ReadClears = true, Stride = 8", "MsiVector(3, Count = 3)", "{|TH1309:0x20|}, 2, ReadClears = true, Stride = 16", "0x40")]
    public Task TH1309_further_registers(string first, string clearing, string second, string reading, string offset) => AnalyzerTest.Verify(
        Strided(first, clearing, second, reading),
        $"Remove this read of {offset} in BAR 0: it clears the register and so takes interrupts from 'OnA', whose handler finds what was read in Interrupt.Status");

    [Theory]
    [InlineData("MsiVector(0, Count = 3)", "0x40, 1, ReadClears = true, Stride = 8", "MsiVector(3, Count = 3)", "0x44, 2, ReadClears = true, Stride = 8")]
    [InlineData("MsiVector(0, Count = 3)", "0x40, 1, ReadClears = true, Stride = 8", "MsiVector(3)", "0x58, 2")]
    [InlineData("MsiVector(0, Count = 3)", "0x40, 1, ReadClears = true, Stride = 8", "MsiVector(3)", "0x3C, 2")]
    [InlineData("MsiVector(0, Count = 3)", "0x40, 1, ReadClears = true, Stride = 8, OffsetFrom = nameof(Start)", "MsiVector(3)", "0x48, 2")]
    [InlineData("MsiVector(0, Count = 3)", "0x40, 1, ReadClears = true, Stride = 8, IndexOffset = 0, IndexStride = 1", "MsiVector(3)", "0x48, 2, IndexOffset = 0")]
    public Task Strides_with_one_reader(string first, string clearing, string second, string reading)
        => AnalyzerTest.Verify(Strided(first, clearing, second, reading));

    /// <summary>Of bits with a hole between them, there is no register for the hole.</summary>
    [Theory]
    [InlineData("{|TH1309:0x40|}")]
    [InlineData("0x44")]
    [InlineData("{|TH1309:0x48|}")]
    [InlineData("0x4C")]
    public Task A_bank_for_each_bit(string offset) => AnalyzerTest.Verify($$"""
        using TopHalf;
        [InterruptDriver]
        partial class MyDriver
        {
            [MsiVector(0), StatusBits(0xA, Each = true), IrqPending(RegisterType.Mmio32, 0, 0, 0xA)]
            [StatusBank(RegisterType.Mmio32, 0, 0x40, 1, Clear = BankClear.Read, Stride = 4)]
            void OnA(in Interrupt irq) { }
            [MsiVector(1), IrqPending(RegisterType.Mmio32, 0, {{offset}}, 1)] void OnB(in Interrupt irq) { }
        }
        """);

    [Theory]
    [InlineData(Clearing, "", "")]
    [InlineData("", Clearing, "[IrqPending(RegisterType.Mmio32, 0, 0x40, 2, OffsetFrom = nameof(Start))]")]
    [InlineData("", "[IrqPending(RegisterType.Mmio8, 0, 0, 1, ReadClears = true, Structure = VirtioStructure.Isr)]", "[IrqPending(RegisterType.Mmio8, 0, 0, 1)]")]
    [InlineData("", "[StatusBank(RegisterType.Mmio32, 0, 4, 1, Clear = BankClear.Read, IndexOffset = 0, Index = 1)]", "[StatusBank(RegisterType.Mmio32, 0, 4, 1, Clear = BankClear.Read, IndexOffset = 0, Index = 2)]")]
    [InlineData("", "[StatusBank(RegisterType.Mmio32, 0, 0x40, 1, Clear = BankClear.AtSource)]", "[StatusBank(RegisterType.Mmio32, 0, 0x40, 2, Clear = BankClear.AtSource)]")]
    [InlineData("", Clearing, "[IrqPending(RegisterType.Mmio32, 1, 0x40, 2, ReadClears = true)]")]
    [InlineData("", Clearing, "[IrqPending(RegisterType.Mmio32, 0, 0x44, 2, ReadClears = true)]")]
    [InlineData("", Clearing, "[IrqAck(RegisterType.Mmio32, 0, 0x40, 2)]")]
    [InlineData("", Clearing, "[IrqEnable(RegisterType.Mmio32, 0, 0x40, 2)] [IrqRelease(RegisterType.Mmio32, 0, 0x40, 1)]")]
    [InlineData("", "[IrqPending(RegisterType.Mmio32, 0, 0x40, 1)]", "[IrqPending(RegisterType.Mmio32, 0, 0x40, 2)]")]
    public Task Registers_with_one_reader(string shared, string first, string second)
        => AnalyzerTest.Verify(Driver(shared, first, second));

    private static string Driver(string shared, string first, string second) => $$"""
        using TopHalf;
        [InterruptDriver] {{shared}}
        partial class MyDriver
        {
            private const uint Start = 4;
            [MsiVector(0)] {{first}} void OnA(in Interrupt irq) { }
            [MsiVector(1)] {{second}} void OnB(in Interrupt irq) { }
        }
        """;

    private static string Strided(string first, string clearing, string second, string reading) => $$"""
        using TopHalf;
        [InterruptDriver]
        partial class MyDriver
        {
            private const uint Start = 4;
            [{{first}}, IrqPending(RegisterType.Mmio32, 0, {{clearing}})] void OnA(in Interrupt irq) { }
            [{{second}}, IrqPending(RegisterType.Mmio32, 0, {{reading}})] void OnB(in Interrupt irq) { }
        }
        """;
}
