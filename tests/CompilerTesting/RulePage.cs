using System.Text.RegularExpressions;

namespace TopHalf.CompilerTesting;

/// <summary>The code on the page of a rule.</summary>
public static partial class RulePage
{
    /// <summary>The block below a heading: "Non-compliant" or "Compliant".</summary>
    public static string Code(string id, string heading)
        => CodeBlock().Matches(Repository.Read($"docs/rules/{id}.md")).Single(m => m.Groups["heading"].Value == heading).Groups["code"].Value;

    [GeneratedRegex("## (?<heading>[A-Za-z-]+)\n\n```csharp\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}
