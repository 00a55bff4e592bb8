using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace TopHalf.CompilerTesting;

/// <summary>A compilation with a driver in it, before any generator ran.</summary>
public static class DriverProject
{
    /// <summary>The path of the first source.</summary>
    public const string Path = "Driver.cs";

    private static readonly MetadataReference[] Framework = LoadPlatform(static name => name != "TopHalf");
    private static readonly MetadataReference[] Runtime = LoadPlatform(static name => name == "TopHalf");

    // Roslyn makes the symbols of a reference once for all compilations that live: this one lives as long as the tests.
    private static readonly CSharpCompilation Kept = Keep();

    /// <summary>How sources of a project are parsed: comments are checked too.</summary>
    public static CSharpParseOptions ParseOptions(ProjectOptions options)
        => new(options.Language, DocumentationMode.Diagnose, preprocessorSymbols: options.PreprocessorSymbols);

    /// <summary>Makes the compilation.</summary>
    public static CSharpCompilation Create(ProjectOptions options, params string[] sources)
    {
        IEnumerable<SyntaxTree> trees = sources.Select((text, i) =>
            CSharpSyntaxTree.ParseText(text, ParseOptions(options), i == 0 ? Path : $"Driver{i + 1}.cs"));
        MetadataReference[] references =
            options.RuntimeSource is null ? [.. Framework, .. Runtime] : [.. Framework, CompileRuntime(options.RuntimeSource)];
        if (options.Library is not null)
        {
            references = [.. references, CompileLibrary(options, references)];
        }

        return CSharpCompilation.Create(
            "DriverUnderTest" + Guid.NewGuid().ToString("N"), trees, references, CompilationOptions(options, options.Output));
    }

    private static CSharpCompilationOptions CompilationOptions(ProjectOptions options, OutputKind output) => new(
        output,
        optimizationLevel: options.Optimization,
        allowUnsafe: options.AllowUnsafe,
        checkOverflow: options.Checked,
        nullableContextOptions: options.Nullable ? NullableContextOptions.Enable : NullableContextOptions.Disable,
        specificDiagnosticOptions: options.Severities,
        warningLevel: 9999);

    // An image has no bodies of its members; a reference to its compilation has.
    private static MetadataReference CompileLibrary(ProjectOptions options, MetadataReference[] references)
    {
        var library = CSharpCompilation.Create(
            options.LibraryName,
            [CSharpSyntaxTree.ParseText(options.Library!, ParseOptions(options), "Library.cs")],
            references,
            CompilationOptions(options, OutputKind.DynamicallyLinkedLibrary));
        using var image = new MemoryStream();
        EmitResult result = library.Emit(image);
        if (!result.Success)
        {
            throw new CheckFailedException("The library does not compile:\n" + string.Join("\n", result.Diagnostics));
        }

        return options.IsLibrarySource ? library.ToMetadataReference() : MetadataReference.CreateFromImage(image.ToArray());
    }

    private static CompilationReference CompileRuntime(string source) => CSharpCompilation.Create(
        "TopHalf",
        [CSharpSyntaxTree.ParseText(source)],
        Framework,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).ToMetadataReference();

    // The assemblies that this process runs on: the shared framework, and TopHalf.dll as the tests' own reference.
    private static MetadataReference[] LoadPlatform(Func<string, bool> take)
        => [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(System.IO.Path.PathSeparator)
            .Where(path => IsPlatform(path) && take(System.IO.Path.GetFileNameWithoutExtension(path)))
            .Select(static path => MetadataReference.CreateFromFile(path))];

    private static bool IsPlatform(string path)
        => System.IO.Path.GetFileNameWithoutExtension(path) is "TopHalf" or "mscorlib" or "netstandard" or "Microsoft.CSharp"
            || (System.IO.Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal)
                && System.IO.Path.GetDirectoryName(path) == System.IO.Path.GetDirectoryName(typeof(object).Assembly.Location));

    private static CSharpCompilation Keep()
    {
        var kept = CSharpCompilation.Create("Kept", [], [.. Framework, .. Runtime], new(OutputKind.DynamicallyLinkedLibrary));
        _ = kept.GetSpecialType(SpecialType.System_Object); // binds the references
        return kept;
    }
}
