using TopHalf.CompilerTesting;

namespace TopHalf.LibraryCalls.Tests;

/// <summary>What the constructs of C# cost is what the analyzer says of them, and what is measured when they run.</summary>
public sealed class ConstructTests(ConstructRun run) : IClassFixture<ConstructRun>
{
    [Fact]
    public void All_were_run()
        => AssertNone(static _ => true, static (_, o) => o is { HasEnded: false, Calls: 32 });

    [Fact]
    public void They_allocate_what_is_marked()
        => AssertNone(static _ => true, static (c, o) => o?.Bytes > 0 == c.Steady is Steady.Allocates);

    /// <summary>For what allocates the collector asks the kernel for memory.</summary>
    [Fact]
    public void None_calls_the_kernel_that_is_not_marked_to_block()
    {
        Assert.SkipUnless(run.Untraced.Length == 0, run.Untraced);
        AssertNone(static c => !c.Blocks && c.Steady != Steady.Allocates, static (_, o) => o?.SystemCalls.Count == 0);
    }

    [Fact]
    public void The_analyzer_says_what_is_marked()
        => AssertNone(c => c.SaidOtherwise.Count == 0, (c, _) => IsSaid(c));

    /// <summary>A mark for what the analyzer says after all is stale.</summary>
    [Fact]
    public void It_says_otherwise_only_where_that_is_marked()
        => AssertNone(c => c.SaidOtherwise.Count > 0, (c, _) => !IsSaid(c));

    [Fact]
    public void The_page_of_the_rule_says_why()
        => Assert.Equal("", string.Join("\n", run.Constructs
            .SelectMany(static c => c.SaidOtherwise.Select(s => (c.Name, s.Rule, s.Sentence)))
            .Where(static s => !Repository.Read($"docs/rules/{s.Rule}.md").Contains(s.Sentence, StringComparison.Ordinal))));

    [Fact]
    public void Every_name_has_its_construct()
    {
        string[] lines = [.. Repository.Read($"{ConstructRun.Folder}/Names.txt").Split('\n').Where(static l => l.Length > 0 && l[0] != '#')];
        string[] named = [.. lines.Where(static l => !l.Contains("; ", StringComparison.Ordinal)).Select(MethodOf)];
        Assert.Equal(run.Constructs.Select(static c => c.Name).Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
    }

    private static string MethodOf(string line)
    {
        string[] parts = line.Split(" = ");
        string name = parts[^1].Replace('-', '_');
        return char.ToUpperInvariant(name[0]) + name[1..];
    }

    private bool IsSaid(Construct construct)
    {
        Verdict verdict = run.VerdictOf(construct);
        bool allocates = construct.Steady switch
        {
            Steady.Allocates => verdict.Allocates || construct.Throws.Length > 0,
            Steady.Escapes => verdict.Allocates,
            Steady.Unoptimised => verdict.Rules.Contains("TH2090") && !verdict.Allocates,
            Steady.First => verdict.IsFirst && !verdict.Allocates,
            _ => !verdict.Allocates,
        };
        return allocates
            && verdict.Blocks == construct.Blocks
            && verdict.IsUnknown == construct.IsUnproven
            && (construct.Throws.Length == 0 || verdict.Rules.Contains(construct.Throws));
    }

    private void AssertNone(Func<Construct, bool> isMeant, Func<Construct, Outcome?, bool> isRight)
    {
        string told = string.Join("\n", run.Constructs.Where(c => isMeant(c) && !isRight(c, run.OutcomeOf(c))).Select(run.Line));
        Assert.True(told.Length == 0, told);
    }
}
