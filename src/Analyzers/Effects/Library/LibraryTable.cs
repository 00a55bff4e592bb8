namespace TopHalf.Analyzers.Effects;

/// <summary>The effects of the base class library, which the compiler sees without bodies.</summary>
internal static class LibraryTable
{
    private static readonly Lazy<EffectTable> Table = new(Load);

    /// <summary>The table. Loaded at its first use, once in a process.</summary>
    public static EffectTable Instance => Table.Value;

    private static EffectTable Load()
    {
        var table = new EffectTable();
        using Stream stream = typeof(LibraryTable).Assembly.GetManifestResourceStream("LibraryEffects.txt")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (!EffectLine.IsComment(line) && EffectLine.Parse(line, out _) is { } entry)
            {
                table.Add(entry.Id, entry.Entry);
            }
        }

        return table;
    }
}
