using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TopHalf.Declarations;

namespace TopHalf.Analyzers;

/// <summary>Says what is wrong with a driver class: everything that <see cref="DriverParser"/> finds, and its project.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DriverAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        DeclarationRules.All.Remove(DeclarationRules.OutsideDriver);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(KnownNames.InterruptDriver) is null)
            {
                return;
            }

            var facts = CompilationFacts.Of(start.Compilation);
            start.RegisterSymbolAction(context => Analyze(context, facts), SymbolKind.NamedType);
        });
    }

    private static void Analyze(SymbolAnalysisContext context, CompilationFacts facts)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (DriverParser.FindDriverAttribute(type) is { } attribute)
        {
            var faults = new FaultReporter(context.ReportDiagnostic, context.CancellationToken);
            DriverModel driver = DriverParser.Parse(type, attribute, faults, context.CancellationToken);
            if (!driver.IsFaulty)
            {
                DriverReview.Check(type, faults, context.CancellationToken);
            }

            ProjectChecks.Check(driver, attribute, facts, faults);
        }
    }
}
