using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using TopHalf.CompilerTesting;
using TopHalf.Declarations;

namespace TopHalf.CodeFixes.Tests;

/// <summary>docs/rules/README.md is made from the rules.</summary>
public sealed partial class RuleIndexTests
{
    private const string Page = "docs/rules/README.md";

    private static readonly (string Prefix, string Heading)[] Themes =
    [
        ("TH10", "The driver class and its project"),
        ("TH11", "Handlers"),
        ("TH12", "Vectors and threads"),
        ("TH13", "Descriptors"),
        ("TH14", "The device's BARs"),
    ];

    /// <summary>Run with TOPHALF_ACCEPT=1 to write the page.</summary>
    [Fact]
    public void The_index_lists_every_rule()
    {
        string current = Write();
        if (Environment.GetEnvironmentVariable("TOPHALF_ACCEPT") == "1")
        {
            Repository.Write(Page, current);
        }

        Assert.Equal(current, Repository.Read(Page));
    }

    private static string Write()
    {
        var page = new StringBuilder("""
            # Rules

            Every diagnostic of TopHalf, with its page: code that is reported, code that is not, and why. Errors are what cannot work, and
            cannot be configured. Warnings and information are what may be meant: an `.editorconfig` can silence them or make them errors
            (`dotnet_diagnostic.TH1310.severity = error`). Where a fix is named, editors offer it, for one place or for all of them,
            and `dotnet format analyzers --diagnostics TH1302` applies it to a project.

            (This page is made by `RuleIndexTests`; `TOPHALF_ACCEPT=1 dotnet run --project tests/CodeFixes.Tests` writes it.)

            """.ReplaceLineEndings("\n"));
        foreach ((string prefix, string heading) in Themes)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {heading}\n\n| rule | | severity | fix |\n|---|---|---|---|\n");
            foreach (DiagnosticDescriptor rule in DeclarationRules.All.Where(r => r.Id.StartsWith(prefix, StringComparison.Ordinal)))
            {
                page.Append(CultureInfo.InvariantCulture, $"| [{rule.Id}]({rule.Id}.md) | {rule.Title} | {Describe(rule.DefaultSeverity)} | {FixesOf(rule)} |\n");
            }
        }

        return page.ToString();
    }

    // MakePartialFix → "make partial".
    private static string FixesOf(DiagnosticDescriptor rule) => string.Join(
        ", ",
        AllFixes.Instances
            .Where(f => f.FixableDiagnosticIds.Contains(rule.Id))
            .Select(static f => WordStart().Replace(f.GetType().Name[..^"Fix".Length], static m => " " + m.Value.ToLowerInvariant()).Trim()));

    [GeneratedRegex("[A-Z]")]
    private static partial Regex WordStart();

    private static string Describe(DiagnosticSeverity severity)
        => severity == DiagnosticSeverity.Info ? "information" : severity.ToString().ToLowerInvariant();
}
