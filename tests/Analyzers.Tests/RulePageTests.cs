using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using TopHalf.CompilerTesting;
using TopHalf.Declarations;

namespace TopHalf.Analyzers.Tests;

/// <summary>The code on a rule's page does what the page says: the one is reported, the other is not.</summary>
public sealed partial class RulePageTests
{
    public static TheoryData<string> Ids => [.. DeclarationRules.All.Select(static r => r.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Non_compliant_code_is_reported_by_this_rule_and_no_other(string id)
    {
        string[] reported = await AnalyzerTest.Report(Code(id, "Non-compliant"), NonCompliantProject(id));
        Assert.Equal([id], reported.Distinct());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Compliant_code_is_not_reported(string id)
        => Assert.Empty(await AnalyzerTest.Report(Code(id, "Compliant"), new ProjectOptions { AllowUnsafe = id == "TH1009" }));

    // Rules about the project: the code is right, and what is around it is not.
    private static ProjectOptions NonCompliantProject(string id) => id switch
    {
        "TH1010" => new ProjectOptions { Language = LanguageVersion.CSharp11 },
        "TH1011" => new ProjectOptions { RuntimeSource = RuntimeDouble.With("") },
        _ => ProjectOptions.Default,
    };

    private static string Code(string id, string heading)
    {
        Match block = CodeBlock().Matches(Repository.Read($"docs/rules/{id}.md")).Single(m => m.Groups["heading"].Value == heading);
        return block.Groups["code"].Value;
    }

    [GeneratedRegex("## (?<heading>[A-Za-z-]+)\n\n```csharp\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}
