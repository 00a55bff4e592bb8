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
}
