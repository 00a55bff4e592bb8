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
        Code[] hops = [.. finding.Hops.Prepend(root).Where(static c => !c.IsGroup)];
        if (hops.Length == 0 && finding.Member is null)
        {
            hops = [root];
        }

        ITypeSymbol? reader = root.IsGroup ? null : root.Method.ContainingType;
        string first = hops.Length == 0 ? finding.Member! : hops[0] == root && !root.IsGroup ? Names.Of(root.Method, null, null) : Name(hops[0], reader, substitution);
        return Diagnostic.Create(
            finding.Rule,
            finding.Places[0].ToLocation(),
            finding.Places.Skip(1).Take(MaximalPlaces).Select(static p => p.ToLocation()),
            first,
            $"{Chain(finding, hops, first, reader, substitution)} ({finding.What})");
    }

    // Only the hops that are shown get names: a chain can be ten thousand calls long.
    private static string Chain(Finding finding, Code[] hops, string first, ITypeSymbol? reader, Substitution substitution)
    {
        int count = hops.Length + (finding.Member is null ? 0 : 1);
        int left = count > MaximalHops ? count - MaximalHops : 0;
        var chain = new StringBuilder(first);
        for (int i = 1; i < count; i++)
        {
            if (left > 0 && i == MaximalHops / 2)
            {
                chain.Append($" → … {left} more …");
                i += left;
            }

            chain.Append(" → ").Append(i < hops.Length ? Name(hops[i], reader, substitution) : finding.Member);
        }

        return chain.ToString();
    }

    private static string Name(Code hop, ITypeSymbol? reader, Substitution substitution)
        => Names.Of(hop.Method, hop.Method.ContainingType is { } type ? substitution.Apply(type, hop.Env) : null, reader);
}
