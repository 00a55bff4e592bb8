using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TopHalf.Declarations;

namespace TopHalf.Analyzers;

/// <summary>Finds calls whose binding nobody keeps: the generated <c>EnableInterrupts</c>, and whatever hands it on.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DroppedBindingAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [DeclarationRules.BindingDropped];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(KnownNames.InterruptBinding) is { } binding)
            {
                start.RegisterOperationAction(context => Check(context, binding), OperationKind.ExpressionStatement);
            }
        });
    }

    // A discard says that it is meant; that is an assignment, and no call. A lambda of that call alone is mostly for who expects it to throw.
    private static void Check(OperationAnalysisContext context, INamedTypeSymbol binding)
    {
        if (context.Operation.Syntax.Parent is LambdaExpressionSyntax)
        {
            return;
        }

        IOperation value = ((IExpressionStatementOperation)context.Operation).Operation;
        while (value is IConditionalAccessOperation access)
        {
            value = access.WhenNotNull;
        }

        if (value is IInvocationOperation { TargetMethod: var method } && SymbolEqualityComparer.Default.Equals(method.ReturnType, binding))
        {
            context.ReportDiagnostic(Diagnostic.Create(DeclarationRules.BindingDropped, NameOf(value.Syntax).GetLocation(), method.Name));
        }
    }

    private static SyntaxNode NameOf(SyntaxNode call) => (call as InvocationExpressionSyntax)?.Expression switch
    {
        MemberAccessExpressionSyntax member => member.Name,
        MemberBindingExpressionSyntax member => member.Name,
        { } other => other,
        null => call,
    };
}
