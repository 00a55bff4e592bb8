using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>TH1316 to TH1319: strides, members, structures and index registers, and the bound of the looks.</summary>
public sealed class AddressRuleTests
{
    [Theory]
    [InlineData("[MsiVector(0, Count = 2)] [IrqAck(RegisterType.Mmio16, 0, 4, 1, Stride = 2)]")]
    [InlineData("[MsiVector(0), MsiVector(4, Count = 2)] [IrqAck(RegisterType.Mmio32, 0, 4, 1, StrideFrom = nameof(Step))]")]
    [InlineData("[MsiVector(0)] [IrqAck(RegisterType.Mmio32, 0, 4, 1, OffsetFrom = nameof(Start))]")]
    [InlineData("[MsiVector(0)] [IrqAck(RegisterType.Mmio32, 0, 4, 1, OffsetFrom = \"Property\")]")]
    [InlineData("[MsiVector(0)] [IrqAck(RegisterType.Mmio32, 0, 4, 1, OffsetFrom = nameof(Constant))]")]
    [InlineData("[MsiVector(0)] [IrqAck(RegisterType.Mmio32, 0, 4, 1, OffsetFrom = nameof(Inherited))]")]
    [InlineData("[MsiVector(0)] [IrqPending(RegisterType.Mmio8, 0, 0, 1, Structure = VirtioStructure.Isr, ReadClears = true)]")]
    [InlineData("[MsiVector(0)] [IrqAck(RegisterType.Port32, 0, 4, 1, IndexOffset = 0, Index = 0xFFFF_FFFF)]")]
    [InlineData("[MsiVector(0, Count = 2)] [IrqAck(RegisterType.Port32, 0, 4, 1, IndexOffset = 0, Index = 3, IndexStride = 0x1_0000)]")]
    [InlineData("[MsiVector(0)] [IrqAck(RegisterType.Mmio32, 0, 4, 1, IndexOffset = 0, OffsetFrom = nameof(Start))]")]
    [InlineData("[MsiVector(0, Count = 32)] [IrqAck(RegisterType.Mmio32, 0, 0, 1, BitStride = 1)]")]
    [InlineData("[MsiVector(0, Count = 4)] [IrqPending(RegisterType.Mmio8, 0, 0, 3, 2, BitStride = 2)] [IrqAck(RegisterType.Mmio8, 0, 0, 3, Clear = IrqClear.Echo, BitStride = 2)]")]
    [InlineData("[MsiVector(0)] [StatusBits(0xF0, Each = true)] [IrqPending(RegisterType.Mmio32, 0, 0, 0xF0)] [IrqAck(RegisterType.Mmio32, 0, 0, 0x10, Clear = IrqClear.Echo, BitStride = 1)]")]
    [InlineData("[MsiVector(0)] [StatusBits(0xF0, Each = true)] [IrqPending(RegisterType.Mmio32, 0, 0, 0xF0)] [IrqDisable(RegisterType.Mmio32, 0, 4, 1, BitStride = 8)] [IrqEnable(RegisterType.Mmio32, 0, 8, 1, BitStride = 8)]")]
    [InlineData("[MsiVector(0)] [IrqPending(RegisterType.Mmio32, 0, 0, 1, Recheck = 0)]")]
    [InlineData("[MsiVector(0)] [IrqPending(RegisterType.Mmio32, 0, 0, 1, Recheck = 1000)]")]
    public Task Addresses_that_are_right(string attributes) => AnalyzerTest.Verify(Driver(attributes));

    [Theory]
    [InlineData("{|TH1316:-1|}", "-1")]
    [InlineData("{|TH1316:1001|}", "1001")]
    public Task TH1316_no_bound(string recheck, string shown) => AnalyzerTest.Verify(
        DriverSource.WithHandler($"[IrqPending(RegisterType.Mmio32, 0, 0, 1, Recheck = {recheck})]"),
        $"Use a Recheck from 0 to 1000: {shown} is no bound");

