using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>TH1301 to TH1305 and TH1308: one descriptor by itself.</summary>
public sealed class DescriptorRuleTests
{
    [Theory]
    [InlineData("IrqPending(RegisterType.Mmio8, 5, 3, 0xFF, 0xFF)")]
    [InlineData("IrqPending(RegisterType.Mmio16, 0, 2, 0x8000)")]
    [InlineData("IrqAck(RegisterType.Mmio64, 0, 8, ulong.MaxValue)")]
    [InlineData("IrqAck(RegisterType.Mmio32, 0, 0, 0, Clear = IrqClear.AtSource)")]
    [InlineData("IrqDisable(RegisterType.Port32, 1, 4, 0xFFFF_FFFF, 0)] [IrqEnable(RegisterType.Port32, 1, 4, 0xFFFF_FFFF)")]
    [InlineData("IrqEnable(RegisterType.Port8, 1, 1, 0, 0)")]
    [InlineData("IrqRelease(RegisterType.Port16, 1, 0xFFFF_FFFE, 1)")]
    public Task Descriptors_that_are_right(string attribute)
        => AnalyzerTest.Verify(DriverSource.WithHandler($"[{attribute}]"));

    [Theory]
    [InlineData("IrqPending(RegisterType.Mmio8, {|TH1301:6|}, 0, 1)")]
    [InlineData("IrqRelease(bar: {|TH1301:6|}, type: RegisterType.Mmio8, mask: 1, offset: 0)")]
    public Task TH1301_bar(string attribute) => AnalyzerTest.Verify(
        DriverSource.WithHandler($"[{attribute}]"), "Use a BAR from 0 to 5: a PCI function has no BAR 6");

    [Theory]
    [InlineData("Mmio16", "{|TH1302:0x21|}", "0x21", 2)]
    [InlineData("Port16", "{|TH1302:0x21|}", "0x21", 2)]
    [InlineData("Mmio32", "{|TH1302:0x22|}", "0x22", 4)]
    [InlineData("Port32", "{|TH1302:6|}", "0x6", 4)]
    [InlineData("Mmio64", "{|TH1302:0x20 + 4|}", "0x24", 8)]
    public Task TH1302_offset(string type, string offset, string shown, int multiple) => AnalyzerTest.Verify(
        DriverSource.WithHandler($"[IrqEnable(RegisterType.{type}, 0, {offset}, 1)]"),
        $"Use an offset that is a multiple of {multiple}: a register of type {type} cannot be at {shown}");

    [Theory]
    [InlineData("Mmio8, 0, 0, {|TH1303:0x100|}", "mask", "0x100", 8, "Mmio8")]
    [InlineData("Port16, 0, 0, {|TH1303:0x1_0000|}", "mask", "0x10000", 16, "Port16")]
    [InlineData("Mmio32, 0, 0, 0xFF, value: {|TH1303:0x1_0000_0000|}", "value", "0x100000000", 32, "Mmio32")]
    public Task TH1303_wider_than_the_register(string fields, string field, string bits, int width, string type) => AnalyzerTest.Verify(
        DriverSource.WithHandler($"[IrqDisable(RegisterType.{fields})]"),
        $"Use a {field} of at most {width} bits: {bits} does not fit a register of type {type}");

    [Theory]
    [InlineData("IrqPending(RegisterType.Mmio32, 0, 0, 0x0F, {|TH1304:0x18|})", "0xF", "0x10")]
    [InlineData("IrqEnable(RegisterType.Mmio8, 0, 0, value: {|TH1304:3|}, mask: 2)", "0x2", "0x1")]
    [InlineData("IrqEnable(RegisterType.Mmio8, 0, 0, 0, {|TH1304:1|})", "0x0", "0x1")]
    public Task TH1304_value_outside_the_mask(string attribute, string mask, string outside) => AnalyzerTest.Verify(
        DriverSource.WithHandler($"[{attribute}]"),
        $"Use a value within the mask {mask}: the bits {outside} are outside it");

