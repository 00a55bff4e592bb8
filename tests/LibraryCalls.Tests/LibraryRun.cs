using TopHalf.CompilerTesting;

namespace TopHalf.LibraryCalls.Tests;

/// <summary>All members of the library that can be called: what the analyzer says of them, and what happened when they were run.</summary>
public sealed class LibraryRun : IAsyncLifetime
{
    private const string Folder = "tests/LibraryCalls.Tests/";

    private readonly LeftOut _leftOut = new(Folder + "LeftOut.txt");
    private CaseMaker _maker = null!;
    private Dictionary<Case, Verdict> _verdicts = [];
    private CaseRun _run = null!;

    /// <summary>Why system calls were not traced; empty if they were.</summary>
    public string Untraced => _run.Untraced;

    internal KnownDisagreements Known { get; } = new(Folder + "KnownDisagreements.txt");

    internal LeftOut LeftOut => _leftOut;

    /// <summary>Members that were not made a case of, and why.</summary>
    internal IReadOnlyDictionary<string, string> Without => _maker.Without;

    /// <summary>What was said to be free and was run, with what happened.</summary>
    internal IEnumerable<(Case Case, Outcome Outcome)> Free => Ran(static v => v.IsFree);

    /// <summary>What was said to allocate and nothing else, and was run.</summary>
    internal IEnumerable<(Case Case, Outcome Outcome)> Allocating => Ran(static v => v is { IsUnknown: false, Blocks: false, Allocates: true });

    /// <summary>Everything that the analyzer was asked about.</summary>
    internal IReadOnlyDictionary<Case, Verdict> Verdicts => _verdicts;

    public async ValueTask InitializeAsync()
    {
        var host = DriverProject.Create(CaseCompilation.Options, CaseCompilation.Support);
        _maker = new CaseMaker(host, new RecipeTable(Folder + "Recipes.txt"), _leftOut);
        string fields = _maker.Fields.Declarations();
        _verdicts = await Verdict.All(new CaseCompilation(_maker.Cases, fields), _maker.Cases);

        // Of what is said to allocate, one of a member is enough to know how often that is said too much.
        Case[] cases =
        [
            .. _maker.Cases.Where(c => _verdicts[c].IsFree),
            .. _maker.Cases.Where(c => _verdicts[c] is { IsUnknown: false, Blocks: false, Allocates: true }).DistinctBy(static c => c.Member),
        ];
        byte[] image = new CaseCompilation(cases, fields, _maker.Fields.Fillers()).Emit();
        _run = CaseRun.Of(image, [.. cases.Select(c => (c, _verdicts[c].IsFirst))]);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private IEnumerable<(Case Case, Outcome Outcome)> Ran(Func<Verdict, bool> isMeant)
        => _maker.Cases.Where(c => isMeant(_verdicts[c]) && _run.Outcomes.ContainsKey(c.Number)).Select(c => (c, _run.Outcomes[c.Number]));
}