    [Theory]
    [InlineData("IrqAck(RegisterType.Mmio32, 0, 4, 1, Stride = {|TH1317:4|})", "Stride")]
    [InlineData("IrqPending(RegisterType.Mmio32, 0, 4, 1, StrideFrom = {|TH1317:nameof(Step)|})", "StrideFrom")]
    [InlineData("IrqEnable(RegisterType.Mmio32, 0, 4, 1, IndexOffset = 0, IndexStride = {|TH1317:2|})", "IndexStride")]
    [InlineData("IrqEnable(RegisterType.Mmio32, 0, 4, 1, BitStride = {|TH1317:1|})", "BitStride")]
    [InlineData("IrqAck(RegisterType.Mmio32, 0, 4, 1, Stride = {|TH1317:4|})] [StatusBits(7)] [IrqPending(RegisterType.Mmio32, 0, 0, 7)", "Stride")]
    [InlineData("IrqAck(RegisterType.Mmio32, 0, 4, 1, Stride = {|TH1317:4|})] [StatusBits(4, Each = true)] [IrqPending(RegisterType.Mmio32, 0, 0, 4)", "Stride")]
    [InlineData("StatusBank(RegisterType.Mmio32, 0, 4, 0xFF, Stride = {|TH1317:4|})", "Stride")]
    [InlineData("StatusBits(3, Each = true)] [IrqPending(RegisterType.Mmio32, 0, 0, 3, Stride = {|TH1317:4|})", "Stride")]
    public Task TH1317_single_source(string attribute, string argument) => AnalyzerTest.Verify(
        Driver($"[MsiVector(0)] [{attribute}]"),
        $"Remove {argument}, or give 'OnDone' several vectors or bits: with one source there is no second one");

    [Fact]
    public Task TH1317_of_the_class() => AnalyzerTest.Verify(
        """
        using TopHalf;
        [InterruptDriver] [IrqAck(RegisterType.Mmio32, 0, 4, 1, Stride = {|TH1317:4|})]
        partial class MyDriver
        {
            [MsiVector(0)] void OnA(in Interrupt irq) { }
            [MsiVector(1)] void OnB(in Interrupt irq) { }
        }
        """,
        "Remove Stride, or give 'MyDriver' several vectors or bits: with one source there is no second one");

    [Theory]
    [InlineData("[MsiVector(0)]", "[MsiVector(1, Count = 4)]")]
    [InlineData("[MsiVector(2, Count = 2)]", "[MsiVector(1)]")]
    public Task A_stride_of_the_class_is_for_any_handler(string first, string second) => AnalyzerTest.Verify($$"""
        using TopHalf;
        [InterruptDriver] [IrqAck(RegisterType.Mmio32, 0, 4, 1, Stride = 4)]
        partial class MyDriver
        {
            {{first}} void OnA(in Interrupt irq) { }
            {{second}} void OnB(in Interrupt irq) { }
        }
        """);

    [Theory]
    [InlineData("[IrqAck(RegisterType.Mmio32, 0, 4, 1, Stride = 4)] [StatusBits(7, Each = true)]")]
    [InlineData("[StatusBank(RegisterType.Mmio32, 0, 4, 0xFF, Stride = 4)] [StatusBits(7, Each = true)]")]
    public Task Bits_are_sources(string attributes) => AnalyzerTest.Verify(
        Driver($"[MsiVector(0)] [IrqPending(RegisterType.Mmio32, 0, 0, 7)] {attributes}"));

    [Theory]
    [InlineData("OffsetFrom = {|TH1318:\"Missing\"|}", "Missing")]
    [InlineData("OffsetFrom = {|TH1318:nameof(Text)|}", "Text")]
    [InlineData("OffsetFrom = {|TH1318:nameof(Wide)|}", "Wide")]
    [InlineData("OffsetFrom = {|TH1318:nameof(WriteOnly)|}", "WriteOnly")]
    [InlineData("OffsetFrom = {|TH1318:nameof(Method)|}", "Method")]
    [InlineData("OffsetFrom = {|TH1318:\"Hidden\"|}", "Hidden")]
    [InlineData("OffsetFrom = {|TH1318:\"Own\"|}", "Own")]
    [InlineData("OffsetFrom = {|TH1318:nameof(WriteOnlyForUs)|}", "WriteOnlyForUs")]
    [InlineData("OffsetFrom = {|TH1318:\"\"|}", "")]
    public Task TH1318_no_such_number(string argument, string name) => AnalyzerTest.Verify(
        Driver($"[MsiVector(0)] [IrqAck(RegisterType.Mmio32, 0, 4, 1, {argument})]"),
        $"Use the name of a field or a readable property of type uint or int: 'MyDriver' has no such member '{name}'");

