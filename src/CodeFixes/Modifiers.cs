using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TopHalf.CodeFixes;

/// <summary>Words before a declaration.</summary>
internal static class Modifiers
{
    /// <summary>The type with <c>partial</c>, which C# wants right before the keyword.</summary>
    public static TypeDeclarationSyntax AddPartial(TypeDeclarationSyntax type)
    {
        if (type.Modifiers.Any(SyntaxKind.PartialKeyword))
        {
            return type;
        }

        SyntaxToken partial = SyntaxFactory.Token(SyntaxKind.PartialKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        if (type.Modifiers.Any())
        {
            return (TypeDeclarationSyntax)type.WithModifiers(type.Modifiers.Add(partial));
        }

        // The first word of a declaration carries its comments and indentation.
        partial = partial.WithLeadingTrivia(type.Keyword.LeadingTrivia);
        return (TypeDeclarationSyntax)type.WithKeyword(type.Keyword.WithLeadingTrivia()).WithModifiers(SyntaxFactory.TokenList(partial));
    }
}
