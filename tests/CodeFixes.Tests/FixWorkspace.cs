using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using TopHalf.CompilerTesting;

namespace TopHalf.CodeFixes.Tests;

/// <summary>A solution as an editor holds it: projects of documents, and what our analyzers say about them.</summary>
internal sealed class FixWorkspace : IDisposable
{
    private readonly AdhocWorkspace _workspace = new();
    private readonly DocumentId[][] _documents;

    /// <summary>Makes it; where it is a chain, the first project references the second, and so on.</summary>
    public FixWorkspace(string[][] projects, ProjectOptions options, bool isChain = false)
    {
        Solution solution = _workspace.CurrentSolution;
        _documents = new DocumentId[projects.Length][];
        for (int p = 0; p < projects.Length; p++)
        {
            CSharpCompilation compilation = DriverProject.Create(options);
            var project = ProjectId.CreateNewId();
            string name = "Project" + p.ToString(CultureInfo.InvariantCulture);
            solution = solution.AddProject(ProjectInfo.Create(
                project,
                VersionStamp.Default,
                name,
                name,
                LanguageNames.CSharp,
                compilationOptions: compilation.Options,
                parseOptions: DriverProject.ParseOptions(options),
                metadataReferences: compilation.References));
            _documents[p] = new DocumentId[projects[p].Length];
            for (int d = 0; d < projects[p].Length; d++)
            {
                _documents[p][d] = DocumentId.CreateNewId(project);
                solution = solution.AddDocument(_documents[p][d], $"Driver{d}.cs", SourceText.From(projects[p][d]));
            }
        }

        for (int p = 0; isChain && p + 1 < projects.Length; p++)
        {
            solution = solution.AddProjectReference(_documents[p][0].ProjectId, new ProjectReference(_documents[p + 1][0].ProjectId));
        }

        Assert.True(_workspace.TryApplyChanges(solution));
    }

    /// <summary>The first document of the first project.</summary>
    public Document First => _workspace.CurrentSolution.GetDocument(_documents[0][0])!;

    /// <summary>What the fixer of many asks for diagnostics.</summary>
    public FixAllContext.DiagnosticProvider Diagnostics { get; } = new Provider();

    /// <summary>All that our analyzers report for a project.</summary>
    public static async Task<ImmutableArray<Diagnostic>> Analyze(Project project)
        => await AnalyzerTest.Analyze((await project.GetCompilationAsync())!);

    /// <summary>The texts of a later state of the solution.</summary>
    public async Task<string[][]> Read(Solution solution)
    {
        var texts = new List<string[]>();
        foreach (DocumentId[] project in _documents)
        {
            var documents = new List<string>();
            foreach (DocumentId document in project)
            {
                documents.Add((await solution.GetDocument(document)!.GetTextAsync()).ToString().ReplaceLineEndings("\n"));
            }

            texts.Add([.. documents]);
        }

        return [.. texts];
    }

    public void Dispose() => _workspace.Dispose();

    private sealed class Provider : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken)
            => await Analyze(project);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
        {
            SyntaxTree? tree = await document.GetSyntaxTreeAsync(cancellationToken);
            return (await Analyze(document.Project)).Where(d => d.Location.SourceTree == tree);
        }

        // No rule of ours is about a project without a place in it.
        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken)
            => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
