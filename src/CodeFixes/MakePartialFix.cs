using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TopHalf.Declarations;

namespace TopHalf.CodeFixes;

/// <summary>TH1001, TH1002: writes <c>partial</c> before a driver class or a type around it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakePartialFix)), Shared]
public sealed class MakePartialFix : DriverCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        [DeclarationRules.ClassNotPartial.Id, DeclarationRules.ContainerNotPartial.Id];

    private protected override Repair? Find(
        SyntaxNode root, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken)
        => root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type
            ? new Repair(
                $"Make '{type.Identifier.ValueText}' partial",
                type,
                editor => editor.ReplaceNode(type, static (current, _) => Modifiers.AddPartial((TypeDeclarationSyntax)current)))
            : null;
}
