using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TopHalf.Analyzers.Effects;

/// <summary>What a call of a method costs for what the method is: an iterator, an async method.</summary>
internal static class FunctionKinds
{
    public static void Visit(Body body, SyntaxNode declaration)
    {
        IMethodSymbol method = body.Code.Method;
        SyntaxToken name = declaration switch
        {
            MethodDeclarationSyntax m => m.Identifier,
            LocalFunctionStatementSyntax f => f.Identifier,
            AccessorDeclarationSyntax a => a.Keyword,
            AnonymousFunctionExpressionSyntax l => l.AsyncKeyword,
            _ => declaration.GetFirstToken(),
        };
        if (IsIterator(declaration))
        {
            body.Report(EffectRules.Iterator, Place.Of(name), "an iterator object per call");
        }
        else if (method.IsAsync)
        {
            if (method.ReturnType is INamedTypeSymbol { Name: "Task" or "IAsyncEnumerable" or "IAsyncEnumerator", IsGenericType: true })
            {
                body.Report(EffectRules.Async, Place.Of(name), "a task for its result per call");
            }
            else if (body.Suspends)
            {
                string besides = method.ReturnsVoid ? ", and exceptions of async void end the process" : "";
                body.Report(EffectRules.Async, Place.Of(name), $"a state machine, where it suspends; one that awaits completed tasks only does not{besides}");
            }
        }
    }

    /// <summary>Whether calling it makes an iterator, which is its own enumerator the first time.</summary>
    public static bool IsIterator(IMethodSymbol method) => method.DeclaringSyntaxReferences.Any(static r => IsIterator(r.GetSyntax()));

    private static bool IsIterator(SyntaxNode declaration) => Own(declaration).Any(static n => n is YieldStatementSyntax);

    private static IEnumerable<SyntaxNode> Own(SyntaxNode declaration) => declaration.DescendantNodes(
        n => n == declaration || n is not (LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax));
}
