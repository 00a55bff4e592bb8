using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TopHalf.CodeFixes;

/// <summary>Where a buffer on the stack can be made: once in a call, and not where C# or the runtime forbids it.</summary>
internal static class StackPlace
{
    /// <summary>The function that a statement is in; null where it may run again, in a handler of exceptions, or across calls.</summary>
    public static SyntaxNode? Function(StatementSyntax statement)
    {
        foreach (SyntaxNode around in statement.Ancestors())
        {
            switch (around)
            {
                case ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax or CatchClauseSyntax or FinallyClauseSyntax:
                    return null;
                case AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax:
                    return IsPlain(around) ? around : null;
            }
        }

        return null;
    }

    private static bool IsPlain(SyntaxNode function)
        => !function.DescendantNodes().Any(static n => n is YieldStatementSyntax or AwaitExpressionSyntax || n.IsKind(SyntaxKind.GotoStatement));
}
