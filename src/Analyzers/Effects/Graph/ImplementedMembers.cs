using Microsoft.CodeAnalysis;

namespace TopHalf.Analyzers.Effects;

/// <summary>The interface members that a method implements, by name or explicitly.</summary>
internal static class ImplementedMembers
{
    /// <summary>Of a method of a class or struct.</summary>
    public static IEnumerable<IMethodSymbol> Of(IMethodSymbol method)
    {
        if (!method.ExplicitInterfaceImplementations.IsEmpty)
        {
            return method.ExplicitInterfaceImplementations;
        }

        return method.DeclaredAccessibility == Accessibility.Public && method.ContainingType is { TypeKind: TypeKind.Class or TypeKind.Struct } type
            ? type.AllInterfaces
                .SelectMany(i => i.GetMembers(method.Name).OfType<IMethodSymbol>())
                .Where(member => SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member), method))
            : [];
    }
}
