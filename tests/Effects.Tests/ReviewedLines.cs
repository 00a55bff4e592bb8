using Mono.Cecil;

namespace TopHalf.Effects.Tests;

/// <summary>The reviewed lines of the library, each with the members that it decides about, held against what is computed of these without it.</summary>
internal sealed class ReviewedLines
{
    private readonly Corrections _corrections;
    private readonly EffectMap _map;
    private readonly Hierarchy _hierarchy;
    private readonly Dictionary<string, List<MethodDefinition>> _members = new(StringComparer.Ordinal);
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);

    public ReviewedLines(AssemblySet assemblies, EffectMap map, Corrections corrections)
    {
        _map = map;
        _hierarchy = new Hierarchy(assemblies);
        _corrections = corrections;
        foreach (TypeDefinition type in assemblies.Types.Where(LibraryTable.IsTold))
        {
            _told.Add(DocumentationIds.Of(type)[2..]);
            foreach (MethodDefinition method in type.Methods.Where(static m => m.Name != ".cctor" && (Hierarchy.IsVisible(m) || m.HasOverrides)))
            {
                string? member = corrections.IdOfMember(method);
                if (member is not null)
                {
                    Add(member, method);
                }

                if (corrections.OfMember(method) is null && corrections.OfType(type) is not null)
                {
                    Add(DocumentationIds.Of(type), method);
                }
            }
        }
    }

    /// <summary>The ids of public members and types that have lines, and are in the computed table.</summary>
    public IEnumerable<string> Ids => _corrections.Ids.Where(id => id[0] != 'N' && _corrections[id].All(static l => l.Source == CorrectionSource.Corrected) && _told.Contains(TypeOf(id)));

    /// <summary>The lines that say nothing which is not computed, of any member that they are about; those about no member too.</summary>
    public IEnumerable<(string Id, Correction Line)> Superfluous()
    {
        foreach (string id in Ids)
        {
            IReadOnlyList<Correction> lines = _corrections[id];
            List<MethodDefinition> members = _members.GetValueOrDefault(id, []);
            bool isComputed = members.TrueForAll(m => IsKnownWithout(id, lines, m));
            foreach (Correction line in lines)
            {
                if (line.Decides ? isComputed : members.TrueForAll(m => _map.IsRead(m) && line is { Effect: "throws" or "keys", Condition: "" } && Computed(m).Contains(line.Effect)))
                {
                    yield return (id, line);
                }
            }
        }
    }

    /// <summary>Of the ids whose lines were taken away those that are needed after all, since others were taken away with them.</summary>
    public IEnumerable<string> Changed(EffectMap map, Corrections fewer, IReadOnlySet<string> without)
    {
        foreach (string id in without)
        {
            if (_members.GetValueOrDefault(id, []).Exists(m => Told(m, map, fewer) is var now && !now.SetEquals(["throws"]) && !Told(m, _map, _corrections).SetEquals(now)))
            {
                yield return id;
            }
        }
    }

    private static HashSet<string> Told(MethodDefinition member, EffectMap map, Corrections corrections)
    {
        IReadOnlyList<Correction>? lines = corrections.OfMember(member) ?? (map.IsRead(member) && !corrections.IsReviewed(member) ? null : corrections.OfType(member.DeclaringType));
        IEnumerable<string> kinds = lines is null ? OrUsual(Kinds.Of(map.Of(member).Keys, k => map.Way(member, k).Count), member, corrections) : Kinds.Of(lines);
        return [.. (corrections.IdOfMember(member) is { } id ? kinds.Concat(Kinds.Of(corrections[id])) : kinds).Where(k => !(member.IsConstructor && k is "allocates" or "growth"))];
    }

    /// <summary>Of each member that a line is needed for: its id, what was reviewed, what is computed, and the ways to what was reviewed otherwise.</summary>
    public IEnumerable<string> Differences()
    {
        foreach (string id in Ids.Order(StringComparer.Ordinal))
        {
            IReadOnlyList<Correction> lines = _corrections[id];
            foreach (MethodDefinition member in _members.GetValueOrDefault(id, []).Where(m => !_map.IsRead(m) || !IsSame(lines, Computed(m))))
            {
                IReadOnlyDictionary<EffectKey, IReadOnlyList<Hop>> effects = _map.Unreviewed(member);
                string computed = !_map.IsRead(member) ? "abstract" : string.Join(", ", Computed(member).Order(StringComparer.Ordinal));
                IEnumerable<string> ways = Choice.Among(effects.Keys.ToHashSet(), k => effects[k].Count).Select(k => $"{k.Effect}{(k.IsFirst ? " first" : "")}: {WayText.Of(member, effects[k])}");
                yield return $"{id}\t{DocumentationIds.OfMethod(member)}\t{string.Join(", ", Kinds.Of(lines).Order(StringComparer.Ordinal))}\t{computed}\t{string.Join(" | ", ways)}";
            }
        }
    }

    // By the next lines that are about it, or else by what is computed.
    private bool IsKnownWithout(string id, IReadOnlyList<Correction> lines, MethodDefinition member)
    {
        string? next = DocumentationIds.Of(member).Append(DocumentationIds.Of(member.DeclaringType)).SkipWhile(other => other != id)
            .FirstOrDefault(other => other != id && _corrections.Has(other) && (_corrections[other][0].Source == CorrectionSource.Corrected || !_map.IsRead(member)));
        return next is not null
            ? Words(_corrections[next]).SetEquals(Words(lines))
            : _map.IsRead(member) && IsSame(lines, Computed(member)) && StandsForItself(member, lines);
    }

    private static HashSet<string> Words(IReadOnlyList<Correction> lines) => [.. lines.Select(static l => $"{l.Effect} {l.Condition}")];

    // Whoever calls a virtual member may run what overrides it.
    private bool StandsForItself(MethodDefinition member, IReadOnlyList<Correction> lines)
        => !member.IsVirtual || member.IsFinal || Reflection.Behind(member, member.DeclaringType, _hierarchy).Count > 0 || member.DeclaringType.IsSealed
            || _hierarchy.OverridesOf(member).Where(static o => !o.IsAbstract).All(o => Kinds.Of(lines).IsSupersetOf(Kinds.Of(_map.Of(o).Keys, k => _map.Way(o, k).Count)));

    // What a line stands beside says nothing of what it says; and what always throws does nothing else.
    private static bool IsSame(IReadOnlyList<Correction> lines, HashSet<string> computed)
        => computed.SetEquals(["throws"]) && Kinds.Of(lines).All(static k => k is "allocates" or "throws")
            || Kinds.Of([.. lines.Where(static l => l.Decides)]).SetEquals(computed.Where(static k => k is not "throws" and not "keys"))
            && computed.Where(static k => k is "throws" or "keys").All(k => lines.Any(l => l.Effect == k && l.Condition.Length == 0));

    // That making an object allocates is seen by the compiler, whatever is made with it.
    private HashSet<string> Computed(MethodDefinition method)
    {
        IReadOnlyDictionary<EffectKey, IReadOnlyList<Hop>> effects = _map.Unreviewed(method);
        return [.. OrUsual(Kinds.Of(effects.Keys, k => effects[k].Count), method, _corrections).Where(k => !(method is { IsConstructor: true, DeclaringType.IsValueType: false } && k is "allocates" or "growth"))];
    }

    // In a namespace that is there to do something, what does anything does that.
    private static IReadOnlySet<string> OrUsual(IReadOnlySet<string> kinds, MethodDefinition member, Corrections corrections)
        => kinds.Count > 0 && LibraryTable.IsUsual(member.DeclaringType, corrections) ? Kinds.Of(corrections.OfNamespace(member.DeclaringType)!) : kinds;

    private void Add(string id, MethodDefinition method)
    {
        if (!_members.TryGetValue(id, out List<MethodDefinition>? members))
        {
            _members.Add(id, members = []);
        }

        members.Add(method);
    }

    private static string TypeOf(string id)
    {
        string path = DocumentationIds.WithoutParameters(id)[2..];
        return id[0] == 'T' ? path : path[..path.LastIndexOf('.')];
    }
}
