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
        List<string> hops = Hops(finding, root, substitution);
        return Diagnostic.Create(
            finding.Rule,
            finding.Places[0].ToLocation(),
            finding.Places.Skip(1).Take(MaximalPlaces).Select(static p => p.ToLocation()),
            hops[0],
            $"{Chain(hops)} ({finding.What})");
    }

    // A method that is made into a delegate stands for a call of it, and is no hop of its own.
    private static List<string> Hops(Finding finding, Code root, Substitution substitution)
    {
        var hops = new List<string>();
        if (!root.IsGroup)
        {
            hops.Add(Names.Of(root.Method, null, null));
        }

        foreach (Code code in finding.Hops.Where(static c => !c.IsGroup))
        {
            ITypeSymbol? type = code.Method.ContainingType is { } containing ? substitution.Apply(containing, code.Env) : null;
            hops.Add(Names.Of(code.Method, type, root.IsGroup ? null : root.Method.ContainingType));
        }

        if (finding.Member is not null)
        {
            hops.Add(finding.Member);
        }

        if (hops.Count == 0)
        {
            hops.Add(Names.Of(root.Method, root.Method.ContainingType, null));
        }

        return hops;
    }

    private static string Chain(List<string> hops)
    {
        var chain = new StringBuilder();
        for (int i = 0; i < hops.Count; i++)
        {
            if (hops.Count > MaximalHops && i == MaximalHops / 2)
            {
                int left = hops.Count - MaximalHops;
                chain.Append($" → … {left} more …");
                i += left;
            }

            chain.Append(i == 0 ? "" : " → ").Append(hops[i]);
        }

        return chain.ToString();
    }
}
