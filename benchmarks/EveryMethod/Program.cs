using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using TopHalf.Analyzers.Effects;
using TopHalf.Benchmarks.EveryMethod;

// dotnet run -c Release --project benchmarks/EveryMethod -- [--define=SYMBOL]… [--all] folder…
// dotnet run -c Release --project benchmarks/EveryMethod -- --tables
const string Define = "--define=";
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
string[] folders = [.. args.Where(static a => !a.StartsWith('-'))];
CSharpCompilation code = CodeBase.Read(folders, args.Where(static a => a.StartsWith(Define, StringComparison.Ordinal)).Select(static a => a[Define.Length..]));

if (args.Contains("--tables"))
{
    Console.WriteLine(TableLoad.Measure(code));
    return 0;
}

Stopwatch watch = Stopwatch.StartNew();
int errors = code.GetDiagnostics().Count(static d => d.Severity == DiagnosticSeverity.Error);
TimeSpan compiling = watch.Elapsed;
IMethodSymbol[] roots = [.. CodeBase.Methods(code)];
int lines = code.SyntaxTrees.Sum(static t => t.GetText().Lines.Count);
Console.WriteLine($"{code.SyntaxTrees.Length} files, {lines} lines, {errors} C# errors, {roots.Length} methods; C# binds them in {compiling.TotalSeconds:F1} s");

// One after the other, and then the other way round on all cores, with nothing remembered: the same must be said of each.
var failures = new ConcurrentQueue<string>();
var slow = new ConcurrentQueue<(double Milliseconds, IMethodSymbol Root)>();
watch.Restart();
var first = new EffectModel(code, new EffectTable());
Dictionary<IMethodSymbol, string[]> told = roots.ToDictionary(static r => r, r => Tell(r, first), (IEqualityComparer<IMethodSymbol>)SymbolEqualityComparer.Default);
TimeSpan forward = watch.Elapsed;
(double Milliseconds, IMethodSymbol Root)[] slowest = [.. slow.OrderByDescending(static s => s.Milliseconds).Take(3)];

watch.Restart();
var second = new EffectModel(code, new EffectTable());
int different = 0;
Parallel.ForEach(roots.Reverse(), root =>
{
    if (!Tell(root, second).SequenceEqual(told[root]))
    {
        Interlocked.Increment(ref different);
        failures.Enqueue("Not the same in another order: " + root.ToDisplayString());
    }
});
TimeSpan backward = watch.Elapsed;

string[] all = [.. told.Values.SelectMany(static v => v)];
Console.WriteLine($"{all.Length} diagnostics of {told.Values.Count(static v => v.Length > 0)} methods in {forward.TotalSeconds:F1} s; backwards on all cores {backward.TotalSeconds:F1} s, {different} different");
Console.WriteLine($"most of one method: {told.Values.Max(static v => v.Length)}; longest: {string.Join(", ", slowest.Select(static s => $"{s.Milliseconds:F0} ms {s.Root.ContainingType?.Name}.{s.Root.Name}"))}");
Console.WriteLine(string.Join("  ", all.GroupBy(static d => d[..6]).OrderBy(static g => g.Key).Select(static g => $"{g.Key} {g.Count()}")));
foreach (string line in args.Contains("--all") ? all : [])
{
    Console.WriteLine(line);
}

foreach (string failure in failures.Take(20))
{
    Console.WriteLine("FAILED " + failure);
}

Console.WriteLine($"{failures.Count} failures");
return failures.IsEmpty ? 0 : 1;

string[] Tell(IMethodSymbol root, EffectModel model)
{
    long start = Stopwatch.GetTimestamp();
    try
    {
        return [.. Roots.Diagnose(model.GetCode(root, Env.Empty), model, CancellationToken.None).Select(Describe)];
    }
#pragma warning disable CA1031 // Whatever it is, it is what is looked for here.
    catch (Exception exception)
#pragma warning restore CA1031
    {
        failures.Enqueue($"{root.ToDisplayString()}: {exception}");
        return [];
    }
    finally
    {
        slow.Enqueue((Stopwatch.GetElapsedTime(start).TotalMilliseconds, root));
    }
}

static string Describe(Diagnostic diagnostic)
{
    FileLinePositionSpan place = diagnostic.Location.GetLineSpan();
    TextSpan span = diagnostic.Location.SourceSpan;
    return $"{diagnostic.Id} {place.Path}({place.StartLinePosition.Line + 1}) {span} {diagnostic.GetMessage(CultureInfo.InvariantCulture)} [{diagnostic.AdditionalLocations.Count}]";
}