    [Fact]
    public Task TH1318_stride_of_the_class() => AnalyzerTest.Verify("""
        using TopHalf;
        [InterruptDriver] [IrqAck(RegisterType.Mmio32, 0, 4, 1, StrideFrom = {|TH1318:"Missing"|})]
        partial class MyDriver
        {
            [MsiVector(0, Count = 2)] void OnA(in Interrupt irq) { }
        }
        """);

    [Theory]
    [InlineData("Stride = 4, StrideFrom = {|TH1319:nameof(Step)|}", "Stride gives the same")]
    [InlineData("Index = {|TH1319:3|}", "it is written to the address register, and IndexOffset names none")]
    [InlineData("IndexStride = {|TH1319:3|}", "it is for the address register, and IndexOffset names none")]
    [InlineData("IndexOffset = {|TH1319:4|}", "the address register and the data register are two")]
    [InlineData("IndexOffset = {|TH1319:4|}, OffsetFrom = nameof(Start)", "the address register and the data register are two")]
    public Task TH1319_parts_that_do_not_fit(string argument, string why) => AnalyzerTest.Verify(
        Driver($"[MsiVector(0, Count = 2)] [IrqAck(RegisterType.Mmio32, 0, 4, 1, {argument})]"),
        $"Remove or correct this argument: {why}");

    [Fact]
    public Task TH1319_bar_of_a_structure() => AnalyzerTest.Verify(
        Driver("[MsiVector(0)] [IrqAck(RegisterType.Mmio32, {|TH1319:4|}, 4, 1, Structure = VirtioStructure.Device)]"),
        "Remove or correct this argument: the card tells in which BAR the structure is; write 0");

    [Fact]
    public Task TH1319_release_of_each_source() => AnalyzerTest.Verify(
        Driver("[MsiVector(0, Count = 2)] [IrqRelease(RegisterType.Mmio32, 0, 4, 1, Stride = {|TH1319:4|})]"),
        "Remove or correct this argument: the release is run once, not for each source");

    [Theory]
    [InlineData("IrqAck(RegisterType.Mmio32, 0, 4, 1, BitStride = {|TH1319:-1|})", "bits are counted upwards")]
    [InlineData("IrqAck(RegisterType.Mmio32, 0, 4, 1, BitStride = {|TH1319:32|})", "the register has 32 bits")]
    [InlineData("IrqAck(RegisterType.Mmio8, 0, 4, 1, BitStride = {|TH1319:3|})", "the 8 bits of the register are enough for index 2, and the last one is 3")]
    [InlineData("IrqAck(RegisterType.Mmio32, 0, 4, 0xF0, BitStride = {|TH1319:9|})", "the 32 bits of the register are enough for index 2, and the last one is 3")]
    [InlineData("StatusBank(RegisterType.Mmio32, 0, 4, 1, BitStride = {|TH1319:1|})", "the bits of a bank are its sources already")]
    [InlineData("IrqPending(RegisterType.Mmio32, 0, 4, 1, ReadClears = true, BitStride = {|TH1319:1|})", "the read clears the bits of all sources, and only one of them is handled")]
    [InlineData("IrqPending(RegisterType.Mmio32, 0, 4, 1), IrqAck(RegisterType.Mmio32, 0, 4, 1, Clear = IrqClear.Echo, BitStride = {|TH1319:1|})", "what is written back are the bits that were found, and those move by 0 from source to source")]
    [InlineData("IrqPending(RegisterType.Mmio32, 0, 4, 1, BitStride = 1), {|TH1319:IrqAck(RegisterType.Mmio32, 0, 4, 1, Clear = IrqClear.Echo)|}", "what is written back are the bits that were found, and those move by 1 from source to source")]
    [InlineData("IrqPending(RegisterType.Mmio32, 0, 4, 1, BitStride = {|TH1319:1|}), StatusBits(1)", "status bits tell the sources of this register apart, so its own do not move")]
    [InlineData("IrqRelease(RegisterType.Mmio32, 0, 4, 1, BitStride = {|TH1319:1|})", "the release is run once, not for each source")]
    public Task TH1319_bits_that_move(string attributes, string why) => AnalyzerTest.Verify(
        Driver($"[MsiVector(0, Count = 4)] [{attributes}]"),
        $"Remove or correct this argument: {why}");

