using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>
/// Whether a member uses what others use too, inside and outside of handlers: [InterruptUnsafe] on it may be there to allow the race.
/// </summary>
internal static class SharedState
{
    public static bool IsUsed(IMethodSymbol method, EffectModel model, CancellationToken cancellation)
    {
        foreach (SyntaxReference reference in method.DeclaringSyntaxReferences)
        {
            SyntaxNode syntax = reference.GetSyntax(cancellation);

            // What an auto-property keeps is the property.
            if (syntax is AccessorDeclarationSyntax { Body: null, ExpressionBody: null } && method.AssociatedSymbol is IPropertySymbol { SetMethod: not null } property)
            {
                if (IsShared(property, method, syntax.Parent?.Parent ?? syntax, cancellation))
                {
                    return true;
                }
            }
            else if (model.GetModel(syntax.SyntaxTree).GetOperation(syntax, cancellation) is { } code
                && code.Descendants().OfType<IFieldReferenceOperation>().Select(static f => f.Field)
                    .Any(f => f is { IsReadOnly: false, IsConst: false } && IsShared(f, method, syntax, cancellation)))
            {
                return true;
            }
        }

        return false;
    }

    // By its name: a use too many only keeps an attribute that could go.
    private static bool IsShared(ISymbol state, IMethodSymbol user, SyntaxNode own, CancellationToken cancellation)
    {
        bool isOutside = user.DeclaredAccessibility is not (Accessibility.Private or Accessibility.NotApplicable);
        return state.ContainingType is not { } type
            || !SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, user.ContainingType?.OriginalDefinition)
            || type.DeclaringSyntaxReferences
                .SelectMany(r => r.GetSyntax(cancellation).DescendantNodes())
                .Any(n => n is IdentifierNameSyntax name && name.Identifier.ValueText == state.Name
                    && !(n.SyntaxTree == own.SyntaxTree && own.Span.Contains(n.Span))
                    && (isOutside || IsOutside(n)));
    }

    private static bool IsOutside(SyntaxNode use)
        => use.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member
            && member is not (ConstructorDeclarationSyntax or FieldDeclarationSyntax or TypeDeclarationSyntax)
            && member.Modifiers.Any(static m => m.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword or SyntaxKind.ProtectedKeyword);
}
