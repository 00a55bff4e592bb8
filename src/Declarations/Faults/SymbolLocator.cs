using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TopHalf.Declarations;

/// <summary>Finds the tokens of a symbol's declaration. A part that is not there falls back to the name.</summary>
internal static class SymbolLocator
{
    public static Location Locate(ISymbol symbol, AnchorPart part, SyntaxKind token, CancellationToken cancellationToken)
    {
        // A partial type has several declarations; the wrong word may be on any of them.
        foreach (SyntaxReference reference in symbol.DeclaringSyntaxReferences)
        {
            SyntaxNode node = reference.GetSyntax(cancellationToken);
            Location? found = part switch
            {
                AnchorPart.Word => FindWord(node, token),
                AnchorPart.TypeParameters => FindTypeParameters(node)?.GetLocation(),
                AnchorPart.ReturnType => (node as MethodDeclarationSyntax)?.ReturnType.GetLocation(),
                AnchorPart.Parameters => (node as BaseMethodDeclarationSyntax)?.ParameterList.GetLocation(),
                AnchorPart.Parameter => node.GetLocation(),
                AnchorPart.ParameterType => (node as ParameterSyntax)?.Type?.GetLocation(),
                _ => null,
            };
            if (found is not null)
            {
                return found;
            }
        }

        return symbol.Locations.FirstOrDefault(static l => l.IsInSource) ?? Location.None;
    }

    private static Location? FindWord(SyntaxNode node, SyntaxKind token)
    {
        if (node is RecordDeclarationSyntax record && record.Keyword.IsKind(token))
        {
            return record.Keyword.GetLocation();
        }

        foreach (SyntaxToken modifier in (node as MemberDeclarationSyntax)?.Modifiers ?? default)
        {
            if (modifier.IsKind(token))
            {
                return modifier.GetLocation();
            }
        }

        return null;
    }

    private static TypeParameterListSyntax? FindTypeParameters(SyntaxNode node) => node switch
    {
        TypeDeclarationSyntax type => type.TypeParameterList,
        MethodDeclarationSyntax method => method.TypeParameterList,
        _ => null,
    };
}
