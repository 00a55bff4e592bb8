namespace TopHalf.Analyzers.Effects;

/// <summary>The effects of the base class library, which the compiler sees without bodies, and of what TopHalf itself does not promise.</summary>
internal static class LibraryTable
{
    private static readonly Lazy<EffectTable> Table = new(Load);

    /// <summary>The table. Loaded at its first use, once in a process.</summary>
    public static EffectTable Instance => Table.Value;

    private static EffectTable Load()
    {
        var table = new EffectTable();
        Load("LibraryEffects.txt", table);
        Load("RuntimeEffects.txt", table);
        return table;
    }

    private static void Load(string resource, EffectTable table)
    {
        using Stream stream = typeof(LibraryTable).Assembly.GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (!EffectLine.IsComment(line) && EffectLine.Parse(line, out _) is { } entry)
            {
                table.Add(entry.Id, entry.Entry);
            }
        }
    }
}
