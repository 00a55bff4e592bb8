using System.Globalization;
using Microsoft.CodeAnalysis;
using TopHalf.CompilerTesting;

namespace TopHalf.LibraryCalls.Tests;

/// <summary>All constructs, each as what a handler calls: what the analyzer says of it, and what happened when it was run.</summary>
public sealed class ConstructRun : IAsyncLifetime
{
    /// <summary>Where the constructs are.</summary>
    internal const string Folder = "tests/LibraryCalls.Tests/Constructs";

    private const string Report = "constructs.txt";

    // Also what an index, a reference or a cast may throw, which few want to hear of.
    private static readonly ProjectOptions Options = CaseCompilation.Options with
    {
        Severities = Enumerable.Range(4091, 6).ToDictionary(static n => $"TH{n}", static _ => ReportDiagnostic.Warn),
    };

    private Dictionary<Case, Verdict> _verdicts = [];
    private CaseRun _run = null!;

    /// <summary>Why system calls were not traced; empty if they were.</summary>
    public string Untraced => _run.Untraced;

    internal IReadOnlyList<Construct> Constructs { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        string[] files = [.. Repository.Names(Folder, "*.cs", SearchOption.TopDirectoryOnly).Select(static n => Repository.Read($"{Folder}/{n}.cs"))];
        Constructs = Construct.Of(DriverProject.Create(Options, [CaseCompilation.Support, .. files]));
        var compilation = new CaseCompilation(Options, Constructs.Select(static c => c.Case), files);
        _verdicts = await Verdict.All(compilation, Constructs.Select(static c => c.Case));
        _run = CaseRun.Of(compilation.Emit(), [.. Constructs.Select(static c => (c.Case, false))]);
        File.WriteAllLines(Path.Combine(AppContext.BaseDirectory, Report), Constructs.Select(Line));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>What the analyzer says of it.</summary>
    internal Verdict VerdictOf(Construct construct) => _verdicts[construct.Case];

    /// <summary>What happened when it was run; nothing, if it was not.</summary>
    internal Outcome? OutcomeOf(Construct construct) => _run.Outcomes.GetValueOrDefault(construct.Case.Number);

    /// <summary>A line that tells both.</summary>
    internal string Line(Construct construct)
    {
        string measured = OutcomeOf(construct) is not { } o ? "not run" : string.Create(
            CultureInfo.InvariantCulture, $"{o.Bytes} bytes in {o.Calls} calls, system calls [{string.Join(' ', o.SystemCalls)}], {o.Note}");
        return $"{construct.Name}: {construct.Steady}{(construct.Blocks ? " blocks" : "")}; {measured}; {string.Join(' ', VerdictOf(construct).Rules.Order(StringComparer.Ordinal))}";
    }
}
