using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TopHalf.Analyzers.Effects;

/// <summary>
/// What tools/TopHalf.Effects computed of the platform's members from their instructions. The text stays as it is: a type's block is read when
/// one of its members is first asked for.
/// </summary>
internal sealed class ComputedTable
{
    private const string None = "none ";

    private readonly string _text;
    private readonly Dictionary<string, int> _blocks = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Dictionary<string, ImmutableArray<EffectEntry>>> _types = new(StringComparer.Ordinal);

    /// <summary>Finds where each type's block begins.</summary>
    public ComputedTable(string text)
    {
        _text = text;
        for (int start = 0; start < text.Length; start = EndOfLine(start) + 1)
        {
            if (IsType(start))
            {
                int end = EndOfLine(start);
                _blocks[text.Substring(start, end - start)] = end + 1;
            }
        }
    }

    /// <summary>What was computed of a member; nothing, where it was not there, or has no instructions.</summary>
    public ImmutableArray<EffectEntry>? Find(IMethodSymbol method)
    {
        IMethodSymbol definition = (method.ReducedFrom ?? method).OriginalDefinition;
        if (definition.ContainingType?.GetDocumentationCommentId() is not { } type
            || !_blocks.ContainsKey(type)
            || definition.GetDocumentationCommentId() is not { } id
            || id.Length <= type.Length)
        {
            return null;
        }

        Dictionary<string, ImmutableArray<EffectEntry>> members = _types.GetOrAdd(type, Read);
        string member = id.Substring(type.Length + 1);
        int parameters = member.IndexOf('(');
        return members.TryGetValue(parameters < 0 ? member + "()" : member, out ImmutableArray<EffectEntry> entries)
            || members.TryGetValue(WithoutArity(parameters < 0 ? member : member.Substring(0, parameters)), out entries)
            ? entries
            : null;
    }

    private static string WithoutArity(string name) => name.IndexOf("``", StringComparison.Ordinal) is > 0 and var arity ? name.Substring(0, arity) : name;

    private Dictionary<string, ImmutableArray<EffectEntry>> Read(string type)
    {
        var members = new Dictionary<string, ImmutableArray<EffectEntry>>(StringComparer.Ordinal);
        for (int start = _blocks[type]; start < _text.Length && !IsType(start); start = EndOfLine(start) + 1)
        {
            string line = _text.Substring(start, EndOfLine(start) - start);
            if (line.StartsWith(None, StringComparison.Ordinal))
            {
                foreach (string member in line.Substring(None.Length).Split(' '))
                {
                    members[member] = [];
                }
            }
            else
            {
                string member = line.Substring(0, line.IndexOf(';'));
                EffectEntry read = EffectLine.Parse("M:" + line, out _)!.Value.Entry;
                EffectEntry entry = read with { Why = "", Way = read.Why };
                members[member] = members.TryGetValue(member, out ImmutableArray<EffectEntry> others) ? others.Add(entry) : [entry];
            }
        }

        return members;
    }

    private bool IsType(int start) => string.CompareOrdinal(_text, start, "T:", 0, 2) == 0;

    private int EndOfLine(int start) => _text.IndexOf('\n', start) is >= 0 and var end ? end : _text.Length;
}
