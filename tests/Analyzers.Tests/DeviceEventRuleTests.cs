using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>TH1110 to TH1112: the methods for what the kernel tells of the device, and for its vectors.</summary>
public sealed class DeviceEventRuleTests
{
    [Theory]
    [InlineData("[DeviceRequest] void OnRequest() { } [DeviceError] private static void OnError() { }")]
    [InlineData("[DeviceRequest, DeviceError] public void OnEnd() { }")]
    [InlineData("[VectorsGranted] void OnVectors(InterruptBinding binding) { }")]
    [InlineData("[VectorsGranted, System.Obsolete] private static void OnVectors(TopHalf.InterruptBinding? binding) { }")]
    [InlineData("[DeviceRequest] partial void OnRequest(); partial void OnRequest() { }")]
    public Task Methods_that_are_right(string members) => AnalyzerTest.Verify(Driver(members));

    [Theory]
    [InlineData("[DeviceRequest] bool {|TH1110:OnEnd|}() => true;", "DeviceRequest")]
    [InlineData("[DeviceError] void {|TH1110:OnEnd|}(int code) { }", "DeviceError")]
    [InlineData("[DeviceError] void {|TH1110:OnEnd|}<T>() { }", "DeviceError")]
    [InlineData("[DeviceError, System.Runtime.InteropServices.UnmanagedCallersOnly] static void {|TH1110:OnEnd|}() { }", "DeviceError")]
    [InlineData("[DeviceRequest] async void {|TH1110:OnEnd|}() => await System.Threading.Tasks.Task.Yield();", "DeviceRequest")]
    public Task TH1110_signature(string member, string attribute) => AnalyzerTest.Verify(
        Driver(member), $"Write 'void OnEnd()', not async and not for native callers: [{attribute}] is called without arguments, and the binding ends when it has returned");

    [Theory]
    [InlineData("[VectorsGranted] void {|TH1112:OnVectors|}() { }")]
    [InlineData("[VectorsGranted] int {|TH1112:OnVectors|}(InterruptBinding binding) => 0;")]
    [InlineData("[VectorsGranted] void {|TH1112:OnVectors|}(in InterruptBinding binding) { }")]
    [InlineData("[VectorsGranted] void {|TH1112:OnVectors|}(PciDevice device) { }")]
    [InlineData("[VectorsGranted] void {|TH1112:OnVectors|}(InterruptBinding binding, int count) { }")]
    [InlineData("[VectorsGranted] async void {|TH1112:OnVectors|}(InterruptBinding binding) => await System.Threading.Tasks.Task.Yield();")]
    public Task TH1112_signature(string member) => AnalyzerTest.Verify(
        Driver(member),
        "Write 'void OnVectors(InterruptBinding binding)', not async and not for native callers: [VectorsGranted] is called with the binding, and sources are unmasked when it has returned");

    [Fact]
    public Task TH1110_async_part() => AnalyzerTest.Verify(Driver(
        "[DeviceRequest] private partial void {|TH1110:OnEnd|}(); private async partial void OnEnd() => await System.Threading.Tasks.Task.Yield();"));

    [Theory]
    [InlineData("[DeviceRequest, System.Runtime.InteropServices.DllImport(\"lib\")] static {|TH1103:extern|} void OnEnd();", "Remove 'extern' from 'OnEnd' and give it a body: the handler is called directly in this class")]
    [InlineData("[DeviceRequest, DeviceError] {|TH1103:partial|} void OnEnd();", "Remove 'partial' from 'OnEnd' and give it a body: the handler is called directly in this class")]
    [InlineData("[DeviceError, {|TH1108:System.Diagnostics.Conditional(\"DEBUG\")|}] void OnEnd() { }", "Remove [Conditional] from 'OnEnd': the compiler leaves its call out of a build without the symbol, and what it handles would be lost")]
    [InlineData("[DeviceRequest, DeviceError, System.Diagnostics.CodeAnalysis.Experimental(\"CARD1\")] void {|TH1109:OnEnd|}() { }", "Move [Experimental] from 'OnEnd' to the class 'MyDriver': generated code calls the handler, which C# allows only in experimental code")]
    public Task What_no_handler_may_be(string member, string message) => AnalyzerTest.Verify(Driver(member), message);

    [Fact]
    public Task TH1103_abstract() => AnalyzerTest.Verify("""
        using TopHalf;
        [InterruptDriver] abstract partial class MyDriver
        {
            [MsiVector(0)] void OnDone(in Interrupt irq) { }
            [DeviceRequest] protected {|TH1103:abstract|} void OnRequest();
        }
        """);

    [Fact]
    public Task An_experimental_class_may_call_its_own() => AnalyzerTest.Verify("""
        using System.Diagnostics.CodeAnalysis;
        using TopHalf;
        [InterruptDriver, Experimental("CARD2")] partial class MyDriver
        {
            [MsiVector(0)] void OnDone(in Interrupt irq) { }
            [DeviceRequest, Experimental("CARD1")] void OnRequest() { }
        }
        """);

    [Fact]
    public Task TH1111_twice() => AnalyzerTest.Verify(
        Driver("[DeviceRequest] void OnA() { } [{|TH1111:DeviceRequest|}] void OnB() { } [DeviceError] void OnC() { } [VectorsGranted] void OnD(InterruptBinding binding) { }"),
        "Remove this [DeviceRequest] and call the method from 'OnA': an event of the device has one method");

    [Fact]
    public Task TH1012_outside_a_driver() => AnalyzerTest.Verify(
        "using TopHalf; class A { [{|TH1012:DeviceRequest|}] void OnRequest() { } } class B { [{|TH1012:DeviceError|}] void OnError() { } }");

    private static string Driver(string members) => DriverSource.WithMembers("[MsiVector(0)] void OnDone(in Interrupt irq) { } " + members);
}
