using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using TopHalf.CompilerTesting;

namespace TopHalf.Declarations.Tests;

/// <summary>eng/release-notes, which is run when a version is released, and must work that day.</summary>
public sealed partial class ReleaseNotesTests
{
    [Fact]
    public void The_version_that_is_built_has_its_notes()
    {
        string version = VersionPrefix().Match(Repository.Read("Directory.Build.props")).Groups["version"].Value;
        (int code, string notes, string refusal) = Run();
        Assert.Equal((0, ""), (code, refusal));
        Assert.StartsWith($"# TopHalf {version}\n\n- ", notes, StringComparison.Ordinal);
        Assert.Contains("\n## Public surface", notes, StringComparison.Ordinal);
        Assert.Matches("\n## (New Rules|Removed Rules|Changed Rules|Rules)\n\n", notes);
    }

    [Theory]
    [InlineData("x", "'x' is no version: three numbers, as 0.1.0, and a suffix where it is a preview, as 0.2.0-preview.1.\n")]
    [InlineData("1.0", "'1.0' is no version: three numbers, as 0.1.0, and a suffix where it is a preview, as 0.2.0-preview.1.\n")]
    [InlineData("99.0.0", "CHANGELOG.md has no section for 99.0.0: write what changed below a heading '## 99.0.0'.\n")]
    public void Another_version_is_refused_in_a_sentence(string version, string sentence)
        => Assert.Equal((2, "", sentence), Run(version));

    private static (int Code, string Output, string Error) Run(params string[] arguments)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "It is a bash script.");
        var start = new ProcessStartInfo(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", "eng", "release-notes"), arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;

    [GeneratedRegex("<VersionPrefix>(?<version>.*)</VersionPrefix>")]
    private static partial Regex VersionPrefix();
}
