using Microsoft.CodeAnalysis;
using TopHalf.Analyzers.Effects;
using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>The page of the handler contract says what the analyzers do.</summary>
public sealed class EffectsPageTests
{
    private static readonly string Page = Repository.Read("docs/effects.md");

    public static TheoryData<string> Words => [.. EffectLine.Words];

    [Theory]
    [MemberData(nameof(Words))]
    public void It_lists_every_effect_with_its_rule(string word)
    {
        (string _, EffectEntry entry) = EffectLine.Parse($"T:A; {word}; says so", out _)!.Value;
        string rule = entry.Rule?.Id ?? "nothing";
        Assert.Contains(Page.Split('\n'), line => line.Split('|').Skip(1).Chunk(2).Any(cells => cells.Length == 2
            && cells[0].Contains($"`{word}`", StringComparison.Ordinal) && cells[1].Trim() == rule));
    }

    [Fact]
    public void Its_lines_are_understood()
    {
        string[] blocks = Page.Split("```text\n");
        string file = blocks.Single(static b => b.StartsWith("# Vendor", StringComparison.Ordinal)).Split("```")[0];
        Assert.All(
            file.Split('\n').Where(static l => !EffectLine.IsComment(l)),
            static line => Assert.True(EffectLine.Parse(line, out string error) is not null, error));
    }

    [Fact]
    public void The_readme_leads_to_it() => Assert.Contains("(docs/effects.md)", Repository.Read("README.md"), StringComparison.Ordinal);

    /// <summary>The message that both begin with.</summary>
    [Fact]
    public async Task The_chain_that_it_shows_is_told()
    {
        const string Start = "warning TH2012: ";
        string shown = Page.Split('\n').Single(static l => l.Contains(Start, StringComparison.Ordinal)).Split(Start)[1];
        Assert.Contains(Start + shown + "\n", Repository.Read("README.md"), StringComparison.Ordinal);
        await AnalyzerTest.Verify(
            EffectSource.Handler(
                "_ring.{|TH2012:Push|}(3);", "private readonly Ring _ring = new();",
                "internal sealed class Ring { private readonly List<int> _items = new(); public void Push(int item) => _items.Add(item); }"),
            shown);
    }
}
