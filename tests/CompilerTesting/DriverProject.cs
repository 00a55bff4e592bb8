using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TopHalf.CompilerTesting;

/// <summary>A compilation with a driver in it, before any generator ran.</summary>
public static class DriverProject
{
    private static readonly MetadataReference[] Framework = LoadPlatform(static name => name != "TopHalf");
    private static readonly MetadataReference[] Runtime = LoadPlatform(static name => name == "TopHalf");

    /// <summary>How sources of a project are parsed: comments are checked too.</summary>
    public static CSharpParseOptions ParseOptions(ProjectOptions options)
        => new(options.Language, DocumentationMode.Diagnose);

    /// <summary>Makes the compilation.</summary>
    public static CSharpCompilation Create(ProjectOptions options, params string[] sources)
    {
        IEnumerable<SyntaxTree> trees = sources.Select((text, i) =>
            CSharpSyntaxTree.ParseText(text, ParseOptions(options), i == 0 ? "Driver.cs" : $"Driver{i + 1}.cs"));
        return CSharpCompilation.Create(
            "DriverUnderTest" + Guid.NewGuid().ToString("N"),
            trees,
            options.RuntimeSource is null ? [.. Framework, .. Runtime] : [.. Framework, CompileRuntime(options.RuntimeSource)],
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                allowUnsafe: options.AllowUnsafe,
                checkOverflow: options.Checked,
                nullableContextOptions: options.Nullable ? NullableContextOptions.Enable : NullableContextOptions.Disable,
                specificDiagnosticOptions: options.Severities,
                warningLevel: 9999));
    }

    private static CompilationReference CompileRuntime(string source) => CSharpCompilation.Create(
        "TopHalf",
        [CSharpSyntaxTree.ParseText(source)],
        Framework,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).ToMetadataReference();

    // The assemblies that this process runs on: the shared framework, and TopHalf.dll as the tests' own reference.
    private static MetadataReference[] LoadPlatform(Func<string, bool> take)
        => [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => IsPlatform(path) && take(Path.GetFileNameWithoutExtension(path)))
            .Select(static path => MetadataReference.CreateFromFile(path))];

    private static bool IsPlatform(string path)
        => Path.GetFileNameWithoutExtension(path) is "TopHalf" or "mscorlib" or "netstandard"
            || (Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal)
                && Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location));
}
