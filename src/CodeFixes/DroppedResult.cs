using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace TopHalf.CodeFixes;

/// <summary>Makes a method return nothing, and keeps what computing its result does.</summary>
internal sealed class DroppedResult : CSharpSyntaxRewriter
{
    private DroppedResult()
    {
    }

    /// <summary>The method with <c>void</c>.</summary>
    public static MethodDeclarationSyntax Of(MethodDeclarationSyntax method)
    {
        MethodDeclarationSyntax changed = method.WithReturnType(
            SyntaxFactory.PredefinedType(SyntaxFactory.Token(SyntaxKind.VoidKeyword)).WithTriviaFrom(method.ReturnType));
        if (changed.Body is { } body)
        {
            return changed.WithBody(WithoutLastReturn((BlockSyntax)new DroppedResult().Visit(body)));
        }

        return changed.ExpressionBody switch
        {
            null or { Expression: ThrowExpressionSyntax } => changed,
            { Expression: var result } when DoesNothing(result) => changed
                .WithParameterList(changed.ParameterList.WithTrailingTrivia(SyntaxFactory.Space))
                .WithExpressionBody(null)
                .WithSemicolonToken(default)
                .WithBody(SyntaxFactory.Block().WithTrailingTrivia(method.GetTrailingTrivia()).WithAdditionalAnnotations(Formatter.Annotation)),
            var arrow => changed.WithExpressionBody(arrow.WithExpression(Discard(arrow.Expression))),
        };
    }

    // What is inside returns to somebody else.
    public override SyntaxNode? VisitLocalFunctionStatement(LocalFunctionStatementSyntax node) => node;

    public override SyntaxNode? VisitParenthesizedLambdaExpression(ParenthesizedLambdaExpressionSyntax node) => node;

    public override SyntaxNode? VisitSimpleLambdaExpression(SimpleLambdaExpressionSyntax node) => node;

    public override SyntaxNode? VisitAnonymousMethodExpression(AnonymousMethodExpressionSyntax node) => node;

    public override SyntaxNode? VisitBlock(BlockSyntax node) => ((BlockSyntax)base.VisitBlock(node)!).WithStatements(Flatten(node.Statements));

    public override SyntaxNode? VisitSwitchSection(SwitchSectionSyntax node)
        => ((SwitchSectionSyntax)base.VisitSwitchSection(node)!).WithStatements(Flatten(node.Statements));

    // Where one statement is allowed, as behind an 'if'.
    public override SyntaxNode? VisitReturnStatement(ReturnStatementSyntax node)
    {
        StatementSyntax[] statements = Replace(node);
        return statements.Length == 1 ? statements[0] : SyntaxFactory.Block(statements).WithAdditionalAnnotations(Formatter.Annotation);
    }

    private SyntaxList<StatementSyntax> Flatten(SyntaxList<StatementSyntax> statements) => SyntaxFactory.List(
        statements.SelectMany(s => s is ReturnStatementSyntax { Expression: not null } result ? Replace(result) : [(StatementSyntax)Visit(s)]));

    private static StatementSyntax[] Replace(ReturnStatementSyntax node)
    {
        if (node.Expression is not { } result)
        {
            return [node];
        }

        ReturnStatementSyntax leave = node.WithExpression(null).WithReturnKeyword(node.ReturnKeyword.WithTrailingTrivia());
        return DoesNothing(result)
            ? [leave]
            :
            [
                SyntaxFactory.ExpressionStatement(Discard(result).WithoutTrivia())
                    .WithLeadingTrivia(node.GetLeadingTrivia())
                    .WithTrailingTrivia(SyntaxFactory.ElasticLineFeed)
                    .WithAdditionalAnnotations(Formatter.Annotation),
                leave.WithLeadingTrivia().WithAdditionalAnnotations(Formatter.Annotation),
            ];
    }

    private static BlockSyntax WithoutLastReturn(BlockSyntax body)
        => body.Statements.LastOrDefault() is ReturnStatementSyntax { Expression: null } last && !HasComment(last)
            ? body.WithStatements(body.Statements.Remove(last))
            : body;

    private static bool HasComment(SyntaxNode node) => node.GetLeadingTrivia()
        .Concat(node.GetTrailingTrivia())
        .Any(static t => t.Kind() is not (SyntaxKind.WhitespaceTrivia or SyntaxKind.EndOfLineTrivia));

    private static ExpressionSyntax Discard(ExpressionSyntax result) => result switch
    {
        InvocationExpressionSyntax or AssignmentExpressionSyntax or AwaitExpressionSyntax or ObjectCreationExpressionSyntax
            or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression }
            or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression } => result,
        _ => SyntaxFactory.AssignmentExpression(
            SyntaxKind.SimpleAssignmentExpression,
            SyntaxFactory.IdentifierName("_").WithTrailingTrivia(SyntaxFactory.Space),
            SyntaxFactory.Token(SyntaxKind.EqualsToken).WithTrailingTrivia(SyntaxFactory.Space),
            result),
    };

    // Task.CompletedTask is what is left of a method that was to be asynchronous.
    private static bool DoesNothing(ExpressionSyntax result) => result switch
    {
        LiteralExpressionSyntax or DefaultExpressionSyntax or IdentifierNameSyntax or ThisExpressionSyntax => true,
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } certain => DoesNothing(certain.Operand),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "CompletedTask" } => true,
        _ => false,
    };
}
