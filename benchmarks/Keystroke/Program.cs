using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TopHalf.Benchmarks.Keystroke;
using TopHalf.Generator;

const int WarmUp = 15;
const int Rounds = 41;

(string Name, Func<IIncrementalGenerator> Create)[] generators =
[
    ("none", static () => new NoGenerator()),
    ("empty", static () => new EmptyGenerator()),
    ("naive", static () => new NaiveGenerator()),
    ("TopHalf", static () => new DriverGenerator()),
];
CSharpCompilation project = LargeProject.Create();
GeneratorDriver first = CSharpGeneratorDriver.Create(new DriverGenerator()).RunGeneratorsAndUpdateCompilation(project, out Compilation whole, out _);
int generated = first.GetRunResult().GeneratedTrees.Count(static t => t.ToString().Contains("class TopHalfDispatcher", StringComparison.Ordinal));
if (generated != LargeProject.Drivers || whole.GetDiagnostics().Any(static d => d.Severity == DiagnosticSeverity.Error))
{
    Console.WriteLine(string.Join("\n", whole.GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error).Take(5)));
    throw new InvalidOperationException($"The project is not the one to measure: {generated} drivers.");
}

Console.WriteLine("ms per keystroke, median of " + Rounds.ToString(CultureInfo.InvariantCulture));
foreach (Edit edit in Edit.All)
{
    // All generators see each keystroke in turn, so that what else the machine does falls on all of them.
    GeneratorDriver[] drivers = [.. generators.Select(g => CSharpGeneratorDriver.Create(g.Create()).RunGenerators(project))];
    double[][] times = [.. generators.Select(_ => new double[Rounds])];
    for (int i = 0; i < WarmUp + Rounds; i++)
    {
        for (int g = 0; g < drivers.Length; g++)
        {
            // Each gets a compilation of its own: what one binds is not there for the next.
            CSharpCompilation edited = edit.Apply(project, i + 1);
            // The declarations of the project are merged anyway, by whoever asks the compilation first.
            _ = edited.GetTypeByMetadataName("System.Object");
            _ = edited.GetTypeByMetadataName("LargeProject.Drivers.Driver0");
            long start = Stopwatch.GetTimestamp();
            drivers[g] = drivers[g].RunGenerators(edited);
            if (i >= WarmUp)
            {
                times[g][i - WarmUp] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            }
        }
    }

    string results = string.Join("   ", generators.Select((g, n) => $"{g.Name} {Median(times[n]),6:F1}"));
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{edit.Name,-40} {results}"));
}

static double Median(double[] values)
{
    Array.Sort(values);
    return values[values.Length / 2];
}
