namespace TopHalf.Generator;

/// <summary>
/// The types that may mean something else after some files changed: those that changed themselves, and those that mention one
/// of these. By simple name, so that nothing has to be bound: of two types of one name, both count.
/// </summary>
internal sealed class AffectedTypes
{
    /// <summary>Something changed that any driver may depend on.</summary>
    public static readonly AffectedTypes All = new(null);

    private readonly HashSet<string>? _names;

    private AffectedTypes(HashSet<string>? names) => _names = names;

    public bool Contains(string typeName) => _names is null || _names.Contains(typeName);

    /// <summary>What the change of the files from one list to the other affects.</summary>
    public static AffectedTypes Between(FileSummary[] before, FileSummary[] after)
    {
        int first = 0;
        while (first < before.Length && first < after.Length && before[first].IsSame(after[first]))
        {
            first++;
        }

        int last = 0;
        while (last < Math.Min(before.Length, after.Length) - first && before[before.Length - 1 - last].IsSame(after[after.Length - 1 - last]))
        {
            last++;
        }

        var old = new ArraySegment<FileSummary>(before, first, before.Length - first - last);
        var current = new ArraySegment<FileSummary>(after, first, after.Length - first - last);
        return GlobalHashes(old).SequenceEqual(GlobalHashes(current)) ? Spread(ChangedNames(old, current), after) : All;
    }

    private static IEnumerable<ulong> GlobalHashes(IEnumerable<FileSummary> files)
        => files.Select(static f => f.GlobalHash).Where(static h => h != FileSummary.NothingGlobal);

    private static HashSet<string> ChangedNames(IEnumerable<FileSummary> old, IEnumerable<FileSummary> current)
    {
        Dictionary<string, TextHash> before = ByName(old);
        Dictionary<string, TextHash> after = ByName(current);
        HashSet<string> names = [.. before.Keys];
        names.UnionWith(after.Keys);
        names.RemoveWhere(name => before.TryGetValue(name, out TextHash was) && after.TryGetValue(name, out TextHash now) && was.Value == now.Value);
        return names;
    }

    // In their order, which is the order of the parts of a class: where C# refuses two of something, the first one counts.
    private static Dictionary<string, TextHash> ByName(IEnumerable<FileSummary> files)
    {
        var hashes = new Dictionary<string, TextHash>();
        foreach (TypeSummary type in files.SelectMany(static f => f.Types))
        {
            TextHash hash = hashes.TryGetValue(type.Name, out TextHash earlier) ? earlier : new TextHash();
            hash.Add(type.Hash);
            hashes[type.Name] = hash;
        }

        return hashes;
    }

    // Until nothing is reached that was not reached before: a constant may be made of one that is made of one that changed.
    private static AffectedTypes Spread(HashSet<string> names, FileSummary[] files)
    {
        for (int reached = 0; names.Count > reached;)
        {
            reached = names.Count;
            foreach (FileSummary file in files)
            {
                if (Meet(file.GlobalMentions, names))
                {
                    return All;
                }

                foreach (TypeSummary type in file.Types)
                {
                    if (Meet(type.Mentions, names))
                    {
                        names.Add(type.Name);
                    }
                }
            }
        }

        return new AffectedTypes(names);
    }

    private static bool Meet(HashSet<string> one, HashSet<string> other)
    {
        (HashSet<string> small, HashSet<string> large) = one.Count < other.Count ? (one, other) : (other, one);
        foreach (string name in small)
        {
            if (large.Contains(name))
            {
                return true;
            }
        }

        return false;
    }
}
