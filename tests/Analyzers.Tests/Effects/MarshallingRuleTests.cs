using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>TH2016: arguments and results that are copied for native code.</summary>
public sealed class MarshallingRuleTests
{
    [Theory]
    [InlineData("int", "string text", "\"x\"")]
    [InlineData("int", "System.Text.StringBuilder text", "null!")]
    [InlineData("int", "string[] texts", "null!")]
    [InlineData("int", "Action done", "null!")]
    [InlineData("string", "int n", "1")]
    public Task Marshalled(string result, string parameter, string argument) => AnalyzerTest.Verify(EffectSource.Handler(
        $"{{|TH2016:Call|}}({argument});", Import("", result, parameter)));

    [Theory]
    [InlineData("int", "int n", "1")]
    [InlineData("void", "Point point", "default")]
    [InlineData("nint", "nint n", "0")]
    [InlineData("int", "byte[] bytes", "_bytes")]
    [InlineData("DayOfWeek", "ref int n", "ref _n")]
    public Task Not_marshalled(string result, string parameter, string argument) => AnalyzerTest.Verify(EffectSource.Handler(
        $"Call({argument});", Import("", result, parameter) + "private byte[] _bytes = new byte[1]; private int _n;", "internal struct Point { public int X; }"));

    private static string Import(string arguments, string result, string parameter) =>
        $"[System.Runtime.InteropServices.DllImport(\"c\"{arguments}), System.Runtime.InteropServices.SuppressGCTransition] private static extern {result} Call({parameter});";
}
