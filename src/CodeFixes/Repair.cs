using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Editing;

namespace TopHalf.CodeFixes;

/// <summary>A change that mends a fault.</summary>
internal sealed class Repair(string title, SyntaxNode target, Action<DocumentEditor> apply)
{
    /// <summary>What the author is offered.</summary>
    public string Title { get; } = title;

    /// <summary>What is changed, as it stands in the document: two repairs of one target are the same.</summary>
    public SyntaxNode Target { get; } = target;

    /// <summary>Makes the change.</summary>
    public Action<DocumentEditor> Apply { get; } = apply;
}
