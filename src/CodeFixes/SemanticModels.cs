using Microsoft.CodeAnalysis;

namespace TopHalf.CodeFixes;

/// <summary>The semantics of documents that a fix changes besides the one that it was asked for.</summary>
internal static class SemanticModels
{
    /// <summary>Of a tree of the same compilation.</summary>
    public static SemanticModel Of(SemanticModel model, SyntaxTree tree)
        => model.SyntaxTree == tree ? model : model.Compilation.GetSemanticModel(tree);
}
