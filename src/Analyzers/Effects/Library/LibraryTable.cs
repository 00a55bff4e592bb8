using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TopHalf.Analyzers.Effects;

/// <summary>The effects of the base class library, which the compiler sees without bodies, and of what TopHalf itself does not promise.</summary>
internal static class LibraryTable
{
    private static readonly Lazy<EffectTable> Reviewed = new(static () => Read("LibraryEffects.txt", "UnreadEffects.txt", "RuntimeEffects.txt"));
    private static readonly Lazy<ComputedTable> Computed = new(static () => new ComputedTable(Text("ComputedEffects.txt")));

    private static readonly Lazy<AdviceTable> Advice = new(static () => new AdviceTable(Text("LibraryAdvice.txt")));

    /// <summary>
    /// What is known of a member: what was corrected of it, else what was computed, else what was reviewed of its type or its namespace; and
    /// beside it what depends on the caller's own types and values. The tables are loaded at the first call, once in a process.
    /// </summary>
    public static ImmutableArray<EffectEntry>? Find(IMethodSymbol method)
    {
        ImmutableArray<EffectEntry>? reviewed = Reviewed.Value.FindMember(method)?.Entries;
        if (reviewed is { } own && own.Any(static e => e.Decides))
        {
            return own;
        }

        ImmutableArray<EffectEntry>? instructions = Computed.Value.Find(method) ?? Reviewed.Value.FindAround(method)?.Entries;
        return reviewed is { } beside ? instructions?.AddRange(beside) ?? beside : instructions;
    }

    /// <summary>What to use in place of a member that has a certain effect; nothing, where there is no advice.</summary>
    public static string? AdviceOn(IMethodSymbol method, EffectEntry entry) => Advice.Value.Find(method, entry);

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
