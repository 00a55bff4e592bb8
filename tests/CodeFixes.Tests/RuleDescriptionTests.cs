using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using TopHalf.CompilerTesting;

namespace TopHalf.CodeFixes.Tests;

/// <summary>What an editor tells of a rule beside its message: title, description, page.</summary>
public sealed partial class RuleDescriptionTests
{
    private const string Descriptions = "src/Declarations/Faults/RuleDescriptions.txt";

    public static TheoryData<string> Ids => [.. AllRules.Instances.Select(static r => r.Id)];

    /// <summary>Run with TOPHALF_ACCEPT=1 to write them; the next build has them in it.</summary>
    [Fact]
    public void They_are_the_first_paragraphs_of_the_pages()
    {
        string current = string.Concat(AllRules.Instances.Select(static r => $"{r.Id}: {FirstParagraph(r.Id)}\n"));
        if (Environment.GetEnvironmentVariable("TOPHALF_ACCEPT") == "1")
        {
            Repository.Write(Descriptions, current);
        }

        Assert.Equal(current, Repository.Read(Descriptions));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_tells_more_than_its_message(string id)
    {
        DiagnosticDescriptor rule = AllRules.Get(id);
        string title = rule.Title.ToString(CultureInfo.InvariantCulture);
        string message = rule.MessageFormat.ToString(CultureInfo.InvariantCulture);
        string description = rule.Description.ToString(CultureInfo.InvariantCulture);
        Assert.NotEmpty(title);
        Assert.EndsWith(".", description, StringComparison.Ordinal);
        Assert.DoesNotContain(message, description, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(description.TrimEnd('.'), message, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(description.TrimEnd('.'), title, StringComparison.OrdinalIgnoreCase);
        Assert.True(description.Split(' ').Length > 10, $"'{description}' is no explanation.");
        Assert.EndsWith($"/rules/{id}.md", rule.HelpLinkUri, StringComparison.Ordinal);
    }

    /// <summary>Descriptors are compared where editors and compilers keep them.</summary>
    [Fact]
    public void Descriptions_of_one_rule_are_equal_and_of_two_are_not()
    {
        Assert.Equal(new Declarations.RuleDescription("TH1001"), new Declarations.RuleDescription("TH1001"));
        Assert.NotEqual(new Declarations.RuleDescription("TH1001"), new Declarations.RuleDescription("TH1002"));
    }

    private static string FirstParagraph(string id)
    {
        string paragraph = Repository.Read($"docs/rules/{id}.md").Split("\n\n", 3)[1].Replace('\n', ' ');
        return Link().Replace(paragraph, "${text}").Replace("`", "", StringComparison.Ordinal).Replace("**", "", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\[(?<text>[^\]]+)\]\([^)]+\)")]
    private static partial Regex Link();
}
