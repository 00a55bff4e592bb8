using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TopHalf.Analyzers.Effects;
using TopHalf.CompilerTesting;

namespace TopHalf.LibraryCalls.Tests;

/// <summary>What the analyzer says of a case at steady state.</summary>
/// <param name="Rules">The rules that it reports.</param>
internal sealed record Verdict(IReadOnlySet<string> Rules)
{
    // Only unoptimised code does it.
    private const string Unoptimised = "TH2090";

    /// <summary>Whether it says that nothing is allocated, nothing waited for, and the kernel not called.</summary>
    public bool IsFree => !IsUnknown && !Allocates && !Blocks;

    /// <summary>Whether it says that something is allocated.</summary>
    public bool Allocates => Rules.Any(static r => r.StartsWith("TH20", StringComparison.Ordinal) && r != Unoptimised);

    /// <summary>Whether it says that something is waited for, or the kernel called.</summary>
    public bool Blocks => Rules.Any(static r => r.StartsWith("TH30", StringComparison.Ordinal));

    /// <summary>Whether it says that the first call does more than others.</summary>
    public bool IsFirst => Rules.Any(static r => r.StartsWith("TH500", StringComparison.Ordinal));

    /// <summary>Whether it says that it does not know.</summary>
    public bool IsUnknown => Rules.Any(static r => r.StartsWith("TH60", StringComparison.Ordinal));

    /// <summary>The verdicts of all cases of a compilation.</summary>
    public static async Task<Dictionary<Case, Verdict>> All(CaseCompilation compilation, IEnumerable<Case> cases)
    {
        var found = cases.ToDictionary(static c => c, static _ => new HashSet<string>(StringComparer.Ordinal));
        Exception? thrown = null;
        CompilationWithAnalyzers analyzed = compilation.Compilation.WithAnalyzers(
            [new EffectAnalyzer()],
            new CompilationWithAnalyzersOptions(
                new AnalyzerOptions([]),
                onAnalyzerException: (exception, _, _) => thrown = exception,
                concurrentAnalysis: true,
                logAnalyzerExecutionTime: false));
        foreach (Diagnostic diagnostic in await analyzed.GetAnalyzerDiagnosticsAsync())
        {
            if (compilation.At(diagnostic.Location) is { } at)
            {
                found[at].Add(diagnostic.Id);
            }
        }

        return thrown is null
            ? found.ToDictionary(static f => f.Key, static f => new Verdict(f.Value))
            : throw new CheckFailedException("The analyzer threw: " + thrown);
    }
}
