using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Editing;

namespace TopHalf.CodeFixes;

/// <summary>A change that mends a fault: of one document, or of several at once.</summary>
internal sealed class Repair
{
    /// <summary>A change of the document that the target is in.</summary>
    public Repair(string title, SyntaxNode target, Action<DocumentEditor> apply)
    {
        Title = title;
        Target = target;
        Edits = [(target.SyntaxTree, apply)];
    }

    /// <summary>
    /// Replacements of nodes, wherever they are. Each is made of the node as it is then, since a fix for many may have changed it
    /// before: what is made of the original would undo that.
    /// </summary>
    public Repair(string title, SyntaxNode target, IEnumerable<(SyntaxNode Node, Func<SyntaxNode, SyntaxNode> Change)> replacements)
    {
        Title = title;
        Target = target;
        Edits = [.. replacements.Select(static r => (r.Node.SyntaxTree, Replace(r.Node, r.Change)))];
    }

    /// <summary>Changes of several documents.</summary>
    public Repair(string title, SyntaxNode target, IReadOnlyList<(SyntaxTree Tree, Action<DocumentEditor> Apply)> edits)
    {
        Title = title;
        Target = target;
        Edits = edits;
    }

    /// <summary>What the author is offered.</summary>
    public string Title { get; }

    /// <summary>What is changed, as it stands in its document: two repairs of one target are the same.</summary>
    public SyntaxNode Target { get; }

    /// <summary>The documents, and what is done to each.</summary>
    public IReadOnlyList<(SyntaxTree Tree, Action<DocumentEditor> Apply)> Edits { get; }

    /// <summary>One replacement, of the node as it is then.</summary>
    public static Action<DocumentEditor> Replace(SyntaxNode node, Func<SyntaxNode, SyntaxNode> change)
        => editor => editor.ReplaceNode(node, (current, _) => change(current));
}
