using Microsoft.CodeAnalysis;

namespace TopHalf.Analyzers.Effects;

/// <summary>Types that the library can hash and compare only after boxing them.</summary>
internal static class KeyTypes
{
    /// <summary>Whether the type that a member hashes or compares is one: its TKey, else its first type argument.</summary>
    public static bool IsBoxed(IMethodSymbol method)
        => (method.TypeArguments.FirstOrDefault() ?? method.ContainingType.TypeArguments.FirstOrDefault()) is { } key && IsBoxed(key);

    private static bool IsBoxed(ITypeSymbol type)
        => type is INamedTypeSymbol { IsValueType: true, TypeKind: TypeKind.Struct, SpecialType: SpecialType.None } named
            && (named.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T
                ? IsBoxed(named.TypeArguments[0])
                : !named.AllInterfaces.Any(i => i.Name == "IEquatable" && SymbolEqualityComparer.Default.Equals(i.TypeArguments.FirstOrDefault(), named)));
}
