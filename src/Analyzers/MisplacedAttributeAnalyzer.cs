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

            // A run that was cancelled must not leave its exception to the next one.
            var inherited = new Lazy<ISet<ISymbol>>(
                () => InheritedHandlers.InSource(start.Compilation, start.CancellationToken), LazyThreadSafetyMode.PublicationOnly);
            start.RegisterSymbolAction(
                context => MisplacedChecks.Check(
                    (INamedTypeSymbol)context.Symbol,
                    () => inherited.Value,
                    new FaultReporter(context.ReportDiagnostic, context.CancellationToken)),
                SymbolKind.NamedType);
            start.RegisterOperationAction(
                static context => Check(((ILocalFunctionOperation)context.Operation).Symbol, context),
                OperationKind.LocalFunction);
            start.RegisterOperationAction(
                static context => Check(((IAnonymousFunctionOperation)context.Operation).Symbol, context),
                OperationKind.AnonymousFunction);
        });
    }

    private static void Check(IMethodSymbol function, OperationAnalysisContext context)
        => MisplacedChecks.CheckFunction(function, new FaultReporter(context.ReportDiagnostic, context.CancellationToken));
}
