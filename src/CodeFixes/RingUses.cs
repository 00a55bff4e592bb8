using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace TopHalf.CodeFixes;

/// <summary>What is done with a collection, where a ring can do it too.</summary>
internal sealed class RingUses
{
    private readonly List<SyntaxNode> _puts = [];
    private readonly HashSet<SyntaxNode?> _takers = [];

    private RingUses()
    {
    }

    /// <summary>The statements that put something in; the whole method where it is nothing else.</summary>
    public IReadOnlyList<SyntaxNode> Puts => _puts;

    /// <summary>All uses of a field; null where there are others, or where more than one thread is on one side of it.</summary>
    public static RingUses? Of(IFieldSymbol field, SemanticModel model, CancellationToken cancellationToken)
    {
        bool isQueue = field.Type is { MetadataName: "Queue`1" or "ConcurrentQueue`1" } && IsOfLibrary(field.Type);
        if (!isQueue && !(field.Type is { MetadataName: "List`1" } && IsOfLibrary(field.Type)))
        {
            return null;
        }

        var uses = new RingUses();
        var threads = new HandlerThreads(model, cancellationToken);
        foreach (SimpleNameSyntax name in Usages.Of(field, model, cancellationToken) ?? [])
        {
            bool isUnderstood = Member(name) switch
            {
                // What is written about it stays true.
                _ when name.FirstAncestorOrSelf<DocumentationCommentTriviaSyntax>() is not null => true,
                { Parent: not InvocationExpressionSyntax } member => member.Name.Identifier.ValueText is "Count" or "IsEmpty",
                { Parent: InvocationExpressionSyntax { ArgumentList.Arguments.Count: 1 } call } member when call.ArgumentList.Arguments[0].NameColon is null => member.Name.Identifier.ValueText switch
                {
                    "Enqueue" when isQueue => uses.AddPut(call) && threads.TryAdd(call),
                    "Add" when !isQueue => uses.AddPut(call) && threads.TryAdd(call),
                    "TryDequeue" or "TryPeek" when isQueue => uses.AddTaker(call),
                    _ => false,
                },
                _ => false,
            };
            if (!isUnderstood)
            {
                return null;
            }
        }

        return threads.AreOne && uses._takers.Count <= 1 ? uses : null;
    }

    /// <summary>Puts into the ring, and counts what does not fit.</summary>
    public static SyntaxNode Change(SyntaxNode current, string lost)
    {
        if (current is MethodDeclarationSyntax method)
        {
            return method
                .WithExpressionBody(null)
                .WithSemicolonToken(default)
                .WithParameterList(method.ParameterList.WithTrailingTrivia(SyntaxFactory.ElasticMarker))
                .WithBody(SyntaxFactory.Block(Put(method.ExpressionBody!.Expression, lost)).WithTrailingTrivia(method.GetTrailingTrivia()).WithAdditionalAnnotations(Formatter.Annotation));
        }

        var statement = (ExpressionStatementSyntax)current;
        StatementSyntax put = Put(statement.Expression, lost);

        // After 'if (…)' it would take the 'else' that belongs to that one.
        StatementSyntax changed = statement.Parent is BlockSyntax or SwitchSectionSyntax ? put : SyntaxFactory.Block(put);
        return changed.WithTriviaFrom(statement).WithAdditionalAnnotations(Formatter.Annotation);
    }

    private static IfStatementSyntax Put(ExpressionSyntax expression, string lost)
    {
        var call = (InvocationExpressionSyntax)expression.WithoutTrivia();
        var access = (MemberAccessExpressionSyntax)call.Expression;
        ExpressionSyntax put = call.WithExpression(access.WithName(SyntaxFactory.IdentifierName("TryEnqueue").WithTriviaFrom(access.Name)));
        ExpressionSyntax write = SyntaxFactory.MemberAccessExpression(
            SyntaxKind.SimpleMemberAccessExpression,
            SyntaxFactory.ParseExpression("global::System.Threading.Volatile").WithAdditionalAnnotations(Simplifier.Annotation),
            SyntaxFactory.IdentifierName("Write"));
        ArgumentListSyntax arguments = SyntaxFactory.ParseArgumentList($"(ref {lost}, {lost} + 1)");
        return SyntaxFactory.IfStatement(
            SyntaxFactory.PrefixUnaryExpression(SyntaxKind.LogicalNotExpression, put),
            SyntaxFactory.Block(SyntaxFactory.ExpressionStatement(SyntaxFactory.InvocationExpression(write, arguments))));
    }

    private bool AddPut(InvocationExpressionSyntax call)
    {
        SyntaxNode? put = call.Parent switch
        {
            ExpressionStatementSyntax statement => statement,
            ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax { ReturnType: PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword } } method } => method,
            _ => null,
        };
        if (put is null || put.ContainsDirectives)
        {
            return false;
        }

        _puts.Add(put);
        return true;
    }

    private bool AddTaker(InvocationExpressionSyntax call)
    {
        _takers.Add(call.FirstAncestorOrSelf<MemberDeclarationSyntax>());
        return true;
    }

    // _queue.Count, this._queue.Enqueue.
    private static MemberAccessExpressionSyntax? Member(SimpleNameSyntax name)
    {
        ExpressionSyntax receiver = name.Parent is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } own && own.Name == name ? own : name;
        return receiver.Parent is MemberAccessExpressionSyntax access && access.Expression == receiver ? access : null;
    }

    private static bool IsOfLibrary(ITypeSymbol type)
        => type.ContainingNamespace?.ToDisplayString() is "System.Collections.Generic" or "System.Collections.Concurrent";
}
