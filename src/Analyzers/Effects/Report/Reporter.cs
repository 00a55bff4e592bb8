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
        List<Func<string>> hops = Hops(finding, root, substitution);
        string name = hops[0]();
        return Diagnostic.Create(
            finding.Rule,
            finding.Places[0].ToLocation(),
            finding.Places.Skip(1).Take(MaximalPlaces).Select(static p => p.ToLocation()),
            name,
            $"{Chain(name, hops)} ({finding.What})");
    }

    // Names of what is shown only. A method that is made into a delegate stands for a call of it, and is no hop of its own.
    private static List<Func<string>> Hops(Finding finding, Code root, Substitution substitution)
    {
        var hops = new List<Func<string>>();
        if (!root.IsGroup)
        {
            hops.Add(() => Names.Of(root.Method, null, null));
        }

        foreach (Code code in finding.Hops.Where(static c => !c.IsGroup))
        {
            hops.Add(() => Names.Of(
                code.Method,
                code.Method.ContainingType is { } containing ? substitution.Apply(containing, code.Env) : null,
                root.IsGroup ? null : root.Method.ContainingType));
        }

        if (finding.Member is { } member)
        {
            hops.Add(() => member);
        }

        if (hops.Count == 0)
        {
            hops.Add(() => Names.Of(root.Method, root.Method.ContainingType, null));
        }

        return hops;
    }

    private static string Chain(string first, List<Func<string>> hops)
    {
        var chain = new StringBuilder(first);
        for (int i = 1; i < hops.Count; i++)
        {
            if (hops.Count > MaximalHops && i == MaximalHops / 2)
            {
                int left = hops.Count - MaximalHops;
                chain.Append($" → … {left} more …");
                i += left;
            }

            chain.Append(" → ").Append(hops[i]());
        }

        return chain.ToString();
    }
}
