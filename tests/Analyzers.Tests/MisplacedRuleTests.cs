using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>TH1012: attributes where nothing reads them.</summary>
public sealed class MisplacedRuleTests
{
    [Fact]
    public Task TH1012_method_of_another_class() => AnalyzerTest.Verify(
        """
        using TopHalf;
        class NoDriver
        {
            [{|TH1012:MsiVector(0)|}]
            [IrqPending(RegisterType.Mmio8, 0, 0, 1)]
            void OnDone(in Interrupt irq) { }

            [MsiVector(1)]
            void OnError(in Interrupt irq) { }
        }
        """,
        "Mark the class with [InterruptDriver] or remove [MsiVector]: it is read on a driver class and its methods only");

    [Theory]
    [InlineData("[{|TH1012:IrqRelease(RegisterType.Mmio8, 0, 0, 1)|}] class NoDriver { }")]
    [InlineData("[{|TH1012:DeviceBar(0, 16)|}] class NoDriver { [MsiVector(0)] void OnDone(in Interrupt irq) { } }")]
    [InlineData("struct NoDriver { [{|TH1012:MsiVector(0)|}] void OnDone(in Interrupt irq) { } }")]
    [InlineData("interface INoDriver { [{|TH1012:MsiVector(0)|}] void OnDone(in Interrupt irq); }")]
    [InlineData("class NoDriver { int Done { [{|TH1012:MsiVector(0)|}] get => 0; } }")]
    [InlineData("partial class NoDriver { [{|TH1012:MsiVector(0)|}] partial void OnDone(in Interrupt irq); partial void OnDone(in Interrupt irq) { } }")]
    public Task TH1012_elsewhere(string type) => AnalyzerTest.Verify("using TopHalf;\n" + type);

    [Fact]
    public Task TH1012_class_inside_a_driver() => AnalyzerTest.Verify(DriverSource.WithMembers("""
        [MsiVector(0)] void OnDone(in Interrupt irq) { }
        class Inner { [{|TH1012:MsiVector(1)|}] void OnDone(in Interrupt irq) { } }
        """));

    [Fact]
    public Task TH1012_base_class_of_a_driver() => AnalyzerTest.Verify("""
        using TopHalf;
        class Base { [{|TH1012:IrqAck(RegisterType.Mmio8, 0, 0, 1)|}] protected void OnBase(in Interrupt irq) { } }
        [InterruptDriver] partial class MyDriver : Base { [MsiVector(0)] void OnDone(in Interrupt irq) { } }
        """);

    [Fact]
    public Task TH1012_local_function_and_lambda() => AnalyzerTest.Verify(DriverSource.WithMembers("""
        [MsiVector(0)] void OnDone(in Interrupt irq)
        {
            Local(in irq);
            [{|TH1012:MsiVector(1)|}] void Local(in Interrupt inner) { }
            System.Action lambda = {|TH5003:[{|TH1012:MsiVector(2)|}] () =>|} { };
        }
        """));
}
