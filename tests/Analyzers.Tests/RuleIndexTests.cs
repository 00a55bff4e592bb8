using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using TopHalf.CompilerTesting;
using TopHalf.Declarations;

namespace TopHalf.Analyzers.Tests;

/// <summary>docs/rules/README.md is made from the rules.</summary>
public sealed class RuleIndexTests
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
            (`dotnet_diagnostic.TH1310.severity = error`).

            (This page is made by `RuleIndexTests`; `TOPHALF_ACCEPT=1 dotnet run --project tests/Analyzers.Tests` writes it.)

            """.ReplaceLineEndings("\n"));
        foreach ((string prefix, string heading) in Themes)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {heading}\n\n| rule | | severity |\n|---|---|---|\n");
            foreach (DiagnosticDescriptor rule in DeclarationRules.All.Where(r => r.Id.StartsWith(prefix, StringComparison.Ordinal)))
            {
                page.Append(CultureInfo.InvariantCulture, $"| [{rule.Id}]({rule.Id}.md) | {rule.Title} | {Describe(rule.DefaultSeverity)} |\n");
            }
        }

        return page.ToString();
    }

    private static string Describe(DiagnosticSeverity severity)
        => severity == DiagnosticSeverity.Info ? "information" : severity.ToString().ToLowerInvariant();
}
