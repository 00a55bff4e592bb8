using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TopHalf.CompilerTesting;
using TopHalf.CompilerTesting.Fire;

namespace TopHalf.Analyzers.Tests;

/// <summary>
/// Code as it is while it is typed, merged and pasted, every method of it a root: nothing throws, and two runs say the same.
/// </summary>
public sealed partial class BrokenCodeTests
{
    private static readonly string[] Sources =
    [
        .. EffectRichSources.All,
        .. Repository.Names("src/Analyzers/Effects/Walk", "*.cs").Select(static n => Repository.Read($"src/Analyzers/Effects/Walk/{n}.cs")),
        .. Repository.Names("tests/Analyzers.Tests/Corpus", "*.cs", SearchOption.AllDirectories)
            .Select(static n => Repository.Read($"tests/Analyzers.Tests/Corpus/{n}.cs")),
        .. Repository.Names("docs/rules", "TH*.md").Where(static n => n[2] is >= '2' and <= '6').SelectMany(static n => MarkdownBlock().Matches(Repository.Read($"docs/rules/{n}.md"))).Select(static m => m.Groups["code"].Value),
    ];

    private static readonly Mutation Mutation = new(Sources, EffectRichSources.Words);

    [Fact]
    public void Sources_as_they_are()
    {
        // In any order: the test of two runs has all of them.
        string[] told = [.. Sources.SelectMany(static source => EveryRoot.Analyze(Compile(source)))];
        // A corpus that is not found would make every test here an empty one.
        Assert.InRange(told.Length, 500, int.MaxValue);
        Assert.InRange(told.Select(static t => t[..6]).Distinct().Count(), 35, int.MaxValue);
    }

    [Fact]
    public void Damaged_sources() => Barrage.Many(Barrage.Seed * 4_000_000, 100 * Barrage.Times, Mutation.Any, static source => At(source));

    [Fact]
    public void Damaged_constructs() => Barrage.Many(
        Barrage.Seed * 5_000_000,
        200 * Barrage.Times,
        static random => Mutation.Damage(EffectRichSources.All[random.Next(EffectRichSources.All.Length)], random),
        static source => At(source));

    [Fact]
    public void Words_without_sense() => Barrage.Many(Barrage.Seed * 6_000_000, 60 * Barrage.Times, Mutation.Soup, static source => At(source));

    [Fact]
    public void Every_moment_of_typing()
    {
        string source = EffectRichSources.All[0];
        for (int length = 0; length <= source.Length; length += 41)
        {
            At(source[..length]);
        }
    }

    [Theory]
    [InlineData("TopHalf.dll")]
    [InlineData("System.Runtime.dll")]
    [InlineData("System.Private.CoreLib.dll")]
    [InlineData("System.Collections.dll")]
    [InlineData("System.Linq.dll")]
    [InlineData(".dll")]
    public void Projects_with_references_missing(string missing)
    {
        foreach (string source in EffectRichSources.All)
        {
            CSharpCompilation whole = DriverProject.Create(EveryRoot.Options, source, EffectRichSources.Usings);
            EveryRoot.Analyze(whole.RemoveReferences(whole.References.Where(r => r.Display!.EndsWith(missing, StringComparison.Ordinal))));
        }
    }

    [Fact]
    public void Two_runs_say_the_same_in_any_order()
    {
        CSharpCompilation all = DriverProject.Create(EveryRoot.Options, [EffectRichSources.Usings, .. Sources]);
        string[] told = EveryRoot.Tell(all);
        for (int seed = 0; seed < 2; seed++)
        {
            Assert.Equal(told, EveryRoot.TellShuffled(all, seed));
        }
    }

    private static CSharpCompilation Compile(string source) => DriverProject.Create(EveryRoot.Options, source, EffectRichSources.Usings);

    private static string[] At(string source)
    {
        CSharpCompilation compilation = Compile(source);
        string[] told = EveryRoot.Analyze(compilation);
        return told.SequenceEqual(EveryRoot.TellShuffled(compilation, source.Length))
            ? told
            : throw new CheckFailedException("Two runs told different things.");
    }

    [GeneratedRegex("```csharp\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex MarkdownBlock();
}
