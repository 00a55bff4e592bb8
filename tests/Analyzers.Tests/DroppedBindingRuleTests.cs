using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>A binding that is thrown away.</summary>
public sealed class DroppedBindingRuleTests
{
    [Fact]
    public Task A_call_as_a_statement() => AnalyzerTest.Verify(
        In("driver.{|TH1014:EnableInterrupts|}(device); driver?.{|TH1014:EnableInterrupts|}(device); {|TH1014:Open|}(driver); if (device != null) Open(driver).{|TH1014:Again|}();"),
        Message("EnableInterrupts"), Message("EnableInterrupts"), Message("Open"), Message("Again"));

    [Fact]
    public Task The_result_of_a_method_or_lambda_without_one() => AnalyzerTest.Verify(
        In("Action a = () => { driver.{|TH1014:EnableInterrupts|}(device); }; void Local() => driver.{|TH1014:EnableInterrupts|}(device); Local(); a();"));

    [Theory]
    [InlineData("using InterruptBinding b = driver.EnableInterrupts(device);")]
    [InlineData("InterruptBinding b = driver.EnableInterrupts(device); b.Dispose();")]
    [InlineData("using (driver.EnableInterrupts(device)) { }")]
    [InlineData("_ = driver.EnableInterrupts(device);")]
    [InlineData("_kept = driver.EnableInterrupts(device);")]
    [InlineData("_kept ??= driver.EnableInterrupts(device);")]
    [InlineData("driver.EnableInterrupts(device).Dispose();")]
    [InlineData("driver.EnableInterrupts(device).Completion.Wait();")]
    [InlineData("Take(driver.EnableInterrupts(device));")]
    [InlineData("Func<InterruptBinding> f = () => driver.EnableInterrupts(device); _kept = f();")]
    [InlineData("Action a = () => driver.EnableInterrupts(device); a();")] // Throws(() => …)
    [InlineData("driver.ToString();")]
    public Task One_that_is_kept(string statement) => AnalyzerTest.Verify(In(statement));

    private static string In(string statements) => $$"""
        using System;
        using TopHalf;

        internal static class Program
        {
            private static InterruptBinding _kept;

            public static void Start(Driver driver, PciDevice device)
            {
                {{statements}}
            }

            private static InterruptBinding Open(Driver driver) => driver.EnableInterrupts(null);

            private static InterruptBinding Again(this InterruptBinding binding) => binding;

            private static void Take(InterruptBinding binding) => _kept = binding;
        }

        internal sealed class Driver
        {
            public InterruptBinding EnableInterrupts(PciDevice device) => throw new NotSupportedException();
        }
        """;

    private static string Message(string method)
        => $"Keep the InterruptBinding that '{method}' returns: without it nobody ends the handlers, or learns that one threw";
}
