using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TopHalf.Declarations;

namespace TopHalf.CodeFixes;

/// <summary>
/// TH1101: gives a handler the signature <c>void M(in Interrupt irq)</c>. What it returned is computed still, if that can do
/// anything, and dropped. Not offered where it would break the method itself: a parameter that goes is used, the interrupt is
/// written to, the method overrides or implements another, is partial, or is an iterator. Who calls the method is not looked for:
/// a handler is called by the device.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SignatureFix)), Shared]
public sealed class SignatureFix : DriverCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DeclarationRules.HandlerSignature.Id];

    private protected override Repair? Find(
        SyntaxNode root, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } method
            || method.ReturnType is RefTypeSyntax
            || model.GetDeclaredSymbol(method, cancellationToken) is not
            {
                IsOverride: false,
                IsPartialDefinition: false,
                PartialDefinitionPart: null,
            } symbol
            || HandlerParameter.TryMake(method, symbol, model, cancellationToken) is not { } parameter
            || (!symbol.ReturnsVoid && method.DescendantNodes().Any(static n => n is YieldStatementSyntax)))
        {
            return null;
        }

        bool returnsVoid = symbol.ReturnsVoid;
        return new Repair(
            $"Change the signature to 'void {symbol.Name}(in Interrupt {parameter.Identifier.ValueText})'",
            method,
            editor => editor.ReplaceNode(method, (current, _) =>
            {
                var changed = (MethodDeclarationSyntax)current;
                changed = changed.WithParameterList(HandlerParameter.ListOf(changed.ParameterList, parameter));
                return returnsVoid ? changed : DroppedResult.Of(changed);
            }));
    }
}
