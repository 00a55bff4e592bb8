using Mono.Cecil;

namespace TopHalf.Effects;

/// <summary>What every method of a set of assemblies does, with all that it may run: the least fixpoint, by breadth first, so that each
/// witness is the shortest.</summary>
internal sealed class EffectMap
{
    // What a caller guards against, or what nobody else is told of.
    private static readonly HashSet<string> Own = ["throws", "throws-missing", "unoptimised", "none"];

    private readonly Dictionary<MethodDefinition, Dictionary<EffectKey, Witness>> _effects = [];
    private readonly Dictionary<MethodDefinition, MethodFacts> _facts = [];

    /// <summary>
    /// Reads all bodies, and carries effects from who is called to who calls. Of methods that are not in these assemblies, <paramref name="others"/>
    /// tells what is known.
    /// </summary>
    public static EffectMap Compute(AssemblySet assemblies, Corrections corrections, Func<MethodDefinition, IReadOnlyList<ToldEffect>?>? others = null)
    {
        var map = new EffectMap();
        var reader = new FactsReader(assemblies, new Hierarchy(assemblies), corrections);
        var callers = new Dictionary<MethodDefinition, List<(MethodDefinition Caller, Call Call)>>();
        var open = new Queue<(MethodDefinition Method, EffectKey Key)>();
        foreach (MethodDefinition method in assemblies.Types.SelectMany(static t => t.Methods))
        {
            MethodFacts facts = reader.Read(method);
            map._facts.Add(method, facts);
            if (corrections.Of(method) is { } lines)
            {
                foreach (Correction line in lines.Where(static l => l.Effect != "none"))
                {
                    map.Add(method, new EffectKey(line.Effect, line.Condition == "first"), new Witness(null, line.Why, default), open);
                }

                continue;
            }

            foreach (Cause cause in facts.Causes)
            {
                var key = new EffectKey(cause.Effect, cause.IsFirst);
                map.Add(method, key, new Witness(null, cause.Text, default), open);
            }

            foreach (Call call in facts.Calls)
            {
                if (!callers.TryGetValue(call.Target, out List<(MethodDefinition, Call)>? list))
                {
                    callers.Add(call.Target, list = []);
                }

                list.Add((method, call));
            }
        }

        if (others is not null)
        {
            map.AddOthers(callers.Keys, others, open);
        }

        while (open.TryDequeue(out (MethodDefinition Method, EffectKey Key) next))
        {
            if (!callers.TryGetValue(next.Method, out List<(MethodDefinition Caller, Call Call)>? list))
            {
                continue;
            }

            foreach ((MethodDefinition caller, Call call) in list.Where(c => IsCarried(next.Key, c.Call)))
            {
                map.Add(caller, Carried(next.Key, call), new Witness(next.Method, "", next.Key), open);
            }
        }

        return map;
    }

    /// <summary>All effects of a method, each with its witness.</summary>
    public IReadOnlyDictionary<EffectKey, Witness> Of(MethodDefinition method)
        => _effects.TryGetValue(method, out Dictionary<EffectKey, Witness>? found) ? found : new Dictionary<EffectKey, Witness>();

    /// <summary>Whether it is known what runs where a method is called: of an abstract one by what answers to it.</summary>
    public bool IsRead(MethodDefinition method) => !method.IsAbstract || (_facts.TryGetValue(method, out MethodFacts? facts) && facts.Calls.Count > 0);

    /// <summary>Whether a method throws on some of its ways and not on others.</summary>
    public bool Refuses(MethodDefinition method) => _facts.TryGetValue(method, out MethodFacts? facts) && facts.Refuses;

    /// <summary>The way from a method to what has the effect: who is called, and at its end what is done.</summary>
    public IReadOnlyList<Hop> Way(MethodDefinition method, EffectKey key)
    {
        var way = new List<Hop>();
        for (Witness witness = _effects[method][key]; ; witness = _effects[witness.Next][witness.NextKey])
        {
            if (witness.Next is null)
            {
                way.Add(new Hop(null, witness.Text));
                return way;
            }

            way.Add(new Hop(witness.Next, ""));
        }
    }

    /// <summary>What a method would do if nothing had been reviewed of it, by what is known of those that it calls, with the way to each.</summary>
    public IReadOnlyDictionary<EffectKey, IReadOnlyList<Hop>> Unreviewed(MethodDefinition method)
    {
        MethodFacts facts = _facts[method];
        var effects = new Dictionary<EffectKey, IReadOnlyList<Hop>>();
        foreach (Cause cause in facts.Causes)
        {
            effects.TryAdd(new EffectKey(cause.Effect, cause.IsFirst), [new Hop(null, cause.Text)]);
        }

        foreach (Call call in facts.Calls)
        {
            foreach (EffectKey key in Of(call.Target).Keys.Where(k => IsCarried(k, call)))
            {
                IReadOnlyList<Hop> way = Way(call.Target, key);
                EffectKey carried = Carried(key, call);
                if (!effects.TryGetValue(carried, out IReadOnlyList<Hop>? shortest) || shortest.Count > way.Count + 1)
                {
                    effects[carried] = [new Hop(call.Target, ""), .. way];
                }
            }
        }

        return effects;
    }

    private void AddOthers(
        IEnumerable<MethodDefinition> called, Func<MethodDefinition, IReadOnlyList<ToldEffect>?> others, Queue<(MethodDefinition, EffectKey)> open)
    {
        foreach (MethodDefinition method in called.Where(m => !_facts.ContainsKey(m)))
        {
            foreach (ToldEffect effect in others(method) ?? [new ToldEffect("unproven", "was not looked into")])
            {
                string[] words = effect.Effect.Split(' ');
                Add(method, new EffectKey(words[0], words is [_, "first"]), new Witness(null, effect.Why, default), open);
            }
        }
    }

    // What is done with a type is the caller's too where it is the caller's type.
    private static bool IsCarried(EffectKey key, Call call) => key.Effect == "keys" ? call.HandsTypesOn : !Own.Contains(key.Effect);

    private static EffectKey Carried(EffectKey key, Call call)
        => new(call.Grows && key.Effect == "array" ? "growth" : key.Effect, key.IsFirst || call.IsFirst);

    private void Add(MethodDefinition method, EffectKey key, Witness witness, Queue<(MethodDefinition, EffectKey)> open)
    {
        if (!_effects.TryGetValue(method, out Dictionary<EffectKey, Witness>? effects))
        {
            _effects.Add(method, effects = []);
        }

        // Who does something at every call need not be told that the first call does it too.
        if (!(key.IsFirst && effects.ContainsKey(key with { IsFirst = false })) && effects.TryAdd(key, witness))
        {
            open.Enqueue((method, key));
        }
    }
}
