namespace TopHalf.Effects;

/// <summary>What another version of the runtime does otherwise: the lines of two tables that differ, each with its type.</summary>
internal sealed record TableChanges(IReadOnlyList<string> Lines)
{
    public static TableChanges Between(string before, string after)
    {
        HashSet<string> old = [.. Facts(before)];
        HashSet<string> now = [.. Facts(after)];
        return new TableChanges(
        [
            .. old.Except(now).Select(static l => "- " + l).Concat(now.Except(old).Select(static l => "+ " + l))
                .OrderBy(static l => l[2..], StringComparer.Ordinal),
        ]);
    }

    public override string ToString() => string.Join('\n', Lines);

    // One for each member, so that a line of many that do nothing is no change where one of them does.
    private static IEnumerable<string> Facts(string table)
        => TableText.Read(table).Select(static e => e.Effect is { } effect ? $"{e.Id}; {effect.Effect}; {effect.Why}" : $"{e.Id}; none");
}
