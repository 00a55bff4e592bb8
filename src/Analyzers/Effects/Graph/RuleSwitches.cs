using Microsoft.CodeAnalysis;

namespace TopHalf.Analyzers.Effects;

/// <summary>
/// Which of the rules that are off by default a project turns on, in any file: what nearly every line does is not even collected
/// otherwise.
/// </summary>
internal sealed class RuleSwitches
{
    private readonly HashSet<DiagnosticDescriptor> _on = [];

    public RuleSwitches(Compilation compilation)
    {
        foreach (DiagnosticDescriptor rule in EffectRules.All)
        {
            if (rule.IsEnabledByDefault || IsOn(rule.Id, compilation))
            {
                _on.Add(rule);
            }
        }
    }

    /// <summary>Whether anybody wants to hear of it.</summary>
    public bool IsOn(DiagnosticDescriptor rule) => _on.Contains(rule);

    private static bool IsOn(string id, Compilation compilation)
    {
        CompilationOptions options = compilation.Options;
        if (options.SpecificDiagnosticOptions.TryGetValue(id, out ReportDiagnostic severity))
        {
            return severity != ReportDiagnostic.Suppress;
        }

        return options.SyntaxTreeOptionsProvider is { } provider
            && ((provider.TryGetGlobalDiagnosticValue(id, CancellationToken.None, out severity) && IsShown(severity))
                || compilation.SyntaxTrees.Any(tree => provider.TryGetDiagnosticValue(tree, id, CancellationToken.None, out severity) && IsShown(severity)));
    }

    private static bool IsShown(ReportDiagnostic severity) => severity is not (ReportDiagnostic.Suppress or ReportDiagnostic.Default);
}
