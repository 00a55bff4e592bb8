using System.Text.RegularExpressions;

namespace TopHalf.Package.Tests;

/// <summary>
/// A compiler that cannot load the compiler side. None can be had here: the property by which the SDK tells its compiler's version says that
/// it is an old one, and all that the package makes of that is seen.
/// </summary>
public sealed partial class OldCompilerTests(Packages packages)
{
    [Fact]
    public void Gets_one_warning_with_a_link_and_no_analyzer()
    {
        string folder = packages.Create("old-compiler", static _ => "System.Console.WriteLine(typeof(TopHalf.Bar));");
        string output = Sdk.Succeed(folder, "build", "-nologo", "-p:CompilerApiVersion=roslyn4.13", "-p:TreatWarningsAsErrors=false", "-v:detailed");

        // Told where it happens and once more at the end, as builds do.
        string warning = Assert.Single(Warning().Matches(output).Select(static match => match.Value).Distinct());
        Assert.StartsWith("warning TH9001: ", warning, StringComparison.Ordinal);
        Assert.Contains("Roslyn 4.14, which is in the .NET SDK 9.0.300, and this compiler is 4.13", warning, StringComparison.Ordinal);
        Assert.Contains("docs/rules/TH9001.md", warning, StringComparison.Ordinal);
        Assert.DoesNotContain("/analyzer:" + packages.Restored + "/tophalf", output, StringComparison.OrdinalIgnoreCase);
    }

    [GeneratedRegex(@"\bwarning [A-Z]+\d+: .*?TH\d+\.md|\bwarning [A-Z]+\d+: .*")]
    private static partial Regex Warning();

    [Theory]
    [InlineData("roslyn4.14")]
    [InlineData("roslyn5.0")]
    [InlineData("")]
    public void Is_not_one_that_is_new_enough_or_unknown(string version)
    {
        string folder = packages.Create("new-compiler" + version);
        Sdk.Succeed(folder, "build", "-nologo", $"-p:CompilerApiVersion={version}");
    }
}
