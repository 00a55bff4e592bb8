using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TopHalf.Declarations;

/// <summary>A type → what is needed to open it again.</summary>
internal static class ShellParser
{
    /// <summary>The shells of the types around a type, outermost first.</summary>
    public static EquatableArray<TypeShell> Containers(INamedTypeSymbol type)
    {
        ImmutableArray<TypeShell>.Builder shells = ImmutableArray.CreateBuilder<TypeShell>();
        for (INamedTypeSymbol? outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            shells.Insert(0, Parse(outer));
        }

        return new EquatableArray<TypeShell>(shells.ToImmutable());
    }

    /// <summary>The shell of one type.</summary>
    public static TypeShell Parse(INamedTypeSymbol type) => new(
        type.TypeKind switch
        {
            TypeKind.Interface => "interface",
            TypeKind.Struct => type.IsRecord ? "record struct" : "struct",
            _ => type.IsRecord ? "record" : "class",
        },
        type.Name,
        new EquatableArray<string>([.. type.TypeParameters.Select(static p => p.Name)]));
}
