using System.Text.RegularExpressions;

namespace TopHalf.CompilerTesting;

/// <summary>How a block of C# on a page is looked at.</summary>
public enum PageBlockKind
{
    /// <summary>A whole file.</summary>
    File,

    /// <summary>Statements: the body of a method, with the parameters that <see cref="PageBlock.Context"/> names.</summary>
    Statements,

    /// <summary>Members of the class whose head, and further members after a <c>;</c>, <see cref="PageBlock.Context"/> has.</summary>
    Members,

    /// <summary>Lines of the file that <see cref="PageBlock.Context"/> names, with … for what is left out.</summary>
    Excerpt,

    /// <summary>Not looked at, for the reason that <see cref="PageBlock.Context"/> gives.</summary>
    None,
}

/// <summary>A block of C# on a page.</summary>
/// <remarks>
/// A block with a type in it is a file, any other one is statements. Where that is not enough, the line before says what it is, in a comment
/// that readers of the page do not see: <c>&lt;!-- code: statements; EduDriver driver, PciDevice device --&gt;</c>.
/// </remarks>
/// <param name="Page">The path from the root.</param>
/// <param name="Line">The first line of the code, from 1.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Context">What has to be around it.</param>
/// <param name="Code">The text.</param>
public sealed partial record PageBlock(string Page, int Line, PageBlockKind Kind, string Context, string Code)
{
    /// <summary>What the projects of readers have without writing it.</summary>
    public const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using TopHalf;
        """;

    /// <summary>The blocks of a page, from top to bottom.</summary>
    public static PageBlock[] Of(string page) => Parse(page, Repository.Read(page));

    /// <summary>The blocks of a text that stands for a page.</summary>
    public static PageBlock[] Parse(string page, string text)
        => [.. Block().Matches(text).Select(block => Make(page, text, block))];

    private static PageBlock Make(string page, string text, Match block)
    {
        string indent = block.Groups["indent"].Value;
        string code = string.Concat(block.Groups["code"].Value.Split('\n').Select(
            line => (line.StartsWith(indent, StringComparison.Ordinal) ? line[indent.Length..] : line) + "\n"))[..^1];
        int line = text.AsSpan(0, block.Groups["code"].Index).Count('\n') + 1;
        PageBlockKind kind = TypeHead().IsMatch(code) ? PageBlockKind.File : PageBlockKind.Statements;
        if (block.Groups["kind"] is { Success: true, Value: string named } && !Enum.TryParse(named, ignoreCase: true, out kind))
        {
            throw new CheckFailedException($"{page}({line}): '{named}' is no kind of a block: {string.Join(", ", Enum.GetNames<PageBlockKind>()).ToLowerInvariant()}.");
        }

        return new(page, line, kind, block.Groups["context"].Value, code);
    }

    /// <summary>It as a source, whose errors are at the page's lines.</summary>
    /// <param name="number">Among those of a compilation.</param>
    public string ToSource(int number)
    {
        string body = $"#line {Line} \"{Page}\"\n{Code}#line default\n";
        switch (Kind)
        {
            case PageBlockKind.Statements:
                // A program's usings stay where they are, which is nowhere: the ones that every project has are there anyway.
                string statements = Using().Replace(body, "\n");
                string type = statements.Contains("await ", StringComparison.Ordinal) ? "async Task" : "void";
                return $"static class Block{number}\n{{\nstatic {type} Run({Context})\n{{\n{statements}}}\n}}\n";
            case PageBlockKind.Members:
                string[] parts = Context.Split(';', 2);
                return $"{parts[0]}\n{{\n#pragma warning disable\n{(parts.Length > 1 ? parts[1] : "")}\n#pragma warning restore\n{body}}}\n";
            default:
                return body;
        }
    }

    /// <summary>The first line of an excerpt that its file does not have, after those before it; null where it has all.</summary>
    /// <param name="file">The file's text.</param>
    public string? MissingFrom(string file)
    {
        string[] lines = [.. file.Split('\n').Select(Essence)];
        int at = 0;
        foreach (string line in Code.Split('\n').Select(Essence).Where(static line => line.Length > 0))
        {
            // What ends with … goes on in the file.
            bool isCut = line.EndsWith('…');
            string begin = isCut ? line[..^1].TrimEnd() : line;
            int found = Array.FindIndex(lines, at, candidate => isCut ? candidate.StartsWith(begin, StringComparison.Ordinal) : candidate == begin);
            if (found < 0)
            {
                return line;
            }

            at = found + 1;
        }

        return null;
    }

    // A page explains in comments what a file need not, and the other way round.
    private static string Essence(string line) => Comment().Replace(line, "").Trim();

    [GeneratedRegex("(?:^ *<!-- code: (?<kind>[a-z]+)(?:; (?<context>.*?))? -->\n)?^(?<indent> *)```csharp\n(?<code>.*?)^\\k<indent>```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();

    [GeneratedRegex("^(?:[a-z]+ )*(?:class|struct|record|interface|enum|delegate) ", RegexOptions.Multiline)]
    private static partial Regex TypeHead();

    [GeneratedRegex("^using [A-Za-z.]+;\n", RegexOptions.Multiline)]
    private static partial Regex Using();

    [GeneratedRegex(@"\s*//.*$")]
    private static partial Regex Comment();
}
