using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using TopHalf.CompilerTesting;

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
        ("TH15", "Sources that share a vector or a line"),
        ("TH20", "What handlers do: allocation"),
        ("TH30", "What handlers do: blocking and system calls"),
        ("TH40", "What handlers do: throwing and unbounded"),
        ("TH50", "What handlers do: first use and shared state"),
        ("TH60", "What handlers do: unproven"),
        ("TH61", "Contracts"),
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

            What handlers do is followed through everything that they call, and told at the handler's own call with the chain to its cause.
            Warnings are what happens every time; information is what only the first time costs, what only unoptimised code does, or
            what many handlers mean; what is off tells nothing until a project turns it on (`dotnet_diagnostic.TH4091.severity = warning`).

            One more is the package's, before the compiler starts: [TH9001](TH9001.md), the compiler is older than what the package asks it to load.

            (This page is made by `RuleIndexTests`; `TOPHALF_ACCEPT=1 dotnet run --project tests/CodeFixes.Tests` writes it.)

            """.ReplaceLineEndings("\n"));
        foreach ((string prefix, string heading) in Themes)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {heading}\n\n| rule | | severity | fix |\n|---|---|---|---|\n");
            foreach (DiagnosticDescriptor rule in AllRules.Instances.Where(r => r.Id.StartsWith(prefix, StringComparison.Ordinal)))
            {
                page.Append(CultureInfo.InvariantCulture, $"| [{rule.Id}]({rule.Id}.md) | {rule.Title} | {Describe(rule)} | {FixesOf(rule)} |\n");
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

    private static string Describe(DiagnosticDescriptor rule) => rule switch
    {
        { IsEnabledByDefault: false } => "off",
        { DefaultSeverity: DiagnosticSeverity.Info } => "information",
        _ => rule.DefaultSeverity.ToString().ToLowerInvariant(),
    };
}
