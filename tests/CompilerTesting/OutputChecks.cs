using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TopHalf.Declarations;
using TopHalf.Generator;

namespace TopHalf.CompilerTesting;

/// <summary>What holds for every generated driver.</summary>
internal static class OutputChecks
{
    private static readonly string[] Steps = [TrackingNames.Drivers, TrackingNames.Facts, TrackingNames.Outputs];

    public static void NoErrors(Compilation compilation)
        => Require("errors", compilation.GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error));

    public static void NoException(GeneratorDriverRunResult result)
    {
        Require("diagnostics from the generator, which reports none", result.Diagnostics);
        if (result.Results.Single().Exception is { } exception)
        {
            throw new CheckFailedException("The generator threw: " + exception);
        }
    }

    public static void NoDiagnosticInGeneratedFiles(GeneratorRun run)
    {
        HashSet<SyntaxTree> generated = [.. run.Files.Select(static f => f.SyntaxTree)];
        Require(
            "diagnostics in generated files",
            run.Output.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning
                && d.Location.SourceTree is { } tree && generated.Contains(tree)));
    }

    public static void ModelsAreValues(GeneratorDriverRunResult result)
    {
        foreach (IncrementalGeneratorRunStep step in Steps.SelectMany(name => Tracked(result, name)))
        {
            foreach ((object value, _) in step.Outputs)
            {
                ModelWalker.RequireValues(value, step.Name!);
            }
        }
    }

    public static void SecondRunIsCached(GeneratorRun run)
    {
        GeneratorDriverRunResult second = run.Driver.RunGenerators(run.Input.Clone()).GetRunResult();
        foreach (IncrementalGeneratorRunStep step in Steps.SelectMany(name => Tracked(second, name)))
        {
            foreach ((_, IncrementalStepRunReason reason) in step.Outputs)
            {
                if (reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged))
                {
                    throw new CheckFailedException($"The second run of the step {step.Name} was {reason}.");
                }
            }
        }

        foreach (IncrementalGeneratorRunStep step in second.Results.Single().TrackedOutputSteps.SelectMany(static s => s.Value))
        {
            if (step.Outputs.Any(static o => o.Reason != IncrementalStepRunReason.Cached))
            {
                throw new CheckFailedException("The second run wrote a file again.");
            }
        }
    }

    public static void SameText(ImmutableArray<GeneratedSourceResult> first, ImmutableArray<GeneratedSourceResult> second)
    {
        if (!first.Select(static f => (f.HintName, f.SourceText.ToString()))
            .SequenceEqual(second.Select(static f => (f.HintName, f.SourceText.ToString()))))
        {
            throw new CheckFailedException("Two generator runs on the same source gave different texts.");
        }
    }

    /// <summary>
    /// The generator sees a class without generated members, analyzers see it with them. What they find must be the same, or
    /// a driver is refused that nothing is said about. (A fault in a generated file would be suppressed there.)
    /// </summary>
    public static void AnalyzersSeeTheSame(GeneratorRun run)
    {
        foreach (INamedTypeSymbol before in AllTypes(run.Input.Assembly.GlobalNamespace))
        {
            if (DriverParser.FindDriverAttribute(before) is null)
            {
                continue;
            }

            INamedTypeSymbol after = AllTypes(run.Output.Assembly.GlobalNamespace).Single(
                t => t.Locations.Any(l => l == before.Locations[0]));
            if (Parse(before) != Parse(after))
            {
                throw new CheckFailedException($"The driver {before} is seen in another way once its members are generated.");
            }
        }
    }

    private static DriverModel Parse(INamedTypeSymbol type)
        => DriverParser.Parse(type, DriverParser.FindDriverAttribute(type)!, new FaultFlag(), CancellationToken.None);

    private static IEnumerable<INamedTypeSymbol> AllTypes(INamespaceOrTypeSymbol scope)
        => scope.GetMembers().OfType<INamespaceOrTypeSymbol>().SelectMany(
            static m => m is INamedTypeSymbol type ? AllTypes(type).Prepend(type) : AllTypes(m));

    private static ImmutableArray<IncrementalGeneratorRunStep> Tracked(GeneratorDriverRunResult result, string name)
        => result.Results.Single().TrackedSteps.TryGetValue(name, out ImmutableArray<IncrementalGeneratorRunStep> steps) ? steps : [];

    private static void Require(string what, IEnumerable<Diagnostic> none)
    {
        Diagnostic[] found = [.. none];
        if (found.Length > 0)
        {
            throw new CheckFailedException($"There are {what}:\n{string.Join("\n", found.Select(static d => d.ToString()))}");
        }
    }
}
