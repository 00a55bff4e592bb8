using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using TopHalf.CompilerTesting;

namespace TopHalf.CodeFixes.Tests.Editor;

/// <summary>
/// A project with the package, open in an editor. There is one for all tests, so that generator and analyzers start once; each test opens
/// documents of its own, which are gone when it is disposed.
/// </summary>
internal sealed class EditorProject : IDisposable
{
    private static readonly AdhocWorkspace Workspace = new();
    private static readonly ProjectId Id = Open();
    private static readonly SemaphoreSlim OneTest = new(1);
    private static int _opened;

    private readonly List<DocumentId> _documents = [];

    /// <summary>Opens documents; the project has no others.</summary>
    /// <param name="texts">By position; <see cref="OpenDocument.Id"/>.</param>
    public static async Task<EditorProject> With(params string[] texts)
    {
        await OneTest.WaitAsync();
        var project = new EditorProject();
        foreach (string text in texts)
        {
            var document = DocumentId.CreateNewId(Id);
            string name = $"Open{Interlocked.Increment(ref _opened).ToString(CultureInfo.InvariantCulture)}.cs";
            Assert.True(Workspace.TryApplyChanges(
                Workspace.CurrentSolution.AddDocument(document, name, SourceText.From(text), filePath: "/project/" + name)));
            project._documents.Add(document);
        }

        return project;
    }

    /// <summary>One of the documents, as typed into.</summary>
    public OpenDocument this[int index] => new(Workspace, _documents[index]);

    /// <summary>All that C# and our analyzers say of the project as it is now, with the errors of what is generated.</summary>
    public static async Task<string[]> Build()
    {
        var found = new List<string>();
        foreach (Document document in Workspace.CurrentSolution.GetProject(Id)!.Documents)
        {
            found.AddRange((await new OpenDocument(Workspace, document.Id).Diagnose()).Select(static d => d.ToString()));
        }

        Compilation compilation = (await Workspace.CurrentSolution.GetProject(Id)!.GetCompilationAsync())!;
        return [.. found, .. compilation.GetDiagnostics().Where(static d => d.Severity >= DiagnosticSeverity.Warning).Select(static d => d.ToString())];
    }

    public void Dispose()
    {
        Solution solution = Workspace.CurrentSolution;
        _documents.ForEach(document => solution = solution.RemoveDocument(document));
        bool closed = Workspace.TryApplyChanges(solution);
        OneTest.Release();
        Assert.True(closed);
    }

    private static ProjectId Open()
    {
        ProjectOptions options = CodeFixTest.Options;
        CSharpCompilation compilation = DriverProject.Create(options);
        var project = ProjectId.CreateNewId();
        Workspace.AddProject(ProjectInfo.Create(
            project,
            VersionStamp.Default,
            "Driver",
            "Driver",
            LanguageNames.CSharp,
            filePath: "/project/Driver.csproj",
            compilationOptions: compilation.Options,
            parseOptions: DriverProject.ParseOptions(options),
            metadataReferences: compilation.References.Select(Documented),
            analyzerReferences: AnalyzerFiles.References));
        return project;
    }

    // A build of a project shows its editor the comments of members in a file beside the assembly.
    private static MetadataReference Documented(MetadataReference reference)
        => reference is PortableExecutableReference { FilePath: { } path } && Path.GetFileName(path) == "TopHalf.dll"
            ? MetadataReference.CreateFromFile(path, documentation: XmlDocumentationProvider.CreateFromFile(Path.ChangeExtension(path, ".xml")))
            : reference;
}
