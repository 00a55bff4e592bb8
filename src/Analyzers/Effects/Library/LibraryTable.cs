using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TopHalf.Analyzers.Effects;

/// <summary>The effects of the base class library, which the compiler sees without bodies, and of what TopHalf itself does not promise.</summary>
internal static class LibraryTable
{
    private static readonly Lazy<EffectTable> Reviewed = new(static () => Read("LibraryEffects.txt", "RuntimeEffects.txt"));
    private static readonly Lazy<ComputedTable> Computed = new(static () => new ComputedTable(Text("ComputedEffects.txt")));

    /// <summary>
    /// What is known of a member: what was reviewed of it, else what was computed, else what was reviewed of its type or its namespace. The
    /// tables are loaded at the first call, once in a process.
    /// </summary>
    public static ImmutableArray<EffectEntry>? Find(IMethodSymbol method)
        => Reviewed.Value.FindMember(method)?.Entries ?? Computed.Value.Find(method) ?? Reviewed.Value.FindAround(method)?.Entries;

    private static EffectTable Read(params string[] resources)
    {
        var table = new EffectTable();
        foreach (string resource in resources)
        {
            foreach (string line in Text(resource).Split('\n'))
            {
                if (!EffectLine.IsComment(line) && EffectLine.Parse(line, out _) is { } entry)
                {
                    table.Add(entry.Id, entry.Entry);
                }
            }
        }

        return table;
    }

    private static string Text(string resource)
    {
        using Stream stream = typeof(LibraryTable).Assembly.GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
