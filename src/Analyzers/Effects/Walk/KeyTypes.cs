using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TopHalf.Analyzers.Effects;

/// <summary>Types that the library can hash and compare only after boxing them.</summary>
internal static class KeyTypes
{
    private const int MaximalDepth = 4;

    /// <summary>
    /// Whether the type that a member hashes or compares is one: its TKey, its TValue, else its first type argument; of a tuple, or of
    /// what only hashes, any.
    /// </summary>
    public static bool IsBoxed(IMethodSymbol method)
    {
        bool onlyHashes = method.Name == "GetHashCode" || method.ContainingType.Name == "HashCode";
        return method.ContainingType.IsTupleType
            ? FindBoxed(method.ContainingType, onlyHashes, 0) is not null
            : onlyHashes
                ? Hashed(method).Any(static t => FindBoxed(t, true, 0) is not null)
                : Compared(method) is { } key && IsBoxed(key);
    }

    /// <summary>The types that a member compares or hashes.</summary>
    public static IEnumerable<ITypeSymbol> Compared(IMethodSymbol method, bool onlyHashes)
        => method.ContainingType.IsTupleType ? method.ContainingType.TupleElements.Select(static e => e.Type)
            : onlyHashes ? Hashed(method)
            : Compared(method) is { } key ? [key] : [];

    private static ImmutableArray<ITypeSymbol> Hashed(IMethodSymbol method)
        => method.TypeArguments.IsEmpty ? method.ContainingType.TypeArguments : method.TypeArguments;

    private static ITypeSymbol? Compared(IMethodSymbol method)
        => method.Name is "ContainsValue" or "IndexOfValue"
            ? method.ContainingType.TypeArguments.LastOrDefault()
            : method.TypeArguments.FirstOrDefault() ?? method.ContainingType.TypeArguments.FirstOrDefault();

    /// <summary>Whether a type is one, or is made of one and compares part by part.</summary>
    public static bool IsBoxed(ITypeSymbol type, bool onlyHashes = false) => FindBoxed(type, onlyHashes, 0) is not null;

    /// <summary>The same among the fields of a record, with those of its bases.</summary>
    public static ITypeSymbol? FindBoxedField(INamedTypeSymbol record) => FindBoxedField(record, false, 0);

    private static ITypeSymbol? FindBoxed(ITypeSymbol type, bool onlyHashes, int depth)
    {
        // While it is typed, a struct may be its own part.
        if (depth > MaximalDepth)
        {
            return null;
        }

        if (type is not INamedTypeSymbol { IsValueType: true, TypeKind: TypeKind.Struct, SpecialType: SpecialType.None } named)
        {
            return null;
        }

        if (named.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
        {
            return FindBoxed(named.TypeArguments[0], onlyHashes, depth + 1);
        }

        if (named.IsTupleType)
        {
            return named.TupleElements.Select(e => FindBoxed(e.Type, onlyHashes, depth + 1)).FirstOrDefault(static t => t is not null);
        }

        if (named.IsRecord && !HasOwnEquals(named))
        {
            return FindBoxedField(named, onlyHashes, depth + 1);
        }

        if (onlyHashes)
        {
            return HasOwnHash(named) ? null : named;
        }

        return EqualsOf(named) is null ? named : null;
    }

    /// <summary>The member of System.IEquatable with which a type says how it is compared with its like.</summary>
    public static IMethodSymbol? EqualsOf(INamedTypeSymbol type) => MemberOf(type, "IEquatable", "Equals");

    /// <summary>The member of an interface of the namespace System that a type has for its like.</summary>
    public static IMethodSymbol? MemberOf(INamedTypeSymbol type, string @interface, string member) => type.AllInterfaces
        .Where(i => i is { Arity: 1, ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } }
            && i.Name == @interface
            && SymbolEqualityComparer.Default.Equals(i.TypeArguments[0], type))
        .SelectMany(i => i.GetMembers(member).OfType<IMethodSymbol>())
        .FirstOrDefault();

    private static ITypeSymbol? FindBoxedField(INamedTypeSymbol record, bool onlyHashes, int depth)
    {
        for (INamedTypeSymbol? current = record; current is { IsRecord: true }; current = current.BaseType)
        {
            foreach (IFieldSymbol field in current.GetMembers().OfType<IFieldSymbol>().Where(static f => !f.IsStatic))
            {
                if (FindBoxed(field.Type, onlyHashes, depth) is { } boxed)
                {
                    return boxed;
                }
            }
        }

        return null;
    }

    private static bool HasOwnHash(INamedTypeSymbol type)
        => type.GetMembers("GetHashCode").OfType<IMethodSymbol>().Any(static m => m is { IsOverride: true, Parameters.IsEmpty: true });

    private static bool HasOwnEquals(INamedTypeSymbol record) => record.GetMembers("Equals").OfType<IMethodSymbol>().Any(m =>
        m is { IsImplicitlyDeclared: false, Parameters: [{ Type: { } other }] } && SymbolEqualityComparer.Default.Equals(other, record));
}
