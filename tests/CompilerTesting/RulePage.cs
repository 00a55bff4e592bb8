using System.Text.RegularExpressions;

namespace TopHalf.CompilerTesting;

/// <summary>The code on the page of a rule.</summary>
public static partial class RulePage
{
    /// <summary>The code below a heading: "Non-compliant" or "Compliant".</summary>
    public static string Code(string id, string heading) => Block(id, heading, "csharp").Single();

    /// <summary>The InterruptEffects.txt below a heading, if there is one.</summary>
    public static string? Effects(string id, string heading) => Block(id, heading, "text").SingleOrDefault();

    /// <summary>The code of another assembly that both codes use, if the page has one.</summary>
    public static string? Library(string id) => Block(id, "Library", "csharp").SingleOrDefault();

    private static IEnumerable<string> Block(string id, string heading, string language)
        => Section().Matches(Repository.Read($"docs/rules/{id}.md"))
            .Where(m => m.Groups["heading"].Value == heading)
            .SelectMany(static m => CodeBlock().Matches(m.Groups["body"].Value))
            .Where(m => m.Groups["language"].Value == language)
            .Select(static m => m.Groups["code"].Value);

    [GeneratedRegex("^## (?<heading>.*)\n(?<body>(?:(?!## ).*\n?)*)", RegexOptions.Multiline)]
    private static partial Regex Section();

    [GeneratedRegex("^```(?<language>[a-z]+)\n(?<code>.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex CodeBlock();
}
