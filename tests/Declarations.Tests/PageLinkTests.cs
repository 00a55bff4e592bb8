using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using TopHalf.CompilerTesting;

namespace TopHalf.Declarations.Tests;

/// <summary>Links from a page to another, to a file of the repository and to a heading lead somewhere; to a folder they do not, on the site.</summary>
public sealed partial class PageLinkTests
{
    public static TheoryData<string> Pages => [.. Repository.Pages()];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_leads_somewhere(string page)
    {
        string[] broken = [.. Broken(page, Repository.Read(page))];
        Assert.True(broken.Length == 0, string.Join('\n', broken));
    }

    /// <summary>What the others would find.</summary>
    [Fact]
    public void A_link_that_leads_nowhere_is_found_with_its_line()
    {
        const string Page = """
            # A page

            [one](effects.md), [two](effects.md#the-words) and `[three](nowhere.md)`
            [four](nowhere.md) and [five](effects.md#nowhere), [six](#a-page), [seven](#another)
            ```text
            [eight](nowhere.md)
            ```
            ![nine](images/nowhere.svg)
            """;
        Assert.Equal(
            ["docs/a.md(4): nowhere.md", "docs/a.md(4): effects.md#nowhere", "docs/a.md(4): #another", "docs/a.md(8): images/nowhere.svg"],
            Broken("docs/a.md", Page.ReplaceLineEndings("\n")));
    }

    /// <summary>The site's table of contents is made of it.</summary>
    [Fact]
    public void The_index_has_every_page()
    {
        string index = Repository.Read("docs/README.md");
        Assert.All(
            Repository.Names("docs", "*.md").Where(static page => page != "README"),
            page => Assert.Contains($"]({page}.md)", index, StringComparison.Ordinal));
    }

    [Fact]
    public void Headings_have_the_anchors_that_GitHub_gives_them()
        => Assert.Equal(
            ["the-step-program", "interrupteffectstxt", "tophalf-bind-tophalf-unbind", "a--b", "twice", "twice-1"],
            Anchors("# The step program\n## InterruptEffects.txt\n## tophalf bind, `tophalf unbind`\n### A & B\n## Twice\n## Twice\n"));

    private static IEnumerable<string> Broken(string page, string text)
    {
        string[] lines = WithoutCode(text).Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            foreach (Match link in Link().Matches(lines[i]))
            {
                string target = link.Groups["target"].Value;
                if (!target.Contains("://", StringComparison.Ordinal) && !target.StartsWith("mailto:", StringComparison.Ordinal) && !Leads(page, text, target))
                {
                    yield return string.Create(CultureInfo.InvariantCulture, $"{page}({i + 1}): {target}");
                }
            }
        }
    }

    private static bool Leads(string page, string text, string target)
    {
        string[] parts = target.Split('#', 2);
        string path = page;
        if (parts[0].Length > 0)
        {
            string folder = Path.GetDirectoryName(page)!;
            path = Path.GetRelativePath("/", Path.GetFullPath(Path.Combine("/", folder, Uri.UnescapeDataString(parts[0])))).Replace('\\', '/');
            if (!Repository.Has(path))
            {
                return false;
            }
        }

        return parts.Length == 1 || Anchors(path == page ? text : Repository.Read(path)).Contains(parts[1]);
    }

    // Lower case; letters, digits, hyphens and underscores stay, a space becomes a hyphen; the second of the same name gets a number.
    private static List<string> Anchors(string text)
    {
        var anchors = new List<string>();
        foreach (Match heading in Heading().Matches(WithoutFences(text)))
        {
            string name = LinkText().Replace(heading.Groups["name"].Value, "$1").Trim();
            var anchor = new StringBuilder();
            foreach (char c in name.ToLowerInvariant())
            {
                anchor.Append(char.IsLetterOrDigit(c) || c is '-' or '_' ? c.ToString() : c == ' ' ? "-" : "");
            }

            string first = anchor.ToString();
            string unique = first;
            for (int n = 1; anchors.Contains(unique); n++)
            {
                unique = string.Create(CultureInfo.InvariantCulture, $"{first}-{n}");
            }

            anchors.Add(unique);
        }

        return anchors;
    }

    // The lines stay, so that they can be counted.
    private static string WithoutFences(string text)
        => Fence().Replace(text, static block => new string('\n', block.Value.Count(static c => c == '\n')));

    private static string WithoutCode(string text) => CodeSpan().Replace(WithoutFences(text), "");

    [GeneratedRegex("^ *(?<fence>```+).*?^ *\\k<fence>$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Fence();

    [GeneratedRegex("(`+)[^`\n]+?\\1")]
    private static partial Regex CodeSpan();

    [GeneratedRegex(@"\]\((?<target>[^()\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\[([^\]]*)\]\([^)]*\)")]
    private static partial Regex LinkText();

    [GeneratedRegex("^#{1,6} (?<name>.*)$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
