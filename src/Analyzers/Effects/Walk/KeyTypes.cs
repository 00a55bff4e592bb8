using Microsoft.CodeAnalysis;

namespace TopHalf.Analyzers.Effects;

/// <summary>Types that the library can hash and compare only after boxing them.</summary>
internal static class KeyTypes
{
    /// <summary>Whether the type that a member hashes or compares is one: its TKey, else its first type argument; of a tuple any.</summary>
    public static bool IsBoxed(IMethodSymbol method)
        => method.ContainingType.IsTupleType
            ? IsBoxed(method.ContainingType)
            : (method.TypeArguments.FirstOrDefault() ?? method.ContainingType.TypeArguments.FirstOrDefault()) is { } key && IsBoxed(key);

    /// <summary>Whether a type is one, or is made of one and compares part by part.</summary>
    public static bool IsBoxed(ITypeSymbol type) => FindBoxed(type) is not null;

    /// <summary>The struct without an equality of its own in a type that is hashed or compared.</summary>
    public static ITypeSymbol? FindBoxed(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol { IsValueType: true, TypeKind: TypeKind.Struct, SpecialType: SpecialType.None } named)
        {
            return null;
        }

        if (named.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
        {
            return FindBoxed(named.TypeArguments[0]);
        }

        if (named.IsTupleType)
        {
            return named.TupleElements.Select(static e => FindBoxed(e.Type)).FirstOrDefault(static t => t is not null);
        }

        if (named.IsRecord && !HasOwnEquals(named))
        {
            return FindBoxedField(named);
        }

        return named.AllInterfaces.Any(i => i.Name == "IEquatable" && SymbolEqualityComparer.Default.Equals(i.TypeArguments.FirstOrDefault(), named))
            ? null
            : named;
    }

    /// <summary>The same among the fields of a record, with those of its bases.</summary>
    public static ITypeSymbol? FindBoxedField(INamedTypeSymbol record)
    {
        for (INamedTypeSymbol? current = record; current is { IsRecord: true }; current = current.BaseType)
        {
            foreach (IFieldSymbol field in current.GetMembers().OfType<IFieldSymbol>().Where(static f => !f.IsStatic))
            {
                if (FindBoxed(field.Type) is { } boxed)
                {
                    return boxed;
                }
            }
        }

        return null;
    }

    private static bool HasOwnEquals(INamedTypeSymbol record) => record.GetMembers("Equals").OfType<IMethodSymbol>().Any(m =>
        m is { IsImplicitlyDeclared: false, Parameters: [{ Type: { } other }] } && SymbolEqualityComparer.Default.Equals(other, record));
}
