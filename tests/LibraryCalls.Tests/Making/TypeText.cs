using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TopHalf.LibraryCalls.Tests;

/// <summary>Types as C# writes them, and which of them no case can use.</summary>
internal static class TypeText
{
    private static readonly SymbolDisplayFormat Format = SymbolDisplayFormat.FullyQualifiedFormat;

    /// <summary>The name, from <c>global::</c> on.</summary>
    public static string Of(ITypeSymbol type) => type.ToDisplayString(Format);

    /// <summary>The type arguments, those of the types around it first.</summary>
    public static ImmutableArray<ITypeSymbol> AllArguments(ITypeSymbol type)
        => type is INamedTypeSymbol named
            ? [.. named.ContainingType is { } outer ? AllArguments(outer) : [], .. named.TypeArguments]
            : [];

    /// <summary>Whether a value of it can only be had in unsafe code, or not at all.</summary>
    public static bool IsUnsafe(ITypeSymbol type) => type switch
    {
        IPointerTypeSymbol or IFunctionPointerTypeSymbol => true,
        IArrayTypeSymbol array => IsUnsafe(array.ElementType),
        INamedTypeSymbol named => named.SpecialType is SpecialType.System_TypedReference or SpecialType.System_ArgIterator or SpecialType.System_RuntimeArgumentHandle
            || named.TypeArguments.Any(IsUnsafe),
        _ => false,
    };
}
