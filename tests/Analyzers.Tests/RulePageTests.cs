using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using TopHalf.CompilerTesting;
using TopHalf.Declarations;

namespace TopHalf.Analyzers.Tests;

/// <summary>The code on a rule's page does what the page says: the one is reported, the other is not.</summary>
public sealed partial class RulePageTests
{
    public static TheoryData<string> Ids => [.. DeclarationRules.All.Select(static r => r.Id)];

    /// <summary>Not where there is no place to generate into or the name is taken, nor where C# has other words for its use.</summary>
    public static TheoryData<string> IdsWithMembers => [.. DeclarationRules.All
        .Except([
            DeclarationRules.ClassNotPartial,
            DeclarationRules.ContainerNotPartial,
            DeclarationRules.ClassFileLocal,
            DeclarationRules.MemberTaken,
            DeclarationRules.OutsideDriver,
            DeclarationRules.ClassStatic,
            DeclarationRules.ClassGeneric,
        ])
        .Select(static r => r.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task One_mistake_is_one_diagnostic(string id)
    {
        // With what is generated, and with the errors of C#: none of them may follow from the mistake.
        string[] reported = await AnalyzerTest.Report(RulePage.Code(id, "Non-compliant"), NonCompliantProject(id));
        Assert.Equal([id], reported);
    }

    /// <summary>Faulty drivers have their public members all the same.</summary>
    [Theory]
    [MemberData(nameof(IdsWithMembers))]
    public async Task One_mistake_is_one_diagnostic_where_the_driver_is_used(string id)
    {
        string page = RulePage.Code(id, "Non-compliant");
        string users = string.Concat(DriverName().Matches(page).Select(static driver => $$"""

            static class UserOf{{driver.Groups["name"]}}
            {
                static void Use({{driver.Groups["name"]}} driver, PciDevice device)
                {
                    driver.EnableInterrupts(device).Dispose();
                    driver.RunInterrupts(device);
                    System.GC.KeepAlive({{driver.Groups["name"]}}.Manifest);
                }
            }
            """));
        Assert.NotEmpty(users);
        Assert.Equal([id], await AnalyzerTest.Report(page + users, NonCompliantProject(id)));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Compliant_code_is_not_reported(string id)
        => Assert.Empty(await AnalyzerTest.Report(RulePage.Code(id, "Compliant"), new ProjectOptions { AllowUnsafe = id == "TH1009" }));

    // Rules about the project: the code is right, and what is around it is not.
    private static ProjectOptions NonCompliantProject(string id) => id switch
    {
        "TH1010" => new ProjectOptions { Language = LanguageVersion.CSharp11 },
        "TH1011" => new ProjectOptions { RuntimeSource = RuntimeDouble.With("") },
        _ => ProjectOptions.Default,
    };

    [GeneratedRegex("\\[InterruptDriver[^\\]]*\\]\n(\\[.*\n)*public [a-z ]*(class|record) (?<name>\\w+)")]
    private static partial Regex DriverName();
}
