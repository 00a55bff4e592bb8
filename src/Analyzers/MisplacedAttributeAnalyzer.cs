using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TopHalf.Declarations;

namespace TopHalf.Analyzers;

/// <summary>Finds vectors and descriptors where nothing reads them: outside a driver class, on local functions, on lambdas.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MisplacedAttributeAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [DeclarationRules.OutsideDriver];

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

            start.RegisterSymbolAction(
                static context => Check(context.Symbol, context.ReportDiagnostic, context.CancellationToken),
                SymbolKind.NamedType,
                SymbolKind.Method);
            start.RegisterOperationAction(
                static context => Check(
                    ((ILocalFunctionOperation)context.Operation).Symbol, context.ReportDiagnostic, context.CancellationToken),
                OperationKind.LocalFunction);
            start.RegisterOperationAction(
                static context => Check(
                    ((IAnonymousFunctionOperation)context.Operation).Symbol, context.ReportDiagnostic, context.CancellationToken),
                OperationKind.AnonymousFunction);
        });
    }

    private static void Check(ISymbol symbol, Action<Diagnostic> report, CancellationToken cancellationToken)
        => MisplacedChecks.Check(symbol, new FaultReporter(report, cancellationToken));
}
