using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>What C# rejects already gets no second message from us, and makes neither generator nor analyzers stumble.</summary>
public sealed class MalformedAttributeTests
{
    [Theory]
    [InlineData("[MsiVector]")]
    [InlineData("[MsiVector(]")]
    [InlineData("[MsiVector()]")]
    [InlineData("[MsiVector(1, 2)]")]
    [InlineData("[MsiVector(\"0\")]")]
    [InlineData("[MsiVector(0x1_0000_0000)]")]
    [InlineData("[MsiVector(0, Count = \"1\")]")]
    [InlineData("[MsiVector(0, Count = 0x1_0000_0000)]")]
    [InlineData("[MsiVector(0, Missing = 1)]")]
    [InlineData("[MsiVector(0, Vector = 1)]")]
    [InlineData("[MsiVector(0, Thread = 1)]")]
    [InlineData("[MsiVector(Missing)]")]
    [InlineData("[MsiVector(count: 1)]")]
    [InlineData("[MsiVector(0)] [IrqPending]")]
    [InlineData("[MsiVector(0)] [IrqPending(RegisterType.Mmio32)]")]
    [InlineData("[MsiVector(0)] [IrqPending(bar: 0)]")]
    [InlineData("[MsiVector(0)] [IrqPending(RegisterType.Missing, 0, 0, 1)]")]
    [InlineData("[MsiVector(0)] [IrqPending((RegisterType)300, 0, 0, 1)]")]
    [InlineData("[MsiVector(0)] [IrqPending(RegisterType.Mmio32, 256, 0, 1)]")]
    [InlineData("[MsiVector(0)] [IrqPending(RegisterType.Mmio32, 0, -4, 1)]")]
    [InlineData("[MsiVector(0)] [IrqPending(RegisterType.Mmio32, 0, 0, -1)]")]
    [InlineData("[MsiVector(0)] [IrqPending(RegisterType.Mmio32, 0, 0, 1, null)]")]
    [InlineData("[MsiVector(0)] [IrqPending(RegisterType.Mmio32, 0, 0, 1, ReadClears = 1)]")]
    [InlineData("[MsiVector(0)] [IrqAck(RegisterType.Mmio32, 0, 0, 1, Clear = 2)]")]
    [InlineData("[MsiVector(0)] [IrqAck(RegisterType.Mmio32, 0, 0, 1, Clear = IrqClear.Missing)]")]
    [InlineData("[MsiVector(0)] [IrqDescriptor(RegisterType.Mmio32, 0, 0, 1)]")]
    public async Task On_a_handler(string attributes)
        => AllFromCSharp(await AnalyzerTest.Report(
            DriverSource.WithMembers($"{attributes} private void OnDone(in Interrupt irq) {{ }}"), ProjectOptions.Default));

    [Theory]
    [InlineData("[InterruptDriver(1)]")]
    [InlineData("[InterruptDriver(VendorId = 0x10000)]")]
    [InlineData("[InterruptDriver(VendorId = \"8086\")]")]
    [InlineData("[InterruptDriver(Missing = 1)]")]
    [InlineData("[InterruptDriver] [IrqDisable(1)]")]
    public async Task On_the_class(string attributes)
        => AllFromCSharp(await AnalyzerTest.Report(
            $"using TopHalf;\n{attributes} partial class MyDriver {{ [MsiVector(0)] void OnDone(in Interrupt irq) {{ }} }}",
            ProjectOptions.Default));

    private static void AllFromCSharp(string[] reported)
    {
        Assert.NotEmpty(reported);
        Assert.All(reported, static id => Assert.StartsWith("CS", id, StringComparison.Ordinal));
    }
}
