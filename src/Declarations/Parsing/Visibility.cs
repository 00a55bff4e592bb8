using Microsoft.CodeAnalysis;

namespace TopHalf.Declarations;

/// <summary>Which members C# finds by their name.</summary>
internal static class Visibility
{
    extension(ISymbol member)
    {
        /// <summary>Whether code in a driver sees this member of its own or of a base class.</summary>
        public bool IsSeenIn(INamedTypeSymbol driver)
            => SymbolEqualityComparer.Default.Equals(member.ContainingType, driver) || member.DeclaredAccessibility switch
            {
                Accessibility.Private => false,
                Accessibility.Internal or Accessibility.ProtectedAndInternal =>
                    SymbolEqualityComparer.Default.Equals(member.ContainingAssembly, driver.ContainingAssembly),
                _ => true,
            };
    }
}
