using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>Methods and classes as programs write them: long, with no end of variables, cases and fields.</summary>
public sealed class LargeMethodTests
{
    private const int Many = 3000;

    [Fact]
    public Task Statements() => Expect(Lines(static i => $"_a[{i}] = _n; if (_n > {i}) {{ _n--; }}"), "_last = {|TH2001:new object()|};");

    [Fact]
    public Task Variables_that_are_delegates() => Expect(
        Lines(static i => $"Action a{i} = _known; a{i}();"), "_last = {|TH2001:new object()|};");

    [Fact]
    public Task Variables_that_depend_on_each_other_in_a_loop() => Expect(
        $"int x{Many} = 0; {Lines(static i => $"int x{i} = 0;")} for (int i = 0; x0 < 10; i++) {{ {Lines(static i => $"x{i} = x{i + 1};")} x{Many} = i; }}",
        "_last = {|TH2001:new object()|};");

    [Fact]
    public Task Cases() => Expect(
        $"switch (_n) {{ {Lines(static i => $"case {i}: _a[{i}] = 1; break;")} }}", "_last = {|TH2001:new object()|};");

    [Fact]
    public Task A_loop_around_cases() => Expect(
        $"for (int i = 0; i < 3; i++) {{ switch (_n) {{ {Lines(static i => $"case {i}: _a[{i}] = 1; continue;")} }} }}", "_last = {|TH2001:new object()|};");

    [Fact]
    public Task Jumps() => Expect(
        Lines(static i => $"L{i}: if (_n == {i}) {{ goto L{i + 1}; }}") + $" L{Many}: ", "_last = {|TH2001:new object()|};");

    [Fact]
    public Task Handled_tasks() => Expect(
        Lines(static i => $"if (_tasks[{i}].IsCompleted) {{ _n = _tasks[{i}].Result; }}"), "_last = {|TH2001:new object()|};");

    [Fact]
    public Task Fields_with_lambdas() => AnalyzerTest.Verify(EffectSource.Handler(
        Lines(static i => $"_f{i}();") + "_last = {|TH2001:new object()|};",
        "private object? _last; private static int _n; " + Lines(static i => $"private static readonly Action _f{i} = static () => _n++;")));

    [Fact]
    public async Task Constructors()
    {
        string source = EffectSource.Handler(
            Lines(static _ => "new Large();"),
            types: $"internal sealed class Large {{ {Lines(static i => $"private int _f{i} = {i};")} private object _o = new(); }}");
        Assert.Equal(2 * Many, (await AnalyzerTest.Report(source, ProjectOptions.Default)).Count(static id => id == "TH2001"));
    }

    private static Task Expect(string body, string end) => AnalyzerTest.Verify(EffectSource.Handler(
        body + end,
        """
        private static readonly Action _known = static () => _count++;
        private static int _count;
        private readonly int[] _a = new int[10_000];
        private readonly Task<int>[] _tasks = new Task<int>[10_000];
        private object? _last;
        private int _n;
        """));

    private static string Lines(Func<int, string> line) => string.Join("\n", Enumerable.Range(0, Many).Select(line));
}
