using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>TH1320: a source that an interrupt masks is unmasked by somebody.</summary>
public sealed class UnmaskRuleTests
{
    private const string Message = "Add [IrqEnable] for 'OnDone', with Once = true if the handler or a thread that it wakes unmasks the source: "
        + "nothing unmasks what this [IrqDisable] masks, and a second interrupt does not come";

    private const string Disable = "IrqDisable(RegisterType.Mmio32, 0, 0xD8, 7)";
    private const string Enable = "[IrqEnable(RegisterType.Mmio32, 0, 0xD0, 7)]";

    [Fact]
    public Task TH1320_own() => AnalyzerTest.Verify(DriverSource.WithHandler($"[{{|TH1320:{Disable}|}}]"), Message);

    [Fact]
    public Task TH1320_of_the_class_once_for_all_handlers() => AnalyzerTest.Verify(
        $"using TopHalf; [InterruptDriver] [{{|TH1320:{Disable}|}}] partial class A {{ [MsiVector(0)] void OnDone(in Interrupt irq) {{ }} [MsiVector(1)] void OnOther(in Interrupt irq) {{ }} }}",
        Message);

    [Fact]
    public Task TH1320_of_one_of_several_handlers() => AnalyzerTest.Verify(
        $"using TopHalf; [InterruptDriver] partial class A {{ [MsiVector(0)] [{Disable}] {Enable} void OnOther(in Interrupt irq) {{ }} [MsiVector(1)] [{{|TH1320:{Disable}|}}] void OnDone(in Interrupt irq) {{ }} }}",
        Message);

    [Theory]
    [InlineData("[" + Disable + "]" + Enable)]
    [InlineData("[" + Disable + "] [IrqEnable(RegisterType.Mmio32, 0, 0xD0, 7, Once = true)]")]
    [InlineData(Enable)]
    public Task Sources_that_are_unmasked(string attributes) => AnalyzerTest.Verify(DriverSource.WithHandler(attributes));

    [Fact]
    public Task One_of_the_class_unmasks_too() => AnalyzerTest.Verify(
        $"using TopHalf; [InterruptDriver] {Enable} partial class A {{ [MsiVector(0)] [{Disable}] void OnDone(in Interrupt irq) {{ }} }}");
}
