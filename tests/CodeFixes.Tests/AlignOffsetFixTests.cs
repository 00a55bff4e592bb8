namespace TopHalf.CodeFixes.Tests;

public sealed class AlignOffsetFixTests
{
    [Theory]
    [InlineData("Mmio32", "0x21", "0x20", 4)]
    [InlineData("Mmio16", "0xFF", "0xFE", 2)]
    [InlineData("Mmio64", "0x0000_0024u", "0x00000020", 8)]
    [InlineData("Port32", "7", "4", 4)]
    [InlineData("Mmio32", "0x20 + 2", "0x20", 4)]
    [InlineData("Mmio32", "Status", "0x20", 4)]
    public Task Rounded_down(string type, string before, string after, int multiple) => CodeFixTest.Verify(
        new AlignOffsetFix(),
        Driver($"RegisterType.{type}, 0, {{|TH1302:{before}|}}, 1"),
        Driver($"RegisterType.{type}, 0, {after}, 1"),
        $"Use the offset {after}, a multiple of {multiple}");

    [Fact]
    public Task Arguments_by_name() => CodeFixTest.Verify(
        new AlignOffsetFix(),
        Driver("mask: 1, offset: {|TH1302:0x26|} /* why */, bar: 0, type: RegisterType.Mmio32"),
        Driver("mask: 1, offset: 0x24 /* why */, bar: 0, type: RegisterType.Mmio32"));

    [Fact]
    public Task Of_the_address_register() => CodeFixTest.Verify(
        new AlignOffsetFix(),
        Driver("RegisterType.Mmio32, 0, 0, 1, IndexOffset = {|TH1302:0x22|}"),
        Driver("RegisterType.Mmio32, 0, 0, 1, IndexOffset = 0x20"));

    [Fact]
    public Task Not_a_stride() => CodeFixTest.VerifyNoFix(
        new AlignOffsetFix(), Driver("RegisterType.Mmio32, 0, 0, 1, Stride = {|TH1302:2|}"));

    private static string Driver(string arguments) => $$"""
        using TopHalf;
        [InterruptDriver]
        partial class MyDriver
        {
            private const uint Status = 0x22;
            [MsiVector(0)]
            [IrqAck({{arguments}})]
            void OnDone(in Interrupt irq) { }
        }
        """;
}
