using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TopHalf.Benchmarks.Keystroke;
using TopHalf.Generator;

const int WarmUp = 20;
const int Rounds = 61;

(string Name, Func<IIncrementalGenerator> Create)[] generators =
[
    ("none", static () => new NoGenerator()),
    ("empty", static () => new EmptyGenerator()),
    ("naive", static () => new NaiveGenerator()),
    ("TopHalf", static () => new DriverGenerator()),
];

CSharpCompilation project = LargeProject.Create();
CSharpCompilation whole = Generate(project);

// The first run, as a build has it, with nothing remembered.
double[] builds = [.. Enumerable.Range(0, 5).Select(_ => Time(() => CSharpGeneratorDriver.Create(new DriverGenerator()).RunGenerators(LargeProject.Create())))];
double[] naiveBuilds = [.. Enumerable.Range(0, 5).Select(_ => Time(() => CSharpGeneratorDriver.Create(new NaiveGenerator()).RunGenerators(LargeProject.Create())))];

Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ms per keystroke, medians of {Rounds}; {LargeProject.Files} files, {LargeProject.Drivers} drivers of {LargeProject.Vectors} vectors"));
Tell("generator", generators.Select(static g => g.Name));
foreach (Edit edit in Edit.All)
{
    GeneratorDriver[] drivers = [.. generators.Select(g => CSharpGeneratorDriver.Create(g.Create()).RunGenerators(project))];
    Tell(edit.Name, Medians(generators.Length, (g, round) =>
    {
        // Each gets a compilation of its own: what one binds is not there for the next.
        CSharpCompilation edited = edit.Apply(project, round);
        // The declarations of the project are merged anyway, by whoever asks the compilation first.
        _ = edited.GetTypeByMetadataName("LargeProject.Drivers.Driver0");
        return Time(() => drivers[g] = drivers[g].RunGenerators(edited));
    }));
}

Console.WriteLine();
Tell("analyzers, in the edited file", ["empty", "TopHalf"]);
foreach (Edit edit in Edit.All)
{
    Tell(edit.Name, Medians(2, (a, round) => Analysis.Measure(edit.Apply(whole, round), edit.File, a == 0 ? Analysis.Empty : Analysis.Ours)));
}

Console.WriteLine();
Tell("first run, parsing included", ["naive", "TopHalf"]);
Tell("", [Text(Median(naiveBuilds)), Text(Median(builds))]);

// With generated files, once it is certain that there are as many as there should be.
static CSharpCompilation Generate(CSharpCompilation project)
{
    CSharpGeneratorDriver.Create(new DriverGenerator()).RunGeneratorsAndUpdateCompilation(project, out Compilation whole, out _);
    int dispatchers = whole.SyntaxTrees.Count(static t => t.ToString().Contains("class TopHalfDispatcher", StringComparison.Ordinal));
    return dispatchers == LargeProject.Drivers && !whole.GetDiagnostics().Any(static d => d.Severity == DiagnosticSeverity.Error)
        ? (CSharpCompilation)whole
        : throw new InvalidOperationException($"The project is not the one to measure: {dispatchers} drivers.");
}

// All take their turn at each keystroke, so that what else the machine does falls on all of them.
static IEnumerable<string> Medians(int count, Func<int, int, double> measure)
{
    double[][] times = [.. Enumerable.Range(0, count).Select(static _ => new double[Rounds])];
    for (int round = -WarmUp; round < Rounds; round++)
    {
        for (int i = 0; i < count; i++)
        {
            double time = measure(i, round);
            if (round >= 0)
            {
                times[i][round] = time;
            }
        }
    }

    return times.Select(static t => Text(Median(t)));
}

static double Time(Action action)
{
    long start = Stopwatch.GetTimestamp();
    action();
    return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
}

static double Median(double[] values)
{
    Array.Sort(values);
    return values[values.Length / 2];
}

static string Text(double milliseconds) => milliseconds.ToString("F1", CultureInfo.InvariantCulture);

static void Tell(string name, IEnumerable<string> columns)
    => Console.WriteLine($"{name,-40}{string.Concat(columns.Select(static c => c.PadLeft(10)))}");
