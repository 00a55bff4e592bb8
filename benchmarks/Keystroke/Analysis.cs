using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using TopHalf.Analyzers;

namespace TopHalf.Benchmarks.Keystroke;

/// <summary>What the analyzers cost in the file that is edited, where an editor runs them.</summary>
internal static class Analysis
{
    public static readonly ImmutableArray<DiagnosticAnalyzer> Ours =
    [
        .. typeof(DriverAnalyzer).Assembly.GetTypes()
            .Where(static t => t.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !t.IsAbstract)
            .Select(static t => (DiagnosticAnalyzer)Activator.CreateInstance(t)!),
    ];

    public static readonly ImmutableArray<DiagnosticAnalyzer> Empty = [new EmptyAnalyzer()];

    /// <summary>Milliseconds for one file of a compilation that is new.</summary>
    public static double Measure(CSharpCompilation compilation, int file, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        SemanticModel model = compilation.GetSemanticModel(compilation.SyntaxTrees[file]);
        // The C# errors of a file are shown too, so that its code is bound anyway.
        _ = model.GetDiagnostics();
        CompilationWithAnalyzers analyzed = compilation.WithAnalyzers(analyzers);
        long start = Stopwatch.GetTimestamp();
        analyzed.GetAnalyzerSemanticDiagnosticsAsync(model, null, CancellationToken.None).GetAwaiter().GetResult();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

#pragma warning disable RS1036, RS1041 // A measure, not an analyzer that is shipped.
    [DiagnosticAnalyzer(LanguageNames.CSharp)]
    private sealed class EmptyAnalyzer : DiagnosticAnalyzer
    {
        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
            [new("MEASURE", "Nothing", "Nothing", "Measure", DiagnosticSeverity.Hidden, isEnabledByDefault: true)];

        public override void Initialize(AnalysisContext context)
        {
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.EnableConcurrentExecution();
            context.RegisterSymbolAction(static _ => { }, SymbolKind.NamedType, SymbolKind.Method);
        }
    }
}
