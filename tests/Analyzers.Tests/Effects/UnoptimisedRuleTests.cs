using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>TH2090: boxes that the optimising compiler leaves out.</summary>
public sealed class UnoptimisedRuleTests
{
    private const string Members = """
        private DayOfWeek _day; private Part _part;
        private static bool IsNull<T>(T value) => value is null;
        private static bool EqualsNull<T>(T value) => value == null;
        private static bool IsRun<T>(T value) => value is IRun;
        private static void Run<T>(T value) where T : IRun => value.Run();
        private static int Cost<T>() where T : IRun => T.Equals(1, 2) ? T.Cost(1) : 0;
        """;

    private const string Types = """
        internal interface IRun { void Run() { } static virtual int Cost(int n) => n; static virtual bool Equals(int a, int b) => a == b; }
        internal struct Part : IRun { public int X; }
        """;

    [Theory]
    [InlineData("if (_day.{|TH2090:HasFlag|}(DayOfWeek.Friday)) { }")]
    [InlineData("if (_part.{|TH2090:GetType|}() == typeof(Part)) { }")]
    [InlineData("if ({|TH2090:IsNull|}(_part) || {|TH2090:EqualsNull|}(_part)) { }")]
    [InlineData("if (ReferenceEquals({|TH2090:_part|}, null)) { }")]
    [InlineData("{|TH2090:Run|}(_part);")]
    public Task Boxed_where_code_is_not_optimised(string body) => AnalyzerTest.Verify(EffectSource.Handler(body, Members, Types));

    [Theory]
    [InlineData("if ((_day & DayOfWeek.Friday) != 0) { }")]
    [InlineData("if (Cost<Part>() > 0) { }")]
    [InlineData("if (IsNull(\"x\") || EqualsNull(\"x\") || IsRun(_part) || IsRun(3)) { }")]
    public Task Never_boxed(string body) => AnalyzerTest.Verify(EffectSource.Handler(body, Members, Types));

    [Fact]
    public Task Code_that_is_always_optimised() => AnalyzerTest.Verify(EffectSource.Handler(
        "Fast();",
        Members + "[System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.AggressiveOptimization)] private bool Fast() => _day.HasFlag(DayOfWeek.Friday);",
        Types));
}
