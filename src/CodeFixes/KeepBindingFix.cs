using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TopHalf.Declarations;

namespace TopHalf.CodeFixes;

/// <summary>
/// TH1014: keeps the binding until the end of the block. Offered where a declaration can stand, and not behind a <c>?.</c>, where there may
/// be none.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(KeepBindingFix)), Shared]
public sealed class KeepBindingFix : DriverCodeFix
{
    private const string Name = "interrupts";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DeclarationRules.BindingDropped.Id];

    private protected override Repair? Find(SyntaxNode root, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<ExpressionStatementSyntax>()
            is not { Expression: InvocationExpressionSyntax, Parent: BlockSyntax or GlobalStatementSyntax } statement
            || !model.LookupSymbols(statement.SpanStart, name: Name).IsEmpty)
        {
            return null;
        }

        return new Repair("Keep the binding until the end of the block", statement, Repair.Replace(statement, static current => Keep((ExpressionStatementSyntax)current)));
    }

    private static LocalDeclarationStatementSyntax Keep(ExpressionStatementSyntax statement)
    {
        var declaration = (LocalDeclarationStatementSyntax)SyntaxFactory.ParseStatement($"using var {Name} = x;");
        VariableDeclaratorSyntax variable = declaration.Declaration.Variables[0];
        return declaration
            .ReplaceNode(variable.Initializer!.Value, statement.Expression.WithoutTrivia())
            .WithTriviaFrom(statement);
    }
}
