using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TopHalf.Analyzers.Effects;

/// <summary>The effects of members by documentation-comment id: of a member, of all its overloads, of a type, of a namespace.</summary>
internal sealed class EffectTable
{
    private readonly Dictionary<string, ImmutableArray<EffectEntry>> _entries = new(StringComparer.Ordinal);

    // Most calls are of members that no line names; their ids are not built.
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>Whether there is nothing in it.</summary>
    public bool IsEmpty => _entries.Count == 0;

    /// <summary>Adds a line.</summary>
    public void Add(string id, EffectEntry entry)
    {
        _entries[id] = _entries.TryGetValue(id, out ImmutableArray<EffectEntry> earlier) ? earlier.Add(entry) : [entry];
        int end = id.IndexOf('(');
        string path = end < 0 ? id : id.Substring(0, end);
        _names.Add(path.Substring(path.LastIndexOf('.') + 1));
    }

    /// <summary>What is known of a member, and under which id; nothing, if no line is about it.</summary>
    public (string Id, ImmutableArray<EffectEntry> Entries)? Find(IMethodSymbol method) => FindMember(method) ?? FindAround(method);

    /// <summary>The same by the lines about the member alone: itself, all its overloads, its property or event.</summary>
    public (string Id, ImmutableArray<EffectEntry> Entries)? FindMember(IMethodSymbol method)
    {
        if (IsEmpty)
        {
            return null;
        }

        IMethodSymbol definition = (method.ReducedFrom ?? method).OriginalDefinition;
        return FindMember((ISymbol)definition) ?? (definition.AssociatedSymbol is { } associated ? FindMember(associated) : null);
    }

    /// <summary>The same by the lines about the member's type or namespace.</summary>
    public (string Id, ImmutableArray<EffectEntry> Entries)? FindAround(IMethodSymbol method)
        => IsEmpty ? null : FindAround((method.ReducedFrom ?? method).OriginalDefinition.ContainingType);

    private (string, ImmutableArray<EffectEntry>)? FindMember(ISymbol member)
    {
        // In an id, a member's own name has neither dots nor angle brackets.
        if (!IsNamed(member) || member.GetDocumentationCommentId() is not { } id)
        {
            return null;
        }

        return FindId(id) ?? (id.IndexOf('(') is > 0 and var parameters ? FindId(WithoutArity(id.Substring(0, parameters))) : FindId(WithoutArity(id)));
    }

    private bool IsNamed(ISymbol member)
    {
        string name = member.MetadataName.Replace('.', '#');
        return _names.Contains(name) || (member is IMethodSymbol { Arity: > 0 } method && _names.Contains($"{name}``{method.Arity}"));
    }

    // All overloads: with and without type parameters.
    private static string WithoutArity(string id) => id.LastIndexOf("``", StringComparison.Ordinal) is > 0 and var arity ? id.Substring(0, arity) : id;

    private (string, ImmutableArray<EffectEntry>)? FindAround(INamedTypeSymbol? type)
        => type?.OriginalDefinition.GetDocumentationCommentId() is not { } id
            ? null
            : FindId(id) ?? FindId("N:" + type.ContainingNamespace.ToDisplayString());

    private (string, ImmutableArray<EffectEntry>)? FindId(string id)
        => _entries.TryGetValue(id, out ImmutableArray<EffectEntry> entries) ? (id, entries) : null;
}
