using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>TH1310: descriptors of the class that stand in for no handler.</summary>
public sealed class SharedRuleTests
{
    [Theory]
    [InlineData("IrqPending")]
    [InlineData("IrqAck")]
    [InlineData("IrqDisable")]
    [InlineData("IrqEnable")]
    public Task TH1310_every_handler_has_its_own(string role) => AnalyzerTest.Verify(
        Driver($"[{{|TH1310:{role}(RegisterType.Mmio8, 0, 0, 1)|}}]" + Unmasked(role), $"[{role}(RegisterType.Mmio8, 0, 1, 1)]", $"[{role}(RegisterType.Mmio8, 0, 2, 1)]"),
        $"Remove [{role}] from 'MyDriver', or the handlers' own descriptors: no handler of the class is left that it applies to");

    [Theory]
    [InlineData("[IrqPending(RegisterType.Mmio8, 0, 1, 1, ReadClears = true)]", "[IrqPending(RegisterType.Mmio8, 0, 2, 1, ReadClears = true)]")]
    [InlineData("[IrqPending(RegisterType.Mmio8, 0, 1, 1, ReadClears = true)]", "[IrqAck(RegisterType.Mmio8, 0, 2, 1, Clear = IrqClear.AtSource)]")]
    public Task TH1310_acknowledged_by_the_read(string first, string second) => AnalyzerTest.Verify(
        Driver("[{|TH1310:IrqAck(RegisterType.Mmio8, 0, 0, 1)|}]", first, second));

    [Theory]
    [InlineData("IrqPending")]
    [InlineData("IrqAck")]
    [InlineData("IrqDisable")]
    [InlineData("IrqEnable")]
    public Task One_handler_without_is_enough(string role) => AnalyzerTest.Verify(
        Driver($"[{role}(RegisterType.Mmio8, 0, 0, 1)]" + Unmasked(role), $"[{role}(RegisterType.Mmio8, 0, 1, 1)]", ""));

    [Fact]
    public Task The_release_of_the_class_is_always_run() => AnalyzerTest.Verify(
        Driver("[IrqRelease(RegisterType.Mmio8, 0, 0, 1)]", "[IrqRelease(RegisterType.Mmio8, 0, 1, 1)]", "[IrqRelease(RegisterType.Mmio8, 0, 2, 1)]"));

    // What is masked is unmasked.
    private static string Unmasked(string role) => role == "IrqDisable" ? "[IrqEnable(RegisterType.Mmio8, 0, 9, 1)]" : "";

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
