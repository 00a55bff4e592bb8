namespace TopHalf.Effects.Tests;

/// <summary>Effects as kinds: two tables say the same of a member where a handler would be told of the same kinds, at the same calls. What it waits for is a kind of its own.</summary>
internal static class Kinds
{
    private static readonly HashSet<string> Allocation = [.. EffectWords.Allocation];
    private static readonly HashSet<string> Unbounded = [.. EffectWords.Unbounded];

    /// <summary>Of what was computed, where <paramref name="distance"/> says how far away each effect is.</summary>
    public static IReadOnlySet<string> Of(IEnumerable<EffectKey> effects, Func<EffectKey, int> distance)
        => Choice.Among(effects.ToHashSet(), distance).Select(static k => k.IsFirst ? "first" : Of(k.Effect)).ToHashSet();

    /// <summary>Of reviewed lines.</summary>
    public static IReadOnlySet<string> Of(IReadOnlyList<Correction> lines)
    {
        Correction[] certain = [.. lines.Where(static l => l.Condition is "" or "first")];
        HashSet<string> kinds = [.. Of(certain.Select(static l => new EffectKey(l.Effect, l.Condition == "first")), static _ => 0)];
        kinds.UnionWith(lines.Except(certain).Select(static l => $"{Of(l.Effect)} {l.Condition}"));
        kinds.UnionWith(certain.Select(static l => l.Effect).Where(static e => e is "throws-missing" or "unoptimised" or "thread-static" or "lazy"));
        return kinds;
    }

    private static string Of(string word)
        => Allocation.Contains(word) ? "allocates" : Unbounded.Contains(word) ? "unbounded" : word == "first-use" ? "first" : word;
}
