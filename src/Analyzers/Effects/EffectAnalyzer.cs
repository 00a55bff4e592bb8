using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace TopHalf.Analyzers.Effects;

/// <summary>
/// Proves that handlers, and what is marked [InterruptSafe], neither allocate nor block nor run without a bound, with all that they
/// reach: reads only that, and reports each root where it is, while it is typed.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EffectAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The additional file with the effects of code that cannot be annotated.</summary>
    public const string EffectsFile = "InterruptEffects.txt";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = EffectRules.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        // Other generators write code that handlers run.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            var model = new EffectModel(start.Compilation, ReadTable(start.Options, start.CancellationToken));
            if (model.Contracts.IsPossible)
            {
                start.RegisterSymbolAction(symbol => Analyze(symbol, model), SymbolKind.Method);
            }
        });
    }

    private static void Analyze(SymbolAnalysisContext context, EffectModel model)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (method.IsAbstract || method.IsExtern || model.Contracts.IsUnsafe(method) || !model.Contracts.IsChecked(method))
        {
            return;
        }

        // An async handler is a wrong declaration: that was said.
        if (method.IsAsync && model.Contracts.IsHandler(method))
        {
            return;
        }

        foreach (Diagnostic diagnostic in RootEffects.Find(method, model, context.CancellationToken))
        {
            context.ReportDiagnostic(diagnostic);
        }

        if (model.Contracts.IsHandler(method))
        {
            foreach (Diagnostic race in model.Races.Of(method))
            {
                context.ReportDiagnostic(race);
            }
        }
    }

    private static EffectTable ReadTable(AnalyzerOptions options, CancellationToken cancellation)
    {
        var table = new EffectTable();
        foreach (AdditionalText file in options.AdditionalFiles.Where(static f => System.IO.Path.GetFileName(f.Path) == EffectsFile))
        {
            foreach (string text in file.GetText(cancellation)?.Lines.Select(static l => l.ToString()) ?? [])
            {
                if (!EffectLine.IsComment(text) && EffectLine.Parse(text, out _) is { } entry)
                {
                    table.Add(entry.Id, entry.Entry);
                }
            }
        }

        return table;
    }
}
