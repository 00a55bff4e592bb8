using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Simplification;
using TopHalf.Analyzers.Effects;

namespace TopHalf.CodeFixes;

/// <summary>
/// TH2006: writes the text of an interpolation into a buffer on the stack, with <c>TryWrite</c>, and hands on what was written. Offered where
/// the method that is called has an overload with <c>ReadOnlySpan&lt;char&gt;</c> in the place of the string, in a statement of its own that is
/// in no loop, and where the longest text is known: the holes are numbers, characters and constants.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WriteTextFix)), Shared]
public sealed class WriteTextFix : DriverCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [EffectRules.NewString.Id];

    private protected override Repair? Find(
        SyntaxNode root, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (Cause.Of(diagnostic, model, cancellationToken) is not { Node: InterpolatedStringExpressionSyntax { ContainsDirectives: false } text } cause
            || text.Parent is not ArgumentSyntax { NameColon: null, Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax { Parent: ExpressionStatementSyntax statement } call } }
            || statement.Parent is not (BlockSyntax or SwitchSectionSyntax)
            || cause.Model.GetOperation(call, cancellationToken) is not IInvocationOperation operation
            || !SpanOverload.IsThere(operation, text, cause.Model)
            || StackPlace.Function(statement) is not { } function
            || TextLength.Maximal(text, cause.Model, cancellationToken) is not { } length)
        {
            return null;
        }

        // By its place among the texts of the function, so that a fix for all of them gives each its own.
        int index = function.DescendantNodes().OfType<InterpolatedStringExpressionSyntax>().TakeWhile(t => t != text).Count();
        string suffix = index == 0 ? "" : (index + 1).ToString(CultureInfo.InvariantCulture);
        (string buffer, string written) = ("text" + suffix, "written" + suffix);
        if (function.DescendantTokens().Any(t => t.ValueText == buffer || t.ValueText == written)
            || !cause.Model.LookupSymbols(statement.SpanStart, name: buffer).IsEmpty || !cause.Model.LookupSymbols(statement.SpanStart, name: written).IsEmpty)
        {
            return null;
        }

        return new Repair($"Write the text into {length} characters on the stack", statement, editor => Apply(editor, statement, text, buffer, written, length));
    }

    private static void Apply(
        DocumentEditor editor, ExpressionStatementSyntax statement, InterpolatedStringExpressionSyntax text, string buffer, string written, int length)
    {
        StatementSyntax declaration = SyntaxFactory
            .ParseStatement($"global::System.Span<char> {buffer} = stackalloc char[{length.ToString(CultureInfo.InvariantCulture)}];")
            .WithLeadingTrivia(statement.GetLeadingTrivia())
            .WithTrailingTrivia(SyntaxFactory.ElasticLineFeed);
        ExpressionSyntax write = SyntaxFactory.MemberAccessExpression(
            SyntaxKind.SimpleMemberAccessExpression,
            SyntaxFactory.ParseExpression("global::System.MemoryExtensions").WithAdditionalAnnotations(Simplifier.Annotation),
            SyntaxFactory.IdentifierName("TryWrite"));
        ArgumentListSyntax arguments = SyntaxFactory.ParseArgumentList($"({buffer}, $\"\", out int {written})");
        arguments = arguments.ReplaceNode(arguments.Arguments[1].Expression, text.WithoutTrivia());
        StatementSyntax writing = SyntaxFactory.ExpressionStatement(SyntaxFactory.InvocationExpression(write, arguments)).WithTrailingTrivia(SyntaxFactory.ElasticLineFeed);
        editor.InsertBefore(
            statement,
            [
                declaration.ReplaceNodes(declaration.DescendantNodes().OfType<QualifiedNameSyntax>(), static (_, name) => name.WithAdditionalAnnotations(Simplifier.Annotation))
                    .WithAdditionalAnnotations(Formatter.Annotation),
                writing.WithAdditionalAnnotations(Formatter.Annotation),
            ]);
        int ordinal = statement.DescendantNodes().OfType<InterpolatedStringExpressionSyntax>().TakeWhile(t => t != text).Count();
        editor.ReplaceNode(statement, (current, _) =>
        {
            var changed = (ExpressionStatementSyntax)current;
            InterpolatedStringExpressionSyntax inside = changed.DescendantNodes().OfType<InterpolatedStringExpressionSyntax>().ElementAt(ordinal);
            return changed
                .ReplaceNode(inside, SyntaxFactory.ParseExpression($"{buffer}[..{written}]").WithTriviaFrom(inside))
                .WithLeadingTrivia(SyntaxFactory.ElasticMarker)
                .WithAdditionalAnnotations(Formatter.Annotation);
        });
    }
}
