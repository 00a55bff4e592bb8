namespace TopHalf.Effects;

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