    [Fact]
    public Task TH1319_bits_of_what_nobody_claims() => AnalyzerTest.Verify(
        Driver(
            "[MsiVector(0, Count = 2)] [StatusBits(1)] [IrqPending(RegisterType.Mmio32, 0, 4, 3)]",
            "[IrqUnclaimed(RegisterType.Mmio32, 0, 8, 3, BitStride = {|TH1319:1|})]"),
        "Remove or correct this argument: what no handler claims has no index");

    [Theory]
    [InlineData("Stride = {|TH1302:2|}", "0x2")]
    [InlineData("IndexOffset = {|TH1302:0x21|}", "0x21")]
    public Task TH1302_places(string argument, string shown) => AnalyzerTest.Verify(
        Driver($"[MsiVector(0, Count = 2)] [IrqAck(RegisterType.Mmio32, 0, 4, 1, {argument})]"),
        $"Use an offset that is a multiple of 4: a register of type Mmio32 cannot be at {shown}");

    [Theory]
    [InlineData("IrqAck(RegisterType.Mmio8, 0, 4, 1, IndexOffset = 0, Index = {|TH1303:0x100|})", "Index")]
    [InlineData("IrqDisable(RegisterType.Mmio8, 0, 4, 1, Modify = true, Preserve = {|TH1303:0x100|})", "Preserve")]
    public Task TH1303_wider(string attribute, string argument) => AnalyzerTest.Verify(
        Driver($"[MsiVector(0)] [{attribute}]"),
        $"Use a {argument} of at most 8 bits: 0x100 does not fit a register of type Mmio8");

    [Fact]
    public Task TH1308_structure() => AnalyzerTest.Verify(
        Driver("[MsiVector(0)] [IrqAck(RegisterType.Mmio32, 0, 4, 1, Structure = {|TH1308:(VirtioStructure)5|})]"),
        "Use a named value of VirtioStructure, one of None, Common, Notify, Isr, Device: it has none for 5");

    [Theory]
    [InlineData("IrqAck(RegisterType.Mmio32, 0, 4, 1, IndexOffset = {|TH1403:0x40|})")]
    [InlineData("StatusBank(RegisterType.Mmio32, 0, 4, 1, Clear = BankClear.EchoTo, ClearOffset = {|TH1403:0x40|})")]
    [InlineData("IrqAck(RegisterType.Mmio32, 0, {|TH1403:0x40|}, 1, OffsetFrom = nameof(Start))")]
    public Task TH1403_all_registers_of_a_descriptor(string attribute) => AnalyzerTest.Verify(
        Driver($"[MsiVector(0)] [{attribute}]", "[DeviceBar(0, 0x40)]"));

    /// <summary>In which BAR a structure is, nobody knows yet.</summary>
    [Fact]
    public Task A_structure_is_in_no_declared_bar() => AnalyzerTest.Verify(
        Driver("[MsiVector(0)] [IrqPending(RegisterType.Mmio8, 0, 0x40, 1, Structure = VirtioStructure.Isr)]", "[DeviceBar(0, 0x40, IsPort = true)]"));

    private static string Driver(string attributes, string ofClass = "") => $$"""
        using TopHalf;
        [InterruptDriver] {{ofClass}}
        partial class MyDriver : Base
        {
            private readonly uint Start = 4;
            private static int Step = 8;
            private const uint Constant = 4;
            private int Property { get; set; }
            private int WriteOnly { set { } }
            private string Text = "";
            private long Wide;
            private uint Method() => 0;
            private new string Hidden = "";
            {{attributes}} void OnDone(in Interrupt irq) { }
        }
        class Base
        {
            protected uint Inherited = 4;
            protected uint Hidden;
            private uint Own;
            public uint WriteOnlyForUs { private get; set; }
        }
        """;
}
