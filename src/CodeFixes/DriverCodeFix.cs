using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;

namespace TopHalf.CodeFixes;

/// <summary>
/// A fix says what to change for one diagnostic, in whatever documents that is; that it can do so for all of a document, a project or a
/// solution at once is done here: all changes of a document go through one editor, so they cannot undo each other.
/// </summary>
public abstract class DriverCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => new AllAtOnce(this);

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (await FindAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false) is { } repair)
            {
                // One key for all titles: 0x21 → 0x20 and 0x46 → 0x44 are one kind of fix.
                context.RegisterCodeFix(
                    CodeAction.Create(
                        repair.Title,
                        cancellationToken => FixAsync(context.Document.Project.Solution, [(context.Document, diagnostic)], cancellationToken),
                        equivalenceKey: GetType().Name),
                    diagnostic);
            }
        }
    }

    /// <summary>What to change for a diagnostic; null where it cannot be changed without breaking something else.</summary>
    private protected abstract Repair? Find(SyntaxNode root, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken);

    /// <summary>The document that a tree is of; null for what a generator wrote, which cannot be changed.</summary>
    internal static Document? DocumentOf(Solution solution, SyntaxTree? tree)
        => solution.GetDocument(tree) is { } document and not SourceGeneratedDocument ? document : null;

    /// <summary>Mends all that can be mended of these.</summary>
    internal async Task<Solution> FixAsync(
        Solution solution, IEnumerable<(Document Document, Diagnostic Diagnostic)> found, CancellationToken cancellationToken)
    {
        var editor = new SolutionEditor(solution);
        var changed = new HashSet<SyntaxNode>();
        // Analyzers run concurrently, so diagnostics come in any order; what is moved keeps the order of the source.
        foreach ((Document document, Diagnostic diagnostic) in found
            .OrderBy(static f => f.Document.FilePath ?? f.Document.Name, StringComparer.Ordinal)
            .ThenBy(static f => f.Diagnostic.Location.SourceSpan.Start))
        {
            // Several diagnostics can ask for one and the same change.
            if (await FindAsync(document, diagnostic, cancellationToken).ConfigureAwait(false) is not { } repair || !changed.Add(repair.Target))
            {
                continue;
            }

            foreach ((SyntaxTree tree, Action<DocumentEditor> apply) in repair.Edits)
            {
                apply(await editor.GetDocumentEditorAsync(solution.GetDocument(tree)!.Id, cancellationToken).ConfigureAwait(false));
            }
        }

        return editor.GetChangedSolution();
    }

    private async Task<Repair?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        SyntaxNode? root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        SemanticModel? model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        Repair? repair = root is null || model is null ? null : Find(root, model, diagnostic, cancellationToken);
        return repair?.Edits.All(e => DocumentOf(document.Project.Solution, e.Tree) is not null) == true ? repair : null;
    }
}
