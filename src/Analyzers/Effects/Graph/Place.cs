using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace TopHalf.Analyzers.Effects;

/// <summary>A span of source text.</summary>
internal readonly record struct Place(SyntaxTree Tree, TextSpan Span)
{
    /// <summary>The place of a node.</summary>
    public static Place Of(SyntaxNode node) => new(node.SyntaxTree, node.Span);

    /// <summary>The place of a token.</summary>
    public static Place Of(SyntaxToken token) => new(token.SyntaxTree!, token.Span);

    /// <summary>The same as diagnostics name it.</summary>
    public Location ToLocation() => Location.Create(Tree, Span);
}
