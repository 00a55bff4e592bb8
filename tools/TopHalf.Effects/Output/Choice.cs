using Mono.Cecil;

namespace TopHalf.Effects;

/// <summary>An effect of a member, as a line of a table tells it.</summary>
/// <param name="Effect">Its word, and <c>first</c> after a blank where only the first call has it.</param>
/// <param name="Why">The way to what does it.</param>
internal sealed record ToldEffect(string Effect, string Why);

/// <summary>Which of a member's effects are told: of a kind the nearest one, and of the first call only what no other call does.</summary>
internal static class Choice
{
    private const int MaximalHops = 4;

    public static IReadOnlyList<ToldEffect> Of(MethodDefinition method, EffectMap map)
    {
        IReadOnlyDictionary<EffectKey, Witness> effects = map.Of(method);
        if (effects.Count == 0)
        {
            return [];
        }

        var told = new List<ToldEffect>();
        bool allocates = Tell(EffectWords.Allocation, false) || Tell([EffectWords.Growth], false);
        bool blocks = Tell(EffectWords.Blocking, false) || Tell(["signal"], false) | Tell(["native"], false);
        _ = Tell(EffectWords.Unbounded, false);
        _ = Tell(["throws"], false);
        if (!allocates && !blocks)
        {
            _ = Tell(["unproven"], false);
        }

        // What the first call does is discharged by one: no more than one kind need be known.
        if (!allocates)
        {
            _ = Tell(["first-use", "lazy"], false) || Tell([.. EffectWords.Allocation, EffectWords.Growth], true) || (!blocks && Tell([.. EffectWords.Blocking, "signal", "native", "unproven", "first-use", "lazy"], true))
                || Tell(["thread-static"], true);
        }

        return told;

        bool Tell(IReadOnlyList<string> words, bool isFirst)
        {
            (EffectKey Key, IReadOnlyList<string> Way)? nearest = null;
            foreach (string word in words)
            {
                var key = new EffectKey(word, isFirst);
                if (effects.ContainsKey(key) && map.Way(method, key) is var way && (nearest is null || way.Count < nearest.Value.Way.Count))
                {
                    nearest = (key, way);
                }
            }

            if (nearest is null)
            {
                return false;
            }

            told.Add(new ToldEffect(nearest.Value.Key.Effect + (isFirst ? " first" : ""), Text(nearest.Value.Way)));
            return true;
        }
    }

    // The hops between are of use to nobody: where it begins, and what is done in the end.
    private static string Text(IReadOnlyList<string> way)
    {
        IEnumerable<string> hops = way.Where((hop, i) => i == 0 || hop != way[i - 1]);
        string[] distinct = [.. hops];
        return string.Join(" → ", distinct.Length <= MaximalHops ? distinct : [.. distinct[..2], "…", distinct[^1]]);
    }
}
