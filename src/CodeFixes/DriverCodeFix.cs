using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;

namespace TopHalf.CodeFixes;

/// <summary>
/// A fix that changes one document. A fix says what to change for one diagnostic; that it can do so for all of a document, a
/// project or a solution at once is done here: all changes of a document go through one editor, so they cannot undo each other.
/// </summary>
public abstract class DriverCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider()
        => FixAllProvider.Create(async (context, document, diagnostics)
            => await FixAsync(document, diagnostics, context.CancellationToken).ConfigureAwait(false));

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
                        cancellationToken => FixAsync(context.Document, [diagnostic], cancellationToken),
                        equivalenceKey: GetType().Name),
                    diagnostic);
            }
        }
    }

    /// <summary>What to change for a diagnostic; null where it cannot be changed without breaking something else.</summary>
    private protected abstract Repair? Find(SyntaxNode root, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken);

    private async Task<Document> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellationToken).ConfigureAwait(false);
        var changed = new HashSet<SyntaxNode>();
        // Analyzers run concurrently, so diagnostics come in any order; what is moved keeps the order of the source.
        foreach (Diagnostic diagnostic in diagnostics.OrderBy(static d => d.Location.SourceSpan.Start))
        {
            // Several diagnostics can ask for one and the same change.
            if (Find(editor.OriginalRoot, editor.SemanticModel, diagnostic, cancellationToken) is { } repair && changed.Add(repair.Target))
            {
                repair.Apply(editor);
            }
        }

        return changed.Count == 0 ? document : editor.GetChangedDocument();
    }

    private async Task<Repair?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        SyntaxNode? root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        SemanticModel? model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        return root is null || model is null ? null : Find(root, model, diagnostic, cancellationToken);
    }
}
