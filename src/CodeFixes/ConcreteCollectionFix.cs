using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;
using TopHalf.Analyzers.Effects;

namespace TopHalf.CodeFixes;

/// <summary>
/// TH2011: declares a private field or a local as the collection that it always holds, instead of as an interface of it: the enumerator is
/// then no object. Offered where all that is ever put into it is of one class, and all that is done with it means the same of that class.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ConcreteCollectionFix)), Shared]
public sealed class ConcreteCollectionFix : DriverCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [EffectRules.Enumerator.Id];

    private protected override Repair? Find(
        SyntaxNode root, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (Cause.Of(diagnostic, model, cancellationToken) is not { Node: ExpressionSyntax { Parent: CommonForEachStatementSyntax } walked } cause
            || cause.Model.GetSymbolInfo(walked, cancellationToken).Symbol is not { } variable
            || Declaration(variable, cancellationToken) is not { Type.IsVar: false } declaration
            || CollectionUses.Of(variable, declaration, cause.Model, cancellationToken) is not { } uses)
        {
            return null;
        }

        bool isNullable = declaration.Type is NullableTypeSyntax;
        SemanticModel semantics = SemanticModels.Of(cause.Model, declaration.SyntaxTree);
        string written = uses.Type.ToMinimalDisplayString(semantics, declaration.SpanStart, SymbolDisplayFormat.MinimallyQualifiedFormat);
        TypeSyntax type = SyntaxFactory.ParseTypeName(isNullable ? written.TrimEnd('?') + "?" : written.TrimEnd('?'));
        return new Repair(
            $"Declare '{variable.Name}' as {written.TrimEnd('?')}",
            declaration,
            [
                (declaration.Type, current => type.WithTriviaFrom(current)),
                .. uses.Counts.Select(static count => ((SyntaxNode)count, (Func<SyntaxNode, SyntaxNode>)ToLength)),
            ]);
    }

    private static VariableDeclarationSyntax? Declaration(ISymbol variable, CancellationToken cancellationToken)
        => variable is ILocalSymbol or IFieldSymbol { DeclaredAccessibility: Accessibility.Private }
            && variable.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) is VariableDeclaratorSyntax
            {
                Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: FieldDeclarationSyntax or LocalDeclarationStatementSyntax } declaration,
            }
                ? declaration
                : null;

    private static IdentifierNameSyntax ToLength(SyntaxNode count)
        => SyntaxFactory.IdentifierName(nameof(Array.Length)).WithTriviaFrom(count);
}
