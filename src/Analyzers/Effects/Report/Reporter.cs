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
        string name = Names.Of(root.Method, null, null);
        return Diagnostic.Create(
            finding.Rule,
            finding.Places[0].ToLocation(),
            finding.Places.Skip(1).Take(MaximalPlaces).Select(static p => p.ToLocation()),
            name,
            $"{Chain(finding, root, name, substitution)} ({finding.What})");
    }

    private static string Chain(Finding finding, Code root, string rootName, Substitution substitution)
    {
        var hops = new List<string> { rootName };
        foreach (Code code in finding.Hops)
        {
            ITypeSymbol? type = code.Method.ContainingType is { } containing ? substitution.Apply(containing, code.Env) : null;
            hops.Add(Names.Of(code.Method, type, root.Method.ContainingType));
        }

        if (finding.Member is not null)
        {
            hops.Add(finding.Member);
        }

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
