using Mono.Cecil;

namespace TopHalf.Effects;

/// <summary>What was computed of the platform before, by type and member: so that it need not be read again to look at somebody else's assembly.</summary>
internal sealed class ComputedLines
{
    private readonly Dictionary<string, List<ToldEffect>> _lines = new(StringComparer.Ordinal);

    /// <summary>The table that comes with the tool.</summary>
    public static ComputedLines Own() => new(Resources.Read("ComputedEffects.txt"));

    /// <summary>Reads a table; <see cref="LibraryTable"/> says what is in it.</summary>
    public ComputedLines(string text)
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
                    _lines[$"{type}.{member}"] = [];
                }
            }
            else
            {
                string[] columns = line.Split("; ", 3);
                string id = $"{type}.{columns[0]}";
                if (!_lines.TryGetValue(id, out List<ToldEffect>? effects))
                {
                    _lines.Add(id, effects = []);
                }

                effects.Add(new ToldEffect(columns[1], columns[2]));
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
