using TopHalf.CompilerTesting;
using TopHalf.CompilerTesting.Fire;

namespace TopHalf.Analyzers.Tests;

/// <summary>Constructs that are nested as deeply as C# itself can read them, and far beyond.</summary>
[Collection("Deep stacks")]
public sealed class NestingTests
{
    [Fact]
    public async Task Ten_thousand_terms()
    {
        string sum = string.Join(" + ", Enumerable.Repeat("_n", 10_000));
        Assert.Equal(
            ["TH2002"],
            await AnalyzerTest.Report(EffectSource.Handler($"_n = {sum} + new byte[1].Length;", "private int _n;"), ProjectOptions.Default));
    }

    [Fact]
    public async Task Ten_thousand_strings()
    {
        string sum = string.Join(" + ", Enumerable.Repeat("_s", 10_000));
        Assert.Equal(["TH2006"], await AnalyzerTest.Report(EffectSource.Handler($"_s = {sum};", "private string _s = \"\";"), ProjectOptions.Default));
    }

    /// <summary>How much stack is left is the caller's affair: the same is said on a thread that has hardly any.</summary>
    [Theory]
    [InlineData("_n = _n", " + _n", " + new byte[1].Length;", "TH2002")]
    [InlineData("_b = _b", " && _b", " && new byte[1].Length > 0;", "TH2002")]
    [InlineData("_s = _s", " + _s", ";", "TH2006")]
    public void On_a_small_stack(string before, string term, string after, string rule)
    {
        // Where null counts, the compiler itself takes most of a minute.
        string source = EffectSource.Handler(
            before + string.Concat(Enumerable.Repeat(term, 10_000)) + after, "\n#nullable disable\nprivate int _n; private bool _b; private string _s = \"\";");
        string[] told = [];
        Barrage.RunDeep(
            () =>
            {
                string[] all = EveryRoot.Tell(DriverProject.Create(EveryRoot.Options, source));
                told = [.. all.Where(static t => t.Contains("OnRx", StringComparison.Ordinal))];
            },
            stackSize: 256 << 10);
        Assert.Equal([rule], told.Select(static t => t[..6]));
    }

    [Theory]
    [InlineData("_n = ", "(", "new byte[1].Length", ")", ";")]
    [InlineData("_n = ", "_b ? 1 : ", "new byte[1].Length", "", ";")]
    [InlineData("_n = ", "_b ? ", "new byte[1].Length", " : 2", ";")]
    [InlineData("_n = ", "F(", "new byte[1].Length", ")", ";")]
    [InlineData("_n = ", "-", "new byte[1].Length", "", ";")]
    [InlineData("_b = ", "_b && (", "new byte[1].Length > 0", ")", ";")]
    [InlineData("_b = ", "", "new byte[1].Length > 0", " && _b", ";")]
    [InlineData("", "if (_b) { ", "_n = new byte[1].Length;", " }", "")]
    [InlineData("", "if (_b) { } else ", "_n = new byte[1].Length;", "", "")]
    [InlineData("", "for (int i = 0; i < 3; i++) ", "_n = new byte[1].Length;", "", "", "i")]
    [InlineData("", "{ ", "throw new Exception();", " }", "")]
    [InlineData("", "try { ", "_n = new byte[1].Length;", " } finally { }", "")]
    [InlineData("", "lock (this) ", "_n = new byte[1].Length;", "", "")]
    [InlineData("", "Run(() => ", "Run(() => _n = new byte[1].Length)", ")", ";")]
    [InlineData("", "Run(() => { ", "_n = new byte[1].Length;", " });", "")]
    [InlineData("", "void L() { ", "_n = new byte[1].Length;", " L(); }", "", "L")]
    [InlineData("object o = ", "new object[] { ", "new byte[1].Length", " }", ";")]
    [InlineData("object o = ", "new List<object> { ", "1", " }", ";")]
    [InlineData("Deep d = ", "new Deep { Next = ", "null", " }", ";")]
    [InlineData("_d = _d", "", "", ".Next", ";")]
    [InlineData("_d = _d", "", "", "?.Next", ";")]
    [InlineData("_d = _d", "", "", ".Call()", ";")]
    [InlineData("_b = _d is ", "{ Next: ", "null", " }", ";")]
    [InlineData("_b = _n is ", "not ", "1", "", ";")]
    [InlineData("_b = _n is ", "(", "1", " or 2)", ";")]
    [InlineData("_n = ", "_n switch { 1 => ", "new byte[1].Length", ", _ => 0 }", ";")]
    [InlineData("_s = ", "$\"{", "_n", "}\"", ";")]
    [InlineData("_d = ", "_d ?? (", "new Deep()", ")", ";")]
    [InlineData("var t = ", "(1, ", "new byte[1].Length", ")", ";")]
    [InlineData("int[] a = ", "[.. ", "new int[1]", "]", ";")]
    [InlineData("", "List<", "int", ">", " x = null!;")]
    [InlineData("_n = a", "[", "0", "]", ";")]
    [InlineData("_n = ", "_n = ", "new byte[1].Length", "", ";")]
    [InlineData("", "switch (_n) { case 1: ", "_n = new byte[1].Length;", " break; }", "")]
    [InlineData("", "while (_b) { _b = false; ", "_n = new byte[1].Length;", " }", "")]
    [InlineData("_n = ", "checked(", "_n + 1", ")", ";")]
    [InlineData("_n = ", "(int)(long)", "new byte[1].Length", "", ";")]
    [InlineData("_n = unchecked(", "", "_n", " + _n", ");")]
    [InlineData("Action x = ", "() => () => ", "1", "", ";")]
    [InlineData("", "", "", "_n++; ", "")]
    public void Nested(string before, string open, string middle, string close, string after, string variable = "")
    {
        // Roslyn's own time doubles with each level of some of these, nested interpolations above all.
        foreach (int depth in new[] { 3, 9 })
        {
            string Repeat(string text) => string.Concat(Enumerable.Range(0, depth).Select(i =>
                variable.Length == 0 ? text : text.Replace($" {variable}", $" {variable}{i}", StringComparison.Ordinal)
                    .Replace($"{variable}++", $"{variable}{i}++", StringComparison.Ordinal)));
            string source = EffectSource.Handler(
                before + Repeat(open) + middle + Repeat(close) + after,
                "private int _n; private bool _b; private string _s = \"\"; private Deep? _d; private static int F(int n) => n; private static void Run(Action a) => a();",
                "internal sealed class Deep { public Deep? Next; public Deep? Call() => Next; }");
            // Roslyn itself needs a larger stack for some of these; the analyzers run on threads with a small one.
            Barrage.RunDeep(() => EveryRoot.Analyze(DriverProject.Create(EveryRoot.Options, source)));
        }
    }
}
