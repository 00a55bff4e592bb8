using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TopHalf.Declarations;

namespace TopHalf.CodeFixes;

/// <summary>
/// TH1210: the next user vector that is free, with as many below it as the range needs. Handlers that share the vectors get it all, since they
/// have to agree. Not offered where none is free. A constant is replaced by the number, since what else uses it is not known.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NextUserVectorFix)), Shared]
public sealed class NextUserVectorFix : DriverCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DeclarationRules.UserVectorTaken.Id];

    private protected override Repair? Find(
        SyntaxNode root, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        SyntaxNode value = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        if (value.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } handler
            || model.GetDeclaredSymbol(handler, cancellationToken) is not { ContainingType: { } driver })
        {
            return null;
        }

        foreach (FreeUserVector free in FreeUserVector.Of(driver))
        {
            ExpressionSyntax[] values = [.. free.Attributes.Select(a => ValueOf(a, cancellationToken)).OfType<ExpressionSyntax>()];
            if (values.Contains(value) && values.Length == free.Attributes.Length)
            {
                ExpressionSyntax number = SyntaxFactory.LiteralExpression(
                    SyntaxKind.NumericLiteralExpression, SyntaxFactory.Literal(free.UserVector));
                return new Repair(
                    $"Use the user vector {free.UserVector}, which is free",
                    values[0],
                    values.Select(v => ((SyntaxNode)v, (Func<SyntaxNode, SyntaxNode>)(current => number.WithTriviaFrom(current)))));
            }
        }

        return null;
    }

    private static ExpressionSyntax? ValueOf(AttributeData attribute, CancellationToken cancellationToken)
        => (attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) as AttributeSyntax)?.ArgumentList?.Arguments
            .FirstOrDefault(static a => a.NameEquals is { Name.Identifier.ValueText: KnownNames.UserVector })?.Expression;
}
