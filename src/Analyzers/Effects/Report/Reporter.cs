using System.Text;
using Microsoft.CodeAnalysis;

namespace TopHalf.Analyzers.Effects;

/// <summary>Findings as diagnostics: the chain in the message, every hop as an additional location.</summary>
internal static class Reporter
{
    // Of a longer chain a reader needs its beginning and its end.
    private const int MaximalHops = 12;
    private const int MaximalPlaces = 32;

    public static Diagnostic ToDiagnostic(Finding finding, Code root, Substitution substitution)
    {
        // A method that is made into a delegate stands for a call of it, and is no hop of its own.
        Code[] hops = [.. root.IsGroup ? [] : new[] { root }, .. finding.Hops.Where(static c => !c.IsGroup)];
        int count = hops.Length + (finding.Member is null ? 0 : 1);
        return Diagnostic.Create(
            finding.Rule,
            finding.Places[0].ToLocation(),
            finding.Places.Skip(1).Take(MaximalPlaces).Select(static p => p.ToLocation()),
            Name(0),
            // A way that was computed ends in what is done; then there is nothing to add but advice.
            finding.What.Length == 0 ? Chain(count, Name) : $"{Chain(count, Name)} ({finding.What})");

        // Of what is shown only: behind the code the library's member, or where there is neither, the root.
        string Name(int hop)
        {
            if (hop == hops.Length)
            {
                return finding.Member ?? Names.Of(root.Method, root.Method.ContainingType, null);
            }

            Code code = hops[hop];
            return hop == 0 && !root.IsGroup
                ? Names.Of(root.Method, null, null)
                : Names.Of(
                    code.Method,
                    code.Method.ContainingType is { } containing ? substitution.Apply(containing, code.Env) : null,
                    root.IsGroup ? null : root.Method.ContainingType);
        }
    }

    private static string Chain(int count, Func<int, string> name)
    {
        var chain = new StringBuilder(name(0));
        for (int i = 1; i < count; i++)
        {
            if (count > MaximalHops && i == MaximalHops / 2)
            {
                int left = count - MaximalHops;
                chain.Append($" → … {left} more …");
                i += left;
            }

            chain.Append(" → ").Append(name(i));
        }

        return chain.ToString();
    }
}
