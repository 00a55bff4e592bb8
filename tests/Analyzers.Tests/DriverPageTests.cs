using System.Text.RegularExpressions;
using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>The examples of the pages about descriptors and handlers are drivers as we would have them written.</summary>
public sealed partial class DriverPageTests
{
    private static readonly string[] Examples =
        [.. CodeBlock().Matches(Repository.Read("docs/descriptors.md") + Repository.Read("docs/effects.md")).Select(static block => block.Groups[1].Value)];

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Examples.Length)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public async Task No_example_is_reported(int number)
        => Assert.Empty(await AnalyzerTest.Report("using System.Threading;\n" + Examples[number], ProjectOptions.Default));

    [GeneratedRegex("^```csharp\n(.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex CodeBlock();
}
