using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TopHalf.Analyzers.Effects;

/// <summary>Methods that only throw: by their attribute, or by a body whose last statement is a throw and that returns nowhere.</summary>
internal static class NeverReturns
{
    private static readonly ConditionalWeakTable<IMethodSymbol, object> Known = new();

    public static bool Test(IMethodSymbol method) => (bool)Known.GetValue(method.OriginalDefinition, static m => Find(m));

    private static bool Find(IMethodSymbol method)
        => method.GetAttributes().Any(static a => a.AttributeClass?.Name == "DoesNotReturnAttribute")
            || method.DeclaringSyntaxReferences.Any(static r => Throws(r.GetSyntax()));

    private static bool Throws(SyntaxNode declaration) => declaration switch
    {
        BaseMethodDeclarationSyntax method => Throws(method.Body, method.ExpressionBody),
        LocalFunctionStatementSyntax function => Throws(function.Body, function.ExpressionBody),
        _ => false,
    };

    private static bool Throws(BlockSyntax? body, ArrowExpressionClauseSyntax? arrow)
        => arrow?.Expression is ThrowExpressionSyntax
            || (body?.Statements.LastOrDefault() is ThrowStatementSyntax
                && !body.DescendantNodes(static n => n is not (LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax))
                    .Any(static n => n is ReturnStatementSyntax or YieldStatementSyntax));
}
