using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using TopHalf.Analyzers.Effects;
using TopHalf.CompilerTesting;
using TopHalf.Declarations;

namespace TopHalf.Analyzers.Tests;

/// <summary>A rule is complete: in the table, reported by an analyzer, in the release notes, with a page and with a test.</summary>
public sealed class RuleTableTests
{
    public static TheoryData<string> Ids => [.. AllRules.Instances.Select(static r => r.Id)];

    [Fact]
    public void Every_rule_is_in_the_table_once_and_in_order()
    {
        string[] fields = [.. new[] { typeof(DeclarationRules), typeof(EffectRules) }
            .SelectMany(static t => t.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Where(static f => f.FieldType == typeof(DiagnosticDescriptor))
            .Select(static f => ((DiagnosticDescriptor)f.GetValue(null)!).Id)];
        string[] table = [.. AllRules.Instances.Select(static r => r.Id)];
        Assert.Equal(fields, table);
        Assert.Equal(table.Order(StringComparer.Ordinal), table);
        Assert.Equal(table.Distinct(), table);
    }

    [Fact]
    public void Every_rule_is_reported_by_an_analyzer()
        => Assert.Equal(AllRules.Instances.Select(static r => r.Id), AnalyzerTest.ReportedRules.Select(static r => r.Id));

    [Theory]
    [InlineData("src/Declarations", false)]
    [InlineData("src/Analyzers", true)]
    public void The_release_notes_list_every_rule(string project, bool effects)
    {
        string notes = Repository.Read($"{project}/AnalyzerReleases.Shipped.md") + Repository.Read($"{project}/AnalyzerReleases.Unshipped.md");
        Assert.Equal(
            AllRules.Instances.Where(r => AllRules.IsEffect(r.Id) == effects)
                .Select(static r => $"{r.Id} | {r.Category} | {(r.IsEnabledByDefault ? r.DefaultSeverity : "Disabled")} | {r.Title}"),
            Regex.Matches(notes, "^TH.*$", RegexOptions.Multiline).Select(static m => m.Value).Order(StringComparer.Ordinal));
    }

    /// <summary>TH9 is the package's, before a compiler starts.</summary>
    [Fact]
    public void Pages_and_rules_are_the_same_set()
        => Assert.Equal(AllRules.Instances.Select(static r => r.Id), Repository.Names("docs/rules", "TH*.md").Where(static page => !page.StartsWith("TH9", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_links_to_its_page(string id)
    {
        DiagnosticDescriptor rule = AllRules.Get(id);
        Assert.Equal($"https://github.com/tophalf/tophalf/blob/main/docs/rules/{id}.md", rule.HelpLinkUri);
        Assert.Equal(!AllRules.IsOffByDefault(id), rule.IsEnabledByDefault);
        Assert.StartsWith($"# {id}: {rule.Title}\n", Repository.Read($"docs/rules/{id}.md"), StringComparison.Ordinal);
    }

    /// <summary>What cannot work is said in every project; what may be meant is the author's to decide, as its page tells.</summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public void Errors_cannot_be_configured_away_and_warnings_can(string id)
    {
        DiagnosticDescriptor rule = AllRules.Get(id);
        bool isError = rule.DefaultSeverity == DiagnosticSeverity.Error;
        Assert.False(isError && AllRules.IsEffect(id));
        Assert.Equal(isError, rule.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable));
        Assert.Equal(!isError, Repository.Read($"docs/rules/{id}.md").Contains("## When it is meant\n", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_has_a_test_with_its_span(string id)
        => Assert.Contains(
            Repository.Names("tests/Analyzers.Tests", "*RuleTests.cs", SearchOption.AllDirectories),
            name => Repository.Read($"tests/Analyzers.Tests/{name}.cs").Contains($"{{|{id}:", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_message_is_one_sentence_that_says_what_to_write_or_what_happens(string id)
    {
        string message = AllRules.Get(id).MessageFormat.ToString(System.Globalization.CultureInfo.InvariantCulture);
        Assert.Matches(
            AllRules.IsEffect(id) && !AllRules.IsContract(id)
                ? "^'\\{0\\}' [a-z -]+: \\{1\\}$"
                : "^(Write|Make|Keep|Remove|Give|Rename|Set|Update|Mark|Move|Add|Use|Derive) ",
            message);
        Assert.DoesNotMatch(@"\.$", message);
    }
}
