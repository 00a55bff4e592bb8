using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>TH1110 and TH1111: the methods for what the kernel tells of the device.</summary>
public sealed class DeviceEventRuleTests
{
    [Theory]
    [InlineData("[DeviceRequest] void OnRequest() { } [DeviceError] private static void OnError() { }")]
    [InlineData("[DeviceRequest, DeviceError] public void OnEnd() { }")]
    [InlineData("[DeviceRequest] partial void OnRequest(); partial void OnRequest() { }")]
    public Task Methods_that_are_right(string members) => AnalyzerTest.Verify(Driver(members));

    [Theory]
    [InlineData("[DeviceRequest] bool {|TH1110:OnEnd|}() => true;", "DeviceRequest")]
    [InlineData("[DeviceError] void {|TH1110:OnEnd|}(int code) { }", "DeviceError")]
    [InlineData("[DeviceError] void {|TH1110:OnEnd|}<T>() { }", "DeviceError")]
    [InlineData("[DeviceRequest] async void {|TH1110:OnEnd|}() => await System.Threading.Tasks.Task.Yield();", "DeviceRequest")]
    public Task TH1110_signature(string member, string attribute) => AnalyzerTest.Verify(
        Driver(member), $"Write 'void OnEnd()', not async and with a body: [{attribute}] is called without arguments, and the binding ends when it has returned");

    [Fact]
    public Task TH1110_async_part() => AnalyzerTest.Verify(Driver(
        "[DeviceRequest] private partial void {|TH1110:OnEnd|}(); private async partial void OnEnd() => await System.Threading.Tasks.Task.Yield();"));

    [Fact]
    public Task TH1111_twice() => AnalyzerTest.Verify(
        Driver("[DeviceRequest] void OnA() { } [{|TH1111:DeviceRequest|}] void OnB() { } [DeviceError] void OnC() { }"),
        "Remove this [DeviceRequest] and call the method from 'OnA': an event of the device has one method");

    [Fact]
    public Task TH1012_outside_a_driver() => AnalyzerTest.Verify(
        "using TopHalf; class A { [{|TH1012:DeviceRequest|}] void OnRequest() { } } class B { [{|TH1012:DeviceError|}] void OnError() { } }");

    private static string Driver(string members) => DriverSource.WithMembers("[MsiVector(0)] void OnDone(in Interrupt irq) { } " + members);
}
