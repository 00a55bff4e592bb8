using System.Text.RegularExpressions;
using TopHalf.CompilerTesting;

namespace TopHalf.Generator.Tests;

/// <summary>What the pages show is what the code does.</summary>
public sealed partial class DocumentTests
{
    private const string Page = "docs/generated-code.md";

    /// <summary>Run with TOPHALF_ACCEPT=1 to put the file that is generated now into the page.</summary>
    [Fact]
    public void The_explained_file_is_the_one_that_is_generated_for_the_sample()
    {
        GeneratorRun run = GeneratorRun.Generate(ProjectOptions.Default, Repository.Read("samples/Edu/EduDriver.cs"), PageBlock.ImplicitUsings);
        string page = Repository.Read(Page);
        string current = GeneratedBlock().Replace(page, _ => $"<!-- generated -->\n<!-- code: none; DocumentTests holds it against the generator -->\n```csharp\n{run.Text}```\n", 1);
        if (current != page && Environment.GetEnvironmentVariable("TOPHALF_ACCEPT") == "1")
        {
            Repository.Write(Page, current);
            return;
        }

        Assert.Equal(current, page);
    }

    [Fact]
    public void The_first_example_is_under_20_lines()
        => Assert.InRange(CodeBlock().Match(Repository.Read("README.md")).Groups[1].Value.Split('\n').Length - 1, 5, 19);

    [GeneratedRegex("<!-- generated -->\n[^\n]*\n```csharp\n.*?```\n", RegexOptions.Singleline)]
    private static partial Regex GeneratedBlock();

    [GeneratedRegex("^```csharp\n(.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex CodeBlock();
}
