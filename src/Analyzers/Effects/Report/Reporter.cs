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
        int count = 1 + finding.Hops.Length + (finding.Member is null ? 0 : 1);
        int left = count > MaximalHops ? count - MaximalHops : 0;
        var chain = new StringBuilder(rootName);
        for (int i = 1; i < count; i++)
        {
            if (left > 0 && i == MaximalHops / 2)
            {
                chain.Append($" → … {left} more …");
                i += left;
            }

            chain.Append(" → ").Append(i <= finding.Hops.Length ? Name(finding.Hops[i - 1], root, substitution) : finding.Member);
        }

        return chain.ToString();
    }

    private static string Name(Code hop, Code root, Substitution substitution)
    {
        ITypeSymbol? type = hop.Method.ContainingType is { } containing ? substitution.Apply(containing, hop.Env) : null;
        return Names.Of(hop.Method, type, root.Method.ContainingType);
    }
}