    [Theory]
    [InlineData("IrqPending(RegisterType.Mmio32, 0, 0, {|TH1305:0|})", "the interrupt is never pending")]
    [InlineData("IrqPending(RegisterType.Mmio32, 0, 0, {|TH1305:0|}, 0)", "the interrupt is always pending")]
    [InlineData("IrqAck(RegisterType.Mmio32, 0, 0, {|TH1305:0|})", "the value to write is 0 as well")]
    [InlineData("IrqAck(RegisterType.Mmio32, 0, 0, {|TH1305:0|}, 0, Clear = IrqClear.Modify)", "no bit is changed")]
    [InlineData("IrqRelease(RegisterType.Mmio32, 0, 0, {|TH1305:0|})", "the value to write is 0 as well")]
    public Task TH1305_mask_of_zero(string attribute, string consequence) => AnalyzerTest.Verify(
        DriverSource.WithHandler($"[{attribute}]"),
        $"Use a mask with the bits that matter: with a mask of 0 {consequence}");

    [Theory]
    [InlineData("IrqPending({|TH1308:(RegisterType)7|}, 0, 1, 1)", "RegisterType", 7, "Mmio8, Mmio16, Mmio32, Mmio64, Port8, Port16, Port32")]
    [InlineData("IrqAck(RegisterType.Mmio8, 0, 0, 1, Clear = {|TH1308:(IrqClear)4|})", "IrqClear", 4, "Constant, Echo, Modify, AtSource")]
    public Task TH1308_number_without_a_name(string attribute, string type, int number, string names) => AnalyzerTest.Verify(
        DriverSource.WithHandler($"[{attribute}]"), $"Use a named value of {type}, one of {names}: it has none for {number}");

    [Fact]
    public Task A_port_type_of_64_bits_is_CSharps_to_reject() => AnalyzerTest.Verify(
        DriverSource.WithHandler("[IrqPending(RegisterType.{|CS0117:Port64|}, 0, 0, 1)]"));

    [Theory]
    [InlineData("[{|CS0592:IrqAck|}(RegisterType.Mmio8, 0, 0, 1)] int Done => 0;")]
    [InlineData("[{|CS0592:IrqAck|}(RegisterType.Mmio8, 0, 0, 1)] int _done = 0;")]
    [InlineData("[{|CS0592:MsiVector|}(1)] MyDriver() { }")]
    [InlineData("[return: {|CS0592:IrqAck|}(RegisterType.Mmio8, 0, 0, 1)] int Done() => 0;")]
    [InlineData("void Done([{|CS0592:IrqAck|}(RegisterType.Mmio8, 0, 0, 1)] int a) { }")]
    [InlineData("[{|CS0592:DeviceBar|}(0, 16)] void Done() { }")]
    public Task What_is_no_method_is_CSharps_to_reject(string member) => AnalyzerTest.Verify(
        DriverSource.WithMembers("[MsiVector(0)] void OnDone(in Interrupt irq) { }\n" + member));

    [Fact]
    public Task Faults_of_the_class_are_said_once() => AnalyzerTest.Verify("""
        using TopHalf;
        [InterruptDriver]
        [IrqDisable(RegisterType.Mmio32, {|TH1301:9|}, {|TH1302:2|}, {|TH1305:0|})]
        partial class MyDriver
        {
            [MsiVector(0)] void OnA(in Interrupt irq) { }
            [MsiVector(1)] void OnB(in Interrupt irq) { }
        }
        """);

    [Fact]
    public Task Two_pending_registers_are_CSharps_to_reject() => AnalyzerTest.Verify(DriverSource.WithHandler(
        "[IrqPending(RegisterType.Mmio8, 0, 0, 1)] [{|CS0579:IrqPending|}(RegisterType.Mmio8, 0, 1, 1)]"));

    [Theory]
    [InlineData("IrqAck")]
    [InlineData("IrqDisable")]
    [InlineData("IrqEnable")]
    [InlineData("IrqRelease")]
    public async Task Several_writes_of_a_role_are_in_their_order(string role)
    {
        string attributes = $"[{role}(RegisterType.Mmio8, 0, 0, 1)] [{role}(RegisterType.Mmio8, 0, 1, 1)]" + (role == "IrqDisable" ? " [IrqEnable(RegisterType.Mmio8, 0, 2, 1)]" : "");
        await AnalyzerTest.Verify(DriverSource.WithHandler(attributes));
        await AnalyzerTest.Verify(DriverSource.WithClassAttributes(attributes));
    }
}
