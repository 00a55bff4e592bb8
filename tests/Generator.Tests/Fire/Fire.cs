using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using TopHalf.CompilerTesting;

namespace TopHalf.Generator.Tests.Fire;

/// <summary>
/// What holds for any text at all: the generator does not throw (CS8785), no analyzer throws (AD0001), the output of two runs
/// is the same, and where the author's files have no errors, the generated ones have no diagnostics.
/// </summary>
internal static class Fire
{
    // The newest language that the loaded Roslyn parses, so that the sources in C# 14 are of use in both.
    private static readonly ProjectOptions Options = new() { Language = LanguageVersion.Preview, AllowUnsafe = true };

    private static readonly CSharpCompilation Project = DriverProject.Create(Options);

    /// <summary>Throws where one of these does not hold; tells whether something was generated and whether all compiled.</summary>
    /// <param name="source">The text.</param>
    /// <param name="analyze">Bind all of it, and run the analyzers. Takes ten times as long.</param>
    /// <param name="change">What is done to the project.</param>
    public static (bool IsGenerated, bool IsClean) At(string source, bool analyze = true, Func<CSharpCompilation, CSharpCompilation>? change = null)
    {
        (GeneratorDriverRunResult first, Compilation output) = Run(source, change);
        (GeneratorDriverRunResult second, _) = Run(source, change);
        (string, string)[] texts = Texts(first);
        if (!texts.SequenceEqual(Texts(second)))
        {
            throw new CheckFailedException("Two runs gave different texts.");
        }

        if (!analyze)
        {
            return (texts.Length > 0, false);
        }

        AnalyzerTest.Analyze(output).GetAwaiter().GetResult();
        return (texts.Length > 0, IsClean(output, first));
    }

    private static (GeneratorDriverRunResult Result, Compilation Output) Run(string source, Func<CSharpCompilation, CSharpCompilation>? change)
    {
        // A tree of its own, so that nothing is remembered from another run.
        SyntaxTree tree = CSharpSyntaxTree.ParseText(source, DriverProject.ParseOptions(Options), "Driver.cs");
        CSharpCompilation input = Project.AddSyntaxTrees(tree);
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new DriverGenerator().AsSourceGenerator()], parseOptions: DriverProject.ParseOptions(Options));
        driver = driver.RunGeneratorsAndUpdateCompilation(change?.Invoke(input) ?? input, out Compilation output, out _);
        GeneratorDriverRunResult result = driver.GetRunResult();
        if (result.Results.Single().Exception is { } exception)
        {
            throw new CheckFailedException("The generator threw: " + exception);
        }

        return result.Diagnostics.IsEmpty ? (result, output) : throw new CheckFailedException(string.Join("\n", result.Diagnostics));
    }

    private static (string, string)[] Texts(GeneratorDriverRunResult result)
        => [.. result.Results.Single().GeneratedSources.Select(static s => (s.HintName, s.SourceText.ToString()))];

    private static bool IsClean(Compilation output, GeneratorDriverRunResult result)
    {
        HashSet<SyntaxTree> generated = [.. result.GeneratedTrees];
        var diagnostics = output.GetDiagnostics().ToLookup(d => d.Location.SourceTree is { } tree && generated.Contains(tree));
        bool isClean = !diagnostics[false].Any(static d => d.Severity == DiagnosticSeverity.Error);
        Diagnostic[] ours = [.. diagnostics[true].Where(static d => d.Severity >= DiagnosticSeverity.Warning)];
        return !isClean || ours.Length == 0
            ? isClean
            : throw new CheckFailedException("The author's files are fine, the generated ones are not:\n" + string.Join<Diagnostic>("\n", ours));
    }
}
