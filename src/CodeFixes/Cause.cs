using Microsoft.CodeAnalysis;

namespace TopHalf.CodeFixes;

/// <summary>What a diagnostic about a handler is told for, which may be far from the handler, in another file.</summary>
internal sealed class Cause
{
    // As many as the analyzer tells of a way. Of a longer one its end is not among them.
    private const int MaximalPlaces = 32;

    private Cause(SyntaxNode node, SemanticModel model)
    {
        Node = node;
        Model = model;
    }

    /// <summary>The innermost node of the place.</summary>
    public SyntaxNode Node { get; }

    /// <summary>Of the document that the node is in.</summary>
    public SemanticModel Model { get; }

    /// <summary>The end of the way that the diagnostic tells of: its last location.</summary>
    public static Cause? Of(Diagnostic diagnostic, SemanticModel model, CancellationToken cancellationToken)
    {
        IReadOnlyList<Location> way = diagnostic.AdditionalLocations;
        Location location = way.Count == 0 ? diagnostic.Location : way[way.Count - 1];
        if (way.Count >= MaximalPlaces || Find(location.SourceTree, model.Compilation) is not { } tree)
        {
            return null;
        }

        SyntaxNode root = tree.GetRoot(cancellationToken);
        return root.FullSpan.Contains(location.SourceSpan)
            ? new Cause(root.FindNode(location.SourceSpan, getInnermostNodeForTie: true), SemanticModels.Of(model, tree))
            : null;
    }

    // Editors analyse in another process, and may have parsed the text once more.
    private static SyntaxTree? Find(SyntaxTree? tree, Compilation compilation)
        => tree is null ? null
            : compilation.ContainsSyntaxTree(tree) ? tree
            : compilation.SyntaxTrees.FirstOrDefault(t => t.FilePath.Length > 0 && t.FilePath == tree.FilePath);
}
