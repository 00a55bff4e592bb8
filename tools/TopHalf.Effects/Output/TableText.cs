namespace TopHalf.Effects;

/// <summary>A member's effect in a table; of one that has none, null.</summary>
/// <param name="Type">The id of its type.</param>
/// <param name="Member">The rest of its id, or the name of all its overloads.</param>
/// <param name="Effect">What is told of it.</param>
internal sealed record TableEntry(string Type, string Member, ToldEffect? Effect)
{
    /// <summary>The type and the member.</summary>
    public string Id => $"{Type}.{Member}";
}

/// <summary>Reads what <see cref="LibraryTable"/> writes.</summary>
internal static class TableText
{
    public static IEnumerable<TableEntry> Read(string text)
    {
        string type = "";
        foreach (string line in text.Split('\n').Where(static l => l.Length > 0 && l[0] != '#'))
        {
            if (line.StartsWith("T:", StringComparison.Ordinal))
            {
                type = line;
            }
            else if (line.StartsWith("none ", StringComparison.Ordinal))
            {
                foreach (string member in line.Split(' ')[1..])
                {
                    yield return new TableEntry(type, member, null);
                }
            }
            else
            {
                string[] columns = line.Split("; ", 3);
                yield return new TableEntry(type, columns[0], new ToldEffect(columns[1], columns[2]));
            }
        }
    }
}
