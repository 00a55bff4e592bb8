using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using TopHalf.CompilerTesting;

namespace TopHalf.CodeFixes.Tests.Editor;

/// <summary>A document that a person types into, and what the editor shows in it.</summary>
internal sealed class OpenDocument(Workspace workspace, DocumentId id)
{
    /// <summary>It as it is now.</summary>
    public Document Document => workspace.CurrentSolution.GetDocument(id)!;

    /// <summary>Its text now.</summary>
    public async Task<string> Read() => (await Document.GetTextAsync()).ToString();

    /// <summary>Replaces a piece of text that is there once.</summary>
    public async Task Type(string before, string after)
    {
        TextSpan span = await SpanOf(before);
        SourceText text = (await Document.GetTextAsync()).WithChanges(new TextChange(span, after));
        Assert.True(workspace.TryApplyChanges(workspace.CurrentSolution.WithDocumentText(id, text)));
    }

    /// <summary>Where a piece of text is that is there once.</summary>
    public async Task<TextSpan> SpanOf(string piece)
    {
        string text = await Read();
        int start = text.IndexOf(piece, StringComparison.Ordinal);
        Assert.True(start >= 0 && text.IndexOf(piece, start + 1, StringComparison.Ordinal) < 0, $"'{piece}' is not there once:\n{text}");
        return new TextSpan(start, piece.Length);
    }

    /// <summary>
    /// The squiggles: what C# and our analyzers say of this document alone, by position. What is only reported when a whole compilation has
    /// been looked at is not among them, as it is not while somebody types.
    /// </summary>
    public async Task<ImmutableArray<Diagnostic>> Diagnose()
    {
        Project project = Document.Project;
        Exception? thrown = null;
        var options = new CompilationWithAnalyzersOptions(
            project.AnalyzerOptions, (exception, _, _) => thrown = exception, concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        CompilationWithAnalyzers analyzed = (await project.GetCompilationAsync())!
            .WithAnalyzers([.. project.AnalyzerReferences.SelectMany(r => r.GetAnalyzers(project.Language))], options);
        SemanticModel model = analyzed.Compilation.GetSemanticModel((await Document.GetSyntaxTreeAsync())!);
        ImmutableArray<Diagnostic> syntax = await analyzed.GetAnalyzerSyntaxDiagnosticsAsync(model.SyntaxTree, CancellationToken.None);
        ImmutableArray<Diagnostic> semantic = await analyzed.GetAnalyzerSemanticDiagnosticsAsync(model, null, CancellationToken.None);
        return thrown is null
            ? [.. syntax.Concat(semantic).Concat(model.GetDiagnostics().Where(static d => d.Severity >= DiagnosticSeverity.Warning))
                .OrderBy(static d => d.Location.SourceSpan.Start).ThenBy(static d => d.Id, StringComparer.Ordinal)]
            : throw new CheckFailedException("An analyzer threw: " + thrown);
    }

    /// <summary>The squiggles as "TH1302 0x66": each with the text that it is under.</summary>
    public async Task<string[]> Squiggles()
    {
        SourceText text = await Document.GetTextAsync();
        return [.. (await Diagnose()).Select(d => $"{d.Id} {text.ToString(d.Location.SourceSpan)}")];
    }

    /// <summary>What the light bulb offers for a diagnostic.</summary>
    public async Task<IReadOnlyList<CodeAction>> Offers(Diagnostic diagnostic)
    {
        var actions = new List<CodeAction>();
        foreach (CodeFixProvider fix in AnalyzerFiles.Fixes.Where(f => f.FixableDiagnosticIds.Contains(diagnostic.Id)))
        {
            await fix.RegisterCodeFixesAsync(new CodeFixContext(Document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
        }

        return actions;
    }

    /// <summary>Takes an offer, as a click on it does.</summary>
    public async Task Take(CodeAction action)
    {
        foreach (CodeActionOperation operation in await action.GetOperationsAsync(CancellationToken.None))
        {
            operation.Apply(workspace, CancellationToken.None);
        }
    }
}
