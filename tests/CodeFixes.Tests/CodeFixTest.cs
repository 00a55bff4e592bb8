using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using TopHalf.CompilerTesting;

namespace TopHalf.CodeFixes.Tests;

/// <summary>
/// Applies a fix and compares the text. What comes out is compiled with all that is generated and analysed: it must report what
/// is marked in it and nothing else, so a fix that leaves the code broken fails its test. All is C# 13, which has params of spans.
/// </summary>
internal static class CodeFixTest
{
    /// <summary>The project that documents are in, unless a test has its own.</summary>
    public static readonly ProjectOptions Options = new() { Language = LanguageVersion.CSharp13 };

    /// <summary>Fixes the first diagnostic of the fix's rules in a document.</summary>
    public static async Task Verify(DriverCodeFix fix, string before, string after, string? title = null)
    {
        await AnalyzerTest.Verify(before, Options);
        using var workspace = new FixWorkspace([[Markup.Parse(before).Text]], Options);
        CodeAction action = Assert.Single(await FindActions(fix, workspace));
        Assert.Equal(fix.GetType().Name, action.EquivalenceKey);
        if (title is not null)
        {
            Assert.Equal(title, action.Title);
        }

        await Compare([[Markup.Parse(after).Text]], workspace, action);
        await AnalyzerTest.Verify(after, Options);
    }

    /// <summary>A source with a fault of the fix's rules that it does not offer to mend.</summary>
    public static Task VerifyNoFix(DriverCodeFix fix, string source) => VerifyNoFix(fix, source, Options);

    /// <summary>The same in a project of one's own.</summary>
    public static async Task VerifyNoFix(DriverCodeFix fix, string source, ProjectOptions project)
    {
        await AnalyzerTest.Verify(source, project);
        using var workspace = new FixWorkspace([[Markup.Parse(source).Text]], project);
        Assert.Empty(await FindActions(fix, workspace));
    }

    /// <summary>Fixes all diagnostics of the fix's rules in a document, a project or a solution.</summary>
    /// <param name="fix">The fix.</param>
    /// <param name="scope">Where; counted from the first document.</param>
    /// <param name="before">The documents of each project.</param>
    /// <param name="after">What becomes of them.</param>
    /// <param name="isMended">Nothing is reported afterwards; false where the scope leaves something out.</param>
    public static async Task VerifyAll(
        DriverCodeFix fix, FixAllScope scope, string[][] before, string[][] after, bool isMended = true)
    {
        using var workspace = new FixWorkspace(before, Options);
        var context = new FixAllContext(
            workspace.First,
            fix,
            scope,
            fix.GetType().Name,
            fix.FixableDiagnosticIds,
            workspace.Diagnostics,
            CancellationToken.None);
        CodeAction? action = await fix.GetFixAllProvider().GetFixAsync(context);
        await Compare(after, workspace, action ?? throw new CheckFailedException("Nothing was offered for all."));
        foreach (string[] project in isMended ? after : [])
        {
            await AnalyzerTest.Verify(string.Join("\n", project), Options);
        }
    }

    /// <summary>Fixes the first diagnostic of the fix's rules, in projects of which each references the next.</summary>
    public static async Task VerifySeveral(DriverCodeFix fix, string[][] before, string[][] after)
    {
        using var workspace = new FixWorkspace(before, Options, isChain: true);
        Solution changed = await Compare(after, workspace, Assert.Single(await FindActions(fix, workspace)));
        foreach (Project project in changed.Projects)
        {
            Assert.DoesNotContain((await project.GetCompilationAsync())!.GetDiagnostics(), static d => d.Severity == DiagnosticSeverity.Error);
            Assert.Empty(await FixWorkspace.Analyze(project));
        }
    }

    private static async Task<IReadOnlyList<CodeAction>> FindActions(DriverCodeFix fix, FixWorkspace workspace)
    {
        ImmutableArray<Diagnostic> found = await FixWorkspace.Analyze(workspace.First.Project);
        Diagnostic diagnostic = found.Where(d => fix.FixableDiagnosticIds.Contains(d.Id)).OrderBy(static d => d.Location.SourceSpan.Start).First();
        var actions = new List<CodeAction>();
        await fix.RegisterCodeFixesAsync(new CodeFixContext(workspace.First, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
        return actions;
    }

    private static async Task<Solution> Compare(string[][] after, FixWorkspace workspace, CodeAction action)
    {
        ImmutableArray<CodeActionOperation> operations = await action.GetOperationsAsync(CancellationToken.None);
        Solution changed = Assert.IsType<ApplyChangesOperation>(Assert.Single(operations)).ChangedSolution;
        string[][] texts = await workspace.Read(changed);
        Assert.Equal(Join(after), Join(texts));
        return changed;

        static string Join(string[][] projects) => string.Join("\n#####\n", projects.Select(static p => string.Join("\n=====\n", p)));
    }
}
