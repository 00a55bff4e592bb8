using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TopHalf.Generator;

namespace TopHalf.CompilerTesting;

/// <summary>
/// One driver, generated. Every run also proves what holds for all of them: a second run does nothing, models are values, the
/// text is the same in a fresh process state, and what is written compiles without a warning.
/// </summary>
public sealed class GeneratorRun
{
    private GeneratorRun(GeneratorDriver driver, CSharpCompilation input, Compilation output)
    {
        Driver = driver;
        Input = input;
        Output = output;
        Files = driver.GetRunResult().Results.Single().GeneratedSources;
    }

    /// <summary>The generator driver after its last run.</summary>
    public GeneratorDriver Driver { get; }

    /// <summary>The compilation without generated files.</summary>
    public CSharpCompilation Input { get; }

    /// <summary>The compilation with generated files.</summary>
    public Compilation Output { get; }

    /// <summary>The generated files.</summary>
    public ImmutableArray<GeneratedSourceResult> Files { get; }

    /// <summary>The text of the only generated file.</summary>
    public string Text => Files.Single().SourceText.ToString();

    /// <summary>Generates a driver that must be free of errors, and compiles it.</summary>
    public static GeneratorRun Of(string source, ProjectOptions? options = null)
    {
        GeneratorRun run = Generate(options ?? ProjectOptions.Default, source);
        OutputChecks.NoErrors(run.Output);
        return run;
    }

    /// <summary>Generates drivers that may have errors of their own. Our text must not add any.</summary>
    public static GeneratorRun Generate(ProjectOptions options, params string[] sources)
    {
        CSharpCompilation input = DriverProject.Create(options, sources);
        GeneratorDriver driver = NewDriver(options).RunGeneratorsAndUpdateCompilation(input, out Compilation output, out _);
        var run = new GeneratorRun(driver, input, output);
        OutputChecks.NoException(driver.GetRunResult());
        OutputChecks.NoDiagnosticInGeneratedFiles(run);
        OutputChecks.ModelsAreValues(driver.GetRunResult());
        OutputChecks.SecondRunIsCached(run);
        OutputChecks.AnalyzersSeeTheSame(run);
        OutputChecks.SameText(run.Files, NewDriver(options).RunGenerators(input.Clone()).GetRunResult().Results.Single().GeneratedSources);
        return run;
    }

    /// <summary>A generator driver that tracks its steps.</summary>
    public static CSharpGeneratorDriver NewDriver(ProjectOptions options) => CSharpGeneratorDriver.Create(
        [new DriverGenerator().AsSourceGenerator()],
        parseOptions: DriverProject.ParseOptions(options),
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
}
