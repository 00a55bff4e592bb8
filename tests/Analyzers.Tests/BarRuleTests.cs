using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>TH1401 to TH1404: the declared sizes of BARs, and the registers of descriptors.</summary>
public sealed class BarRuleTests
{
    [Theory]
    [InlineData("[DeviceBar(0, 16)] [DeviceBar(5, 0x8000_0000_0000_0000)]")]
    [InlineData("[DeviceBar(0, 4, IsPort = true)]")]
    [InlineData("[DeviceBar(index: 1, length: 1 << 20, IsPort = false)]")]
    [InlineData("[DeviceBar(0, 16)] [IrqAck(RegisterType.Mmio32, 0, 12, 1)] [IrqEnable(RegisterType.Mmio8, 0, 15, 1)]")]
    [InlineData("[DeviceBar(0, 16)] [IrqAck(RegisterType.Mmio64, 0, 8, 1)] [IrqEnable(RegisterType.Mmio8, 1, 0x1000, 1)]")]
    [InlineData("[DeviceBar(0, 4, IsPort = true)] [IrqAck(RegisterType.Port32, 0, 0, 1)] [IrqEnable(RegisterType.Port8, 0, 3, 1)]")]
    public Task Declarations_that_are_right(string attributes) => AnalyzerTest.Verify(DriverSource.WithClassAttributes(attributes));

    [Fact]
    public Task TH1301_bar_that_no_device_has() => AnalyzerTest.Verify(
        DriverSource.WithClassAttributes("[DeviceBar({|TH1301:6|}, 16)]"), "Use a BAR from 0 to 5: a PCI function has no BAR 6");

    [Fact]
    public Task TH1401_twice() => AnalyzerTest.Verify(
        DriverSource.WithClassAttributes("[DeviceBar(2, 0x40)] [DeviceBar(length: 0x80, index: {|TH1401:2|})]"),
        "Remove this [DeviceBar] or correct its index: BAR 2 is declared already, with 0x40 bytes");

    [Theory]
    [InlineData("0, {|TH1402:0|}", "0x0", 16, "memory")]
    [InlineData("0, {|TH1402:8|}", "0x8", 16, "memory")]
    [InlineData("0, {|TH1402:0x1001|}", "0x1001", 16, "memory")]
    [InlineData("0, {|TH1402:2|}, IsPort = true", "0x2", 4, "I/O ports")]
    [InlineData("0, {|TH1402:24|}, IsPort = true", "0x18", 4, "I/O ports")]
    public Task TH1402_length(string arguments, string length, int smallest, string kind) => AnalyzerTest.Verify(
        DriverSource.WithClassAttributes($"[DeviceBar({arguments})]"),
        $"Use a power of two of at least {smallest} for the length: a BAR of {kind} cannot have {length} bytes");

    [Theory]
    [InlineData("Mmio8, 3, {|TH1403:0x20|}", "0x20", "0x1F")]
    [InlineData("Mmio32, 3, {|TH1403:0xFFFF_FFFC|}", "0xFFFFFFFC", "0x1C")]
    [InlineData("Mmio64, mask: 1, offset: {|TH1403:0x20|}, bar: 3", "0x20", "0x18")]
    public Task TH1403_descriptor_outside(string place, string offset, string last) => AnalyzerTest.Verify(
        DriverSource.WithClassAttributes(
            "[DeviceBar(3, 0x20)] [IrqAck(RegisterType." + place + (place.Contains("mask", StringComparison.Ordinal) ? "" : ", 1") + ")]"),
        $"Use an offset of at most {last} or correct [DeviceBar(3, ...)]: a register at {offset} is outside BAR 3, which is declared with 0x20 bytes");

    /// <summary>The register of the last source: a vector, a bit, or a bit of the last vector.</summary>
    [Theory]
    [InlineData("MsiVector(0), MsiVector(1, Count = 4)] [IrqAck(RegisterType.Mmio32, 0, 0x10, 1, Stride = {|TH1403:8|})", "a Stride of at most 0x4", "0x28")]
    [InlineData("MsiVector(0), StatusBits(0x14, Each = true)] [IrqPending(RegisterType.Mmio32, 0, 0, 0x14)] [IrqAck(RegisterType.Mmio32, 0, 0x10, 1, Stride = {|TH1403:8|})", "a Stride of at most 0x4", "0x20")]
    [InlineData("MsiVector(0, Count = 2), StatusBits(3, Each = true)] [IrqPending(RegisterType.Mmio32, 0, 0, 3)] [IrqEnable(RegisterType.Mmio32, 0, 0x10, 1, Stride = {|TH1403:8|})", "a Stride of at most 0x4", "0x28")]
    [InlineData("MsiVector(0, Count = 2)] [IrqAck(RegisterType.Mmio32, 0, 0x1C, 1, Stride = {|TH1403:4|})", "a smaller offset", "0x20")]
    [InlineData("MsiVector(0, Count = 2)] [IrqAck(RegisterType.Mmio8, 0, 0x18, 1, OffsetFrom = nameof(Start), Stride = {|TH1403:8|})", "a Stride of at most 0x7", "0x20")]
    [InlineData("MsiVector(0, Count = 2)] [StatusBank(RegisterType.Mmio32, 0, 0x0, 1, Clear = BankClear.EchoTo, ClearOffset = 0x10, Stride = {|TH1403:0x10|})", "a Stride of at most 0xC", "0x20")]
    public Task TH1403_last_register(string handler, string remedy, string offset) => AnalyzerTest.Verify(
        Strided(handler),
        $"Use {remedy} or correct [DeviceBar(0, ...)]: a register at {offset} is outside BAR 0, which is declared with 0x20 bytes");

