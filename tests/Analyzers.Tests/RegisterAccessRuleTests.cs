using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>TH1403 and TH1309 in code: what the class reads and writes at constant offsets.</summary>
public sealed class RegisterAccessRuleTests
{
    private const string ReadClears = "[IrqPending(RegisterType.Mmio32, 0, 0x40, 1, ReadClears = true)]";

    [Theory]
    [InlineData("readonly Bar _bar = device.GetBar(1); uint M() => _bar.Read32({|TH1403:0x20|});")]
    [InlineData("Bar _bar = device.GetBar(1); void M() => _bar.Write64(value: 1, offset: {|TH1403:0x1C|});")]
    [InlineData("Bar Registers { get; } = device.GetBar(index: 1); byte M() => Registers.Read8({|TH1403:End|}); const uint End = 0x20;")]
    [InlineData("ushort M() => device.GetBar(1).Read16({|TH1403:0x1F|});")]
    [InlineData("ushort M() { Bar local = device.GetBar(1); return ((System.Func<ushort>)(() => local.Read16({|TH1403:0x1F|})))(); }")]
    [InlineData("uint M() => _bar.Read32({|TH1403:0x20|}); readonly Bar _bar; MyDriver(PciDevice d, int n) : this(d) { _bar = d.GetBar(1); }")]
    [InlineData("Bar _bar; void M() { _bar = device.GetBar(1); _ = _bar.Read32({|TH1403:32|}); }")]
    public Task TH1403_constant_outside_its_bar(string members) => AnalyzerTest.Verify(Driver("[DeviceBar(1, 0x20)]", "", members));

    [Theory]
    [InlineData("readonly Bar _bar = device.GetBar(1); uint M() => _bar.Read32(0x1C);")]
    [InlineData("readonly Bar _bar = device.GetBar(0); uint M() => _bar.Read32(0x20);")]
    [InlineData("readonly Bar _bar = device.GetBar(1); uint M(uint offset) => _bar.Read32(offset);")]
    [InlineData("public Bar Registers = device.GetBar(1); uint M() => Registers.Read32(0x20);")]
    [InlineData("public Bar Registers { get; set; } = device.GetBar(1); uint M() => Registers.Read32(0x20);")]
    [InlineData("uint M(Bar bar) => bar.Read32(0x20);")]
    [InlineData("Bar _bar = device.GetBar(1); void Use(Bar bar) => _bar = bar; uint M() => _bar.Read32(0x20);")]
    [InlineData("Bar _bar = device.GetBar(1); void Use() => _bar = device.GetBar(0); uint M() => _bar.Read32(0x20);")]
    public Task Accesses_inside_and_of_bars_that_are_not_known(string members)
        => AnalyzerTest.Verify(Driver("[DeviceBar(1, 0x20)]", "", members));

    [Fact]
    public Task TH1309_read_in_code() => AnalyzerTest.Verify(
        Driver("", ReadClears, "readonly Bar _bar = device.GetBar(0); uint M() => _bar.Read32({|TH1309:0x40|});"),
        "Remove this read of 0x40 in BAR 0: it clears the register and so takes interrupts from 'OnDone', whose handler finds what was read in Interrupt.Status");

    [Theory]
    [InlineData("_bar.Read8({|TH1309:0x43|})")]
    [InlineData("_bar.Read64({|TH1309:0x40|})")]
    [InlineData("_bar.Read32(0x44)")]
    [InlineData("_bar.Read32(0x3C)")]
    [InlineData("device.GetBar(1).Read32(0x40)")]
    public Task TH1309_every_byte_of_the_register(string read) => AnalyzerTest.Verify(
        Driver("", ReadClears, $"readonly Bar _bar = device.GetBar(0); ulong M() => {read};"));

    [Theory]
    [InlineData("0x3C")]
    [InlineData("{|TH1309:0x50|}")]
    [InlineData("0x54")]
    [InlineData("{|TH1309:0x60|}")]
    [InlineData("0x70")]
    public Task TH1309_every_register_of_a_stride(string offset) => AnalyzerTest.Verify($$"""
        using TopHalf;
        [InterruptDriver]
        partial class MyDriver(PciDevice device)
        {
            [MsiVector(0, Count = 3), IrqPending(RegisterType.Mmio32, 0, 0x40, 1, ReadClears = true, Stride = 0x10)] void OnDone(in Interrupt irq) { }
            uint M() => device.GetBar(0).Read32({{offset}});
        }
        """);

    [Fact]
    public Task Writing_takes_nothing() => AnalyzerTest.Verify(
        Driver("", ReadClears, "readonly Bar _bar = device.GetBar(0); void M() => _bar.Write32(0x40, 0);"));

    [Fact]
    public Task Another_class_may_be_for_another_device() => AnalyzerTest.Verify(
        Driver("[DeviceBar(0, 0x80)]", ReadClears, "") + " class Other(PciDevice d) { Bar _bar = d.GetBar(0); uint M() => _bar.Read32(0x40) + _bar.Read32(0x80); }");

    [Fact]
    public Task A_faulty_driver_has_its_faults_mended_first() => AnalyzerTest.Verify(
        Driver("[DeviceBar(0, 0x20)]", "[IrqAck(RegisterType.Mmio8, {|TH1301:6|}, 0, 1)]", "uint M() => device.GetBar(0).Read32(0x40);"));

    private static string Driver(string classAttributes, string handlerAttributes, string members) => $$"""
        using TopHalf;
        [InterruptDriver] {{classAttributes}}
        partial class MyDriver(PciDevice device)
        {
            [MsiVector(0)] {{handlerAttributes}} void OnDone(in Interrupt irq) { }
            {{members}}
            PciDevice Device => device;
        }
        """;
}
