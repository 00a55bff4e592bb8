using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TopHalf.Analyzers.Effects;

/// <summary>
/// What to use in place of members of the library: lines of <c>id; effect; advice</c>. It decides nothing, and is told behind an effect that was
/// found otherwise.
/// </summary>
internal sealed class AdviceTable
{
    private readonly EffectTable _lines = new();

    /// <summary>Reads the lines.</summary>
    public AdviceTable(string text)
    {
        foreach (string line in text.Split('\n'))
        {
            if (!EffectLine.IsComment(line) && EffectLine.Parse(line, out _) is { } entry)
            {
                _lines.Add(entry.Id, entry.Entry);
            }
        }
    }

    /// <summary>
    /// The advice about one effect of a member: by a line about the member, else about its type. A word stands for its category, since what makes
    /// an array today may make an object tomorrow; growth stands for itself.
    /// </summary>
    public string? Find(IMethodSymbol method, EffectEntry entry)
    {
        if (entry.Rule is not { } rule || entry.Condition == EffectCondition.First || _lines.Find(method) is not { } known)
        {
            return null;
        }

        ImmutableArray<EffectEntry> lines = known.Entries;
        return lines.FirstOrDefault(l => l.Rule == rule)?.Why
            ?? (rule == EffectRules.Growth ? null : lines.FirstOrDefault(l => l.Rule!.Category == rule.Category && l.Rule != EffectRules.Growth)?.Why);
    }
}
