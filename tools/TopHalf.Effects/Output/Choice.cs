using Mono.Cecil;

namespace TopHalf.Effects;

/// <summary>An effect of a member, as a line of a table tells it.</summary>
/// <param name="Effect">Its word, and <c>first</c> after a blank where only the first call has it.</param>
/// <param name="Why">The way to what does it.</param>
internal sealed record ToldEffect(string Effect, string Why);

/// <summary>Which of a member's effects are told: of a kind the nearest one, and of the first call only what no other call does.</summary>
internal static class Choice
{
    public static IReadOnlyList<ToldEffect> Of(MethodDefinition method, EffectMap map)
    {
        IReadOnlyDictionary<EffectKey, Witness> effects = map.Of(method);
        return effects.Count == 0
            ? []
            : [.. Among(effects.Keys.ToHashSet(), key => map.Way(method, key).Count)
                .Select(key => new ToldEffect(key.Effect + (key.IsFirst ? " first" : ""), WayText.Of(method, map.Way(method, key))))];
    }

    /// <summary>The effects that are told, where <paramref name="distance"/> says how far away each is.</summary>
    public static IReadOnlyList<EffectKey> Among(IReadOnlySet<EffectKey> effects, Func<EffectKey, int> distance)
    {
        var told = new List<EffectKey>();
        bool allocates = Tell(EffectWords.Allocation, false) || Tell([EffectWords.Growth], false);
        bool blocks = Tell(EffectWords.Blocking, false) || Tell(["signal"], false) | Tell(["native"], false);
        _ = Tell(EffectWords.Unbounded, false);
        _ = Tell(["throws"], false);
        _ = Tell(["keys"], false);
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
            EffectKey[] present = [.. words.Select(w => new EffectKey(w, isFirst)).Where(effects.Contains)];
            if (present.Length == 0)
            {
                return false;
            }

            told.Add(present.MinBy(distance));
            return true;
        }
    }
}
