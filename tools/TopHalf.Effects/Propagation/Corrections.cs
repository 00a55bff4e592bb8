using Mono.Cecil;

namespace TopHalf.Effects;

/// <summary>
/// What was reviewed by hand, in lines of <c>id; effect [condition]; why</c>: believed where it differs from what the instructions say, of
/// the member itself and for all that call it.
/// </summary>
internal sealed class Corrections
{
    private readonly Dictionary<string, List<Correction>> _lines = new(StringComparer.Ordinal);
    private readonly Dictionary<MethodDefinition, IReadOnlyList<Correction>?> _found = [];

    /// <summary>The lines that come with the tool: of public members as the analyzers have them, and of what is behind them.</summary>
    public static Corrections Own() => Read(Resources.Read("LibraryEffects.txt"));

    /// <summary>The same with other corrections of public members.</summary>
    public static Corrections Read(string reviewed)
    {
        var corrections = new Corrections();
        corrections.Add(reviewed, CorrectionSource.Corrected);
        corrections.Add(Resources.Read("UnreadEffects.txt"), CorrectionSource.Unread);
        corrections.Add(Resources.Read("InternalEffects.txt"), CorrectionSource.Internal);
        return corrections;
    }

    /// <summary>The ids that have a line.</summary>
    public IEnumerable<string> Ids => _lines.Keys;

    /// <summary>Adds the lines of a file.</summary>
    public void Add(string text, CorrectionSource source)
    {
        foreach (string line in text.Split('\n').Where(static l => l.Length > 0 && l[0] != '#'))
        {
            string[] columns = line.Split(';', 3, StringSplitOptions.TrimEntries);
            string[] words = columns[1].Split(' ', 2);
            if (!_lines.TryGetValue(columns[0], out List<Correction>? list))
            {
                _lines.Add(columns[0], list = []);
            }

            list.Add(new Correction(words[0], words.ElementAtOrDefault(1) ?? "", columns.ElementAtOrDefault(2) ?? "", source));
        }
    }

    /// <summary>
    /// The lines that are believed of a method; null where none is. That a public type does nothing is not: it is a summary of its members, which
    /// are looked at. Nor are lines about namespaces, which say what is usual there.
    /// </summary>
    public IReadOnlyList<Correction>? Of(MethodDefinition method)
    {
        if (!_found.TryGetValue(method, out IReadOnlyList<Correction>? lines))
        {
            lines = OfMember(method) ?? (OfType(method.DeclaringType) is { } type && type.Any(l => IsBelieved(l, method)) ? type : null);
            _found.Add(method, lines);
        }

        return lines;
    }

    // What is said of a type that is not read stands for its members without instructions, where others are read.
    private static bool IsBelieved(Correction line, MethodDefinition method)
        => line.Source == CorrectionSource.Internal
            || (line.Effect != "none" && (line.Source == CorrectionSource.Corrected || method.IsAbstract || !LibraryTable.IsTold(method.DeclaringType)));

    /// <summary>The lines about a method alone, its overloads, its property or event; null where none of them stands in place of the instructions.</summary>
    public IReadOnlyList<Correction>? OfMember(MethodDefinition method)
        => IdOfMember(method) is { } id && _lines[id] is var lines && lines.Any(static l => l.Decides) ? lines : null;

    /// <summary>The id of the lines about a method alone, its overloads, its property or event, whatever they say.</summary>
    public string? IdOfMember(MethodDefinition method) => DocumentationIds.Of(method).FirstOrDefault(_lines.ContainsKey);

    /// <summary>Whether an id has lines.</summary>
    public bool Has(string id) => _lines.ContainsKey(id);

    /// <summary>The lines of an id.</summary>
    public IReadOnlyList<Correction> this[string id] => _lines[id];

    /// <summary>The lines about a type.</summary>
    public IReadOnlyList<Correction>? OfType(TypeDefinition type) => _lines.GetValueOrDefault(DocumentationIds.Of(type));

    /// <summary>The lines about the namespace of a type.</summary>
    public IReadOnlyList<Correction>? OfNamespace(TypeDefinition type)
        => type.IsNested ? OfNamespace(type.DeclaringType) : _lines.GetValueOrDefault("N:" + type.Namespace);

    /// <summary>Whether what is computed of a method was corrected, or of its type.</summary>
    public bool IsReviewed(MethodDefinition method) => (OfMember(method) ?? OfType(method.DeclaringType)) is { } lines && lines[0].Source == CorrectionSource.Corrected;
}
