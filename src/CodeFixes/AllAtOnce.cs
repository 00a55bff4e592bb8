using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace TopHalf.CodeFixes;

/// <summary>
/// Mends all diagnostics of a document, a project or a solution in one go. Those that Roslyn has for that change each document by
/// itself; what a handler does is often mended elsewhere than where it is told.
/// </summary>
internal sealed class AllAtOnce(DriverCodeFix fix) : FixAllProvider
{
    /// <inheritdoc/>
    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        IEnumerable<Diagnostic> diagnostics = fixAllContext switch
        {
            { Scope: FixAllScope.Document, Document: { } document } => await fixAllContext.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false),
            { Scope: FixAllScope.Solution } => await OfSolution(fixAllContext).ConfigureAwait(false),
            _ => await fixAllContext.GetAllDiagnosticsAsync(fixAllContext.Project).ConfigureAwait(false),
        };
        (Document, Diagnostic)[] found =
        [
            .. from diagnostic in diagnostics
               let document = DriverCodeFix.DocumentOf(fixAllContext.Solution, diagnostic.Location.SourceTree)
               where document is not null
               select (document, diagnostic),
        ];
        return CodeAction.Create(
            $"Fix all {string.Join(", ", fixAllContext.DiagnosticIds.OrderBy(static id => id, StringComparer.Ordinal))}",
            cancellationToken => fix.FixAsync(fixAllContext.Solution, found, cancellationToken),
            equivalenceKey: fix.GetType().Name);
    }

    private static async Task<IEnumerable<Diagnostic>> OfSolution(FixAllContext context)
    {
        var all = new List<Diagnostic>();
        foreach (Project project in context.Solution.Projects)
        {
            all.AddRange(await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false));
        }

        return all;
    }
}
