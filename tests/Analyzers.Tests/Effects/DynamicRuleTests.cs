using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>TH2014 and TH2015: what is bound at run time, and expression trees.</summary>
public sealed class DynamicRuleTests
{
    private const string Members = """
        private dynamic _d = ""; private object? _o; private int _n;
        private static void Query(System.Linq.Expressions.Expression<Func<int, bool>> test) { }
        """;

    [Theory]
    [InlineData("_d.{|TH2014:Run|}(); _d.{|TH2014:Count|} = 1; _o = {|TH2014:_d[0]|}; _n = {|TH2014:_d|}; {|TH2014:_d++|}; {|TH2014:_d += 1|}; if ({|TH2014:_d|}) { } _o = {|TH2014:-_d|};")]
    [InlineData("_o = {|TH2014:_d + 1|};")]
    public Task Bound_at_run_time(string body) => AnalyzerTest.Verify(EffectSource.Handler(body, Members));

    [Theory]
    [InlineData("_o = _d; _d = _o; _d = \"x\";")]
    public Task Not_bound(string body) => AnalyzerTest.Verify(EffectSource.Handler(body, Members));

    [Fact]
    public Task A_value_as_dynamic_is_boxed() => AnalyzerTest.Verify(EffectSource.Handler("_d = {|TH2003:_n|};", Members));

    [Theory]
    [InlineData("System.Linq.Expressions.Expression<Func<int, int>> twice = {|TH2015:n =>|} 2 * n; int x = irq.Vector; Query({|TH2015:n =>|} n > x);")]
    public Task Expression_trees(string body) => AnalyzerTest.Verify(EffectSource.Handler(body, Members));
}