    [Theory]
    [InlineData("MsiVector(0, Count = 4)] [IrqAck(RegisterType.Mmio32, 0, 0x10, 1, Stride = 4)")]
    [InlineData("MsiVector(0), StatusBits(0x14, Each = true)] [IrqPending(RegisterType.Mmio32, 0, 0, 0x14)] [IrqAck(RegisterType.Mmio32, 0, 0x10, 1, Stride = 4)")]
    [InlineData("MsiVector(0), MsiVector(8), StatusBits(3, Each = true)] [IrqPending(RegisterType.Mmio32, 0, 0, 3)] [IrqAck(RegisterType.Mmio32, 0, 0x10, 1, Stride = 8)")]
    [InlineData("MsiVector(0, Count = 8)] [IrqAck(RegisterType.Mmio32, 0, 0x10, 1, StrideFrom = nameof(Start))")]
    [InlineData("MsiVector(0, Count = 8)] [IrqAck(RegisterType.Mmio32, 0, {|TH1403:0x20|}, 1, Stride = 4)")]
    public Task Last_registers_that_fit_or_are_told_already(string handler) => AnalyzerTest.Verify(Strided(handler));

    [Fact]
    public Task TH1403_stride_of_the_class() => AnalyzerTest.Verify("""
        using TopHalf;
        [InterruptDriver, DeviceBar(0, 0x20), IrqPending(RegisterType.Mmio32, 0, 0, 3), IrqAck(RegisterType.Mmio32, 0, 0x10, 1, Stride = {|TH1403:8|})]
        partial class MyDriver
        {
            [MsiVector(0)] void OnA(in Interrupt irq) { }
            [MsiVector(1, Count = 3)] void OnB(in Interrupt irq) { }
        }
        """);

    [Fact]
    public Task TH1403_each_descriptor_once() => AnalyzerTest.Verify("""
        using TopHalf;
        [InterruptDriver, DeviceBar(0, 0x10), IrqEnable(RegisterType.Mmio8, 0, {|TH1403:0x10|}, 1), IrqRelease(RegisterType.Mmio8, 0, {|TH1403:0x11|}, 1)]
        partial class MyDriver
        {
            [MsiVector(0), IrqPending(RegisterType.Mmio8, 0, {|TH1403:0x12|}, 1)] void OnA(in Interrupt irq) { }
            [MsiVector(1), IrqPending(RegisterType.Mmio8, 0, 0xF, 1)] void OnB(in Interrupt irq) { }
        }
        """);

    [Theory]
    [InlineData("[DeviceBar(1, 16)] [IrqAck({|TH1404:RegisterType.Port8|}, 1, 0, 1)]", "Port8", "memory", "Mmio8, Mmio16, Mmio32 or Mmio64")]
    [InlineData("[DeviceBar(1, 16, IsPort = true)] [IrqRelease({|TH1404:RegisterType.Mmio64|}, 1, 0, 1)]", "Mmio64", "I/O ports", "Port8, Port16 or Port32")]
    public Task TH1404_type(string attributes, string type, string kind, string types) => AnalyzerTest.Verify(
        DriverSource.WithClassAttributes(attributes),
        $"Use {types}, or correct IsPort of [DeviceBar(1, ...)]: BAR 1 is declared as one of {kind}, which {type} does not reach");

    [Fact]
    public Task A_faulty_descriptor_is_told_of_once() => AnalyzerTest.Verify(
        DriverSource.WithClassAttributes("[DeviceBar(0, 16)] [IrqAck(RegisterType.Mmio32, 0, {|TH1302:0x21|}, 1)]"));

    [Theory]
    [InlineData("{|CS7036:DeviceBar(0)|}")]
    [InlineData("DeviceBar({|CS1503:\"0\"|}, 16)")]
    [InlineData("DeviceBar(0, {|CS1503:-1|})")]
    [InlineData("DeviceBar(0, 16, IsPort = {|CS0029:1|})")]
    public Task Malformed_declarations_are_CSharps_to_reject(string attribute)
        => AnalyzerTest.Verify(DriverSource.WithClassAttributes($"[{attribute}] [IrqAck(RegisterType.Mmio8, 0, 0x40, 1)]"));

    private static string Strided(string handler) => $$"""
        using TopHalf;
        [InterruptDriver, DeviceBar(0, 0x20)]
        partial class MyDriver
        {
            private const int Start = 8;
            [{{handler}}] void OnDone(in Interrupt irq) { }
        }
        """;
}
