using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>TH1008: names of generated members are taken.</summary>
public sealed class MemberRuleTests
{
    [Theory]
    [InlineData("public int {|TH1008:Manifest|};")]
    [InlineData("public int {|TH1008:Manifest|} => 1;")]
    [InlineData("void {|TH1008:Manifest|}(int a) { }")]
    [InlineData("class {|TH1008:Manifest|} { }")]
    [InlineData("int {|TH1008:EnableInterrupts|};")]
    [InlineData("void {|TH1008:EnableInterrupts|}(PciDevice device, InterruptOptions options) { }")]
    [InlineData("event System.Action {|TH1008:RunInterrupts|};")]
    [InlineData("void {|TH1008:RunInterrupts|}(PciDevice device, InterruptOptions options, System.Threading.CancellationToken stop) { }")]
    [InlineData("class {|TH1008:TopHalfDispatcher|} { }")]
    [InlineData("int {|TH1008:TopHalfDispatcher|} = 1;")]
    public Task TH1008_own_member(string member) => AnalyzerTest.Verify(
        DriverSource.WithMembers("#nullable disable\n" + member + "\n[MsiVector(0)] void OnDone(in Interrupt irq) { }"));

    [Theory]
    [InlineData("public void EnableInterrupts() { }")]
    [InlineData("public void EnableInterrupts(PciDevice device) { }")]
    [InlineData("public void EnableInterrupts<T>(PciDevice device, InterruptOptions? options) { }")]
    [InlineData("public void EnableInterrupts(ref PciDevice device, InterruptOptions? options) { }")]
    [InlineData("public void RunInterrupts(PciDevice device, int n) { }")]
    [InlineData("public void manifest() { }")]
    public Task Other_overloads_are_the_authors(string member) => AnalyzerTest.Verify(
        DriverSource.WithMembers(member + "\n[MsiVector(0)] void OnDone(in Interrupt irq) { }"));

    [Fact]
    public Task TH1008_the_class_itself() => AnalyzerTest.Verify(
        """
        using TopHalf;
        [InterruptDriver] public partial class {|TH1008:Manifest|} { [MsiVector(0)] void OnDone(in Interrupt irq) { } }
        """,
        "Rename 'Manifest': Manifest is generated into the driver class 'Manifest'");

    [Fact]
    public Task TH1008_inherited() => AnalyzerTest.Verify(
        """
        using TopHalf;
        public class Base { protected void EnableInterrupts(PciDevice device, InterruptOptions? options) { } private int Manifest => 1; }
        [InterruptDriver] public partial class {|TH1008:MyDriver|} : Base { [MsiVector(0)] void OnDone(in Interrupt irq) { } }
        """,
        "Rename 'EnableInterrupts': EnableInterrupts(PciDevice, InterruptOptions) is generated into the driver class 'MyDriver'");

    [Fact]
    public Task What_is_generated_can_implement_an_interface() => AnalyzerTest.Verify("""
        using TopHalf;
        public interface IDriver { InterruptBinding EnableInterrupts(PciDevice device, InterruptOptions? options = null); }
        [InterruptDriver] public partial class MyDriver : IDriver { [MsiVector(0)] void OnDone(in Interrupt irq) { } }
        """);
}
