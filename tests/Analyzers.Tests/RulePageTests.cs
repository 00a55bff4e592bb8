using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TopHalf.Analyzers.Effects;
using TopHalf.CompilerTesting;
using TopHalf.Declarations;

namespace TopHalf.Analyzers.Tests;

/// <summary>The code on a rule's page does what the page says: the one is reported, the other is not.</summary>
public sealed partial class RulePageTests
{
    public static TheoryData<string> Ids => [.. AllRules.Instances.Select(static r => r.Id)];

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
        Assert.SkipWhen(id == EffectRules.TooLarge.Id, "No page is long enough.");

        // With what is generated, and with the errors of C#: none of them may follow from the mistake.
        string[] reported = await AnalyzerTest.Report(RulePage.Code(id, "Non-compliant"), NonCompliantProject(id));

        // An await stands in an async method, which allocates.
        Assert.Equal(id == EffectRules.Await.Id ? [EffectRules.Async.Id, id] : [id], reported);
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
        => Assert.Empty(await AnalyzerTest.Report(RulePage.Code(id, "Compliant"), CompliantProject(id)));

    // Rules about the project: the code is right, and what is around it is not.
    private static ProjectOptions NonCompliantProject(string id) => id switch
    {
        "TH1010" => new ProjectOptions { Language = LanguageVersion.CSharp11 },
        "TH1011" => new ProjectOptions { RuntimeSource = RuntimeDouble.With("") },
        _ => Project(id, "Non-compliant"),
    };

    private static ProjectOptions CompliantProject(string id) => id switch
    {
        "TH1009" => new ProjectOptions { AllowUnsafe = true },
        _ => Project(id, "Compliant"),
    };

    // A page may show a file of effects below its code, or a library that the code uses.
    private static ProjectOptions Project(string id, string heading) => new()
    {
        // Today's default: what handlers do is also how C# overloads, and spans came late.
        Language = AllRules.IsEffect(id) ? LanguageVersion.CSharp13 : LanguageVersion.CSharp12,
        AllowUnsafe = id is "TH1211" or "TH3009" or "TH6004",
        Checked = id == "TH4094",
        Severities = AllRules.IsOffByDefault(id)
            ? new Dictionary<string, ReportDiagnostic> { [id] = ReportDiagnostic.Warn }
            : ProjectOptions.Default.Severities,
        AdditionalFiles = RulePage.Effects(id, heading) is { } effects
            ? new Dictionary<string, string> { ["InterruptEffects.txt"] = effects }
            : ProjectOptions.Default.AdditionalFiles,
        Library = RulePage.Library(id),
        LibraryName = id == "TH6006" ? "Microsoft.Card" : "Library",
    };

    [GeneratedRegex("\\[InterruptDriver[^\\]]*\\]\n(\\[.*\n)*public [a-z ]*(class|record) (?<name>\\w+)")]
    private static partial Regex DriverName();
}
