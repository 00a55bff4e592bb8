using System.Text.RegularExpressions;
using TopHalf.CompilerTesting;

namespace TopHalf.Generator.Tests;

/// <summary>What the pages show is what the code does.</summary>
public sealed partial class DocumentTests
{
    private const string Page = "docs/generated-code.md";

    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using TopHalf;
        """;

    /// <summary>Run with TOPHALF_ACCEPT=1 to put the file that is generated now into the page.</summary>
    [Fact]
    public void The_explained_file_is_the_one_that_is_generated_for_the_sample()
    {
        GeneratorRun run = GeneratorRun.Generate(ProjectOptions.Default, Repository.Read("samples/Edu/EduDriver.cs"), ImplicitUsings);
        string page = Repository.Read(Page);
        string current = GeneratedBlock().Replace(page, _ => $"<!-- generated -->\n```csharp\n{run.Text}```\n", 1);
        if (current != page && Environment.GetEnvironmentVariable("TOPHALF_ACCEPT") == "1")
        {
            Repository.Write(Page, current);
            return;
        }

        Assert.Equal(current, page);
    }

    [Theory]
    [InlineData("README.md", 3)]
    [InlineData("docs/descriptors.md", 15)]
    [InlineData("docs/device-events.md", 2)]
    [InlineData("docs/effects.md", 1)]
    [InlineData("docs/simulation.md", 2)]
    public void Every_example_compiles(string path, int examples)
    {
        string[] blocks = [.. CodeBlock().Matches(Repository.Read(path)).Select(block => block.Groups[1].Value)];
        Assert.Equal(examples, blocks.Length);
        string[] drivers = [.. blocks.Where(IsDriver)];
        string[] uses = [.. blocks.Where(block => !IsDriver(block)).Select((block, i) => $"static class Use{i} {{ static void Run() {{ {block} }} }}")];
        GeneratorRun run = GeneratorRun.Generate(ProjectOptions.Default, [ImplicitUsings, .. drivers, .. uses]);
        Assert.Equal(drivers.Length, run.Files.Length);
        Assert.Empty(run.Output.GetDiagnostics().Where(d => d.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error));
    }

    [Fact]
    public void The_first_example_is_under_20_lines()
        => Assert.InRange(CodeBlock().Match(Repository.Read("README.md")).Groups[1].Value.Split('\n').Length - 1, 5, 19);

    private static bool IsDriver(string block) => block.Contains("[InterruptDriver", StringComparison.Ordinal);

    [GeneratedRegex("<!-- generated -->\n```csharp\n.*?```\n", RegexOptions.Singleline)]
    private static partial Regex GeneratedBlock();

    [GeneratedRegex("^```csharp\n(.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex CodeBlock();
}
