using Mono.Cecil;

namespace TopHalf.Effects;

/// <summary>What was computed of the platform before, by type and member: so that it need not be read again to look at somebody else's assembly.</summary>
internal sealed class ComputedLines
{
    private readonly Dictionary<string, List<ToldEffect>> _lines = new(StringComparer.Ordinal);

    /// <summary>The table that comes with the tool.</summary>
    public static ComputedLines Own() => new(Resources.Read("ComputedEffects.txt"));

    /// <summary>Reads a table; <see cref="TableText"/> says what is in it.</summary>
    public ComputedLines(string text)
    {
        foreach (TableEntry entry in TableText.Read(text))
        {
            if (!_lines.TryGetValue(entry.Id, out List<ToldEffect>? effects))
            {
                _lines.Add(entry.Id, effects = []);
            }

            if (entry.Effect is { } effect)
            {
                effects.Add(effect);
            }
        }
    }

    /// <summary>The effects of a method; null where the table does not know it.</summary>
    public IReadOnlyList<ToldEffect>? Of(MethodDefinition method)
    {
        string id = "T" + DocumentationIds.OfMethod(method)[1..];
        return _lines.GetValueOrDefault(id.Contains('(', StringComparison.Ordinal) ? id : id + "()")
            ?? _lines.GetValueOrDefault(DocumentationIds.WithoutParameters(id));
    }
}
