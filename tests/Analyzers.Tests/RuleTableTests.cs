using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using TopHalf.CompilerTesting;
using TopHalf.Declarations;

namespace TopHalf.Analyzers.Tests;

/// <summary>A rule is complete: in the table, reported by an analyzer, in the release notes, with a page and with a test.</summary>
public sealed class RuleTableTests
{
    public static TheoryData<string> Ids => [.. DeclarationRules.All.Select(static r => r.Id)];

    [Fact]
    public void Every_rule_is_in_the_table_once_and_in_order()
    {
        string[] fields = [.. typeof(DeclarationRules).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(static f => f.FieldType == typeof(DiagnosticDescriptor))
            .Select(static f => ((DiagnosticDescriptor)f.GetValue(null)!).Id)];
        string[] table = [.. DeclarationRules.All.Select(static r => r.Id)];
        Assert.Equal(fields, table);
        Assert.Equal(table.Order(StringComparer.Ordinal), table);
        Assert.Equal(table.Distinct(), table);
    }

    [Fact]
    public void Every_rule_is_reported_by_an_analyzer()
        => Assert.Equal(DeclarationRules.All.Select(static r => r.Id), AnalyzerTest.ReportedRules.Select(static r => r.Id));

    [Fact]
    public void The_release_notes_list_every_rule()
    {
        string notes = Repository.Read("src/Declarations/AnalyzerReleases.Shipped.md")
            + Repository.Read("src/Declarations/AnalyzerReleases.Unshipped.md");
        Assert.Equal(
            DeclarationRules.All.Select(static r => $"{r.Id} | {r.Category} | {r.DefaultSeverity} | {r.Title}"),
            Regex.Matches(notes, "^TH.*$", RegexOptions.Multiline).Select(static m => m.Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Pages_and_rules_are_the_same_set()
        => Assert.Equal(DeclarationRules.All.Select(static r => r.Id), Repository.Names("docs/rules", "TH1*.md"));

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_links_to_its_page(string id)
    {
        DiagnosticDescriptor rule = DeclarationRules.All.Single(r => r.Id == id);
        Assert.Equal($"https://github.com/tophalf/tophalf/blob/main/docs/rules/{id}.md", rule.HelpLinkUri);
        Assert.True(rule.IsEnabledByDefault);
        Assert.StartsWith($"# {id}: {rule.Title}\n", Repository.Read($"docs/rules/{id}.md"), StringComparison.Ordinal);
    }

    /// <summary>What cannot work is said in every project; what may be meant is the author's to decide, as its page tells.</summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public void Errors_cannot_be_configured_away_and_warnings_can(string id)
    {
        DiagnosticDescriptor rule = DeclarationRules.All.Single(r => r.Id == id);
        bool isError = rule.DefaultSeverity == DiagnosticSeverity.Error;
        Assert.Equal(isError, rule.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable));
        Assert.Equal(!isError, Repository.Read($"docs/rules/{id}.md").Contains("## When it is meant\n", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_has_a_test_with_its_span(string id)
        => Assert.Contains(
            Repository.Names("tests/Analyzers.Tests", "*RuleTests.cs"),
            name => Repository.Read($"tests/Analyzers.Tests/{name}.cs").Contains($"{{|{id}:", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_message_is_one_sentence_that_says_what_to_write(string id)
    {
        string message = DeclarationRules.All.Single(r => r.Id == id).MessageFormat.ToString(System.Globalization.CultureInfo.InvariantCulture);
        Assert.Matches("^(Write|Make|Remove|Give|Rename|Set|Update|Mark|Move|Add|Use|Derive) ", message);
        Assert.DoesNotMatch(@"\.$", message);
    }
}
