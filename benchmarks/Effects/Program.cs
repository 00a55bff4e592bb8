using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using TopHalf.Analyzers;
using TopHalf.Analyzers.Effects;
using TopHalf.Benchmarks.Effects;

// Effects [builds] [keystrokes]; none of the first measures keystrokes alone.
int builds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 5;
int keystrokes = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 400;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
ImmutableArray<DiagnosticAnalyzer> effects = [new EffectAnalyzer()];
ImmutableArray<DiagnosticAnalyzer> all =
[
    .. typeof(DriverAnalyzer).Assembly.GetTypes()
        .Where(static t => t.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !t.IsAbstract)
        .Select(static t => (DiagnosticAnalyzer)Activator.CreateInstance(t)!),
];

CSharpCompilation project = Project.Create();
int lines = project.SyntaxTrees.Sum(static t => t.GetText().Lines.Count);
Diagnostic[] errors = [.. project.GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error)];
Console.WriteLine($"{project.SyntaxTrees.Length} files, {lines} lines, {2 * Project.Drivers} handlers, {errors.Length} errors {errors.FirstOrDefault()}");

// Builds, as the compiler does them: parse, bind, analyze, emit. All kinds take their turn.
var times = new double[4][];
for (int kind = 0; kind < times.Length; kind++)
{
    times[kind] = new double[builds];
}

int found = 0;
for (int round = -1; builds > 0 && round < builds; round++)
{
    (ImmutableArray<DiagnosticAnalyzer> Analyzers, int Kind)[] kinds = [([], 0), ([new Nothing()], 1), (effects, 2), (all, 3)];
    foreach ((ImmutableArray<DiagnosticAnalyzer> analyzers, int kind) in kinds)
    {
        GC.Collect();
        double time = Build(analyzers, out found);
        if (round >= 0)
        {
            times[kind][round] = time;
        }
    }
}

if (builds > 0)
{
    double[] medians = [.. times.Select(Median)];
    Console.WriteLine($"a build, ms, medians of {builds}: without analyzers {medians[0]:F0}, with one that does nothing {medians[1]:F0}, with the effects {medians[2]:F0}, with all of TopHalf {medians[3]:F0}");
    Console.WriteLine($"the effects are {100 * (medians[2] - medians[1]) / medians[1]:F1} % of a build with an analyzer, {100 * (medians[2] - medians[0]) / medians[0]:F1} % of one without any; {found} diagnostics");
}

// Keystrokes: a number in a handler's body gets another digit.
string[] names = ["nothing", "the effects", "all of TopHalf"];
ImmutableArray<DiagnosticAnalyzer>[] sets = [[new Nothing()], effects, all];
var strokes = new double[sets.Length][];
for (int set = 0; set < sets.Length; set++)
{
    strokes[set] = new double[keystrokes];
}

for (int round = -10; round < keystrokes; round++)
{
    for (int set = 0; set < sets.Length; set++)
    {
        double time = Keystroke(round, sets[set]);
        if (round >= 0)
        {
            strokes[set][round] = time;
        }
    }
}

for (int set = 0; set < sets.Length; set++)
{
    double median = Median(strokes[set]);
    Console.WriteLine($"a keystroke in a handler, ms, of {keystrokes}: {names[set]} {median:F1}, nine of ten at most {strokes[set][keystrokes * 9 / 10]:F1}");
}

static double Build(ImmutableArray<DiagnosticAnalyzer> analyzers, out int found)
{
    long start = Stopwatch.GetTimestamp();
    CSharpCompilation compilation = Project.Create();
    found = 0;
    if (!analyzers.IsEmpty)
    {
        // The compiler runs analyzers beside its own binding, and binds nothing twice.
        CompilationWithAnalyzers analyzed = compilation.WithAnalyzers(
            analyzers, new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), null, concurrentAnalysis: true, logAnalyzerExecutionTime: false));
        found = analyzed.GetAllDiagnosticsAsync().GetAwaiter().GetResult().Count(static d => d.Id.StartsWith("TH", StringComparison.Ordinal));
        compilation = (CSharpCompilation)analyzed.Compilation;
    }
    else
    {
        _ = compilation.GetDiagnostics();
    }

    using var image = new MemoryStream();
    _ = compilation.Emit(image).Success ? 0 : throw new InvalidOperationException("The project does not compile.");
    return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
}

double Keystroke(int number, ImmutableArray<DiagnosticAnalyzer> analyzers)
{
    const string Before = "packet.Length < 1500";
    SyntaxTree tree = project.SyntaxTrees[(number + 10) % Project.Drivers];
    SourceText text = tree.GetText();
    int at = text.ToString().IndexOf(Before, StringComparison.Ordinal) + Before.Length;
    SyntaxTree typed = tree.WithChangedText(text.WithChanges(new TextChange(new TextSpan(at, 0), ((uint)number % 9).ToString(CultureInfo.InvariantCulture))));
    CSharpCompilation edited = project.ReplaceSyntaxTree(tree, typed);

    long start = Stopwatch.GetTimestamp();
    CompilationWithAnalyzers analyzed = edited.WithAnalyzers(analyzers);
    SemanticModel model = analyzed.Compilation.GetSemanticModel(typed);
    _ = analyzed.GetAnalyzerSemanticDiagnosticsAsync(model, null, CancellationToken.None).GetAwaiter().GetResult();
    return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
}

static double Median(double[] values)
{
    Array.Sort(values);
    return values[values.Length / 2];
}

#pragma warning disable RS1036, RS1041 // A measure, not an analyzer that is shipped.
/// <summary>Is called for each method, and does nothing: what any analyzer costs.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class Nothing : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [new("MEASURE", "Nothing", "Nothing", "Measure", DiagnosticSeverity.Warning, isEnabledByDefault: true)];

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(static _ => { }, SymbolKind.Method);
    }
}
