using Microsoft.CodeAnalysis;

namespace TopHalf.Declarations;

/// <summary>
/// Handlers in the base classes of a driver. They are not called: what a driver does is to be seen in its class, and a base
/// class in another assembly was compiled without knowing the driver.
/// </summary>
public static class InheritedHandlers
{
    /// <summary>The methods with vectors in the base classes of a driver, those of drivers left out: that is a fault of its own.</summary>
    public static IEnumerable<IMethodSymbol> Of(INamedTypeSymbol driver)
    {
        for (INamedTypeSymbol? type = driver.BaseType; type is { SpecialType: SpecialType.None }; type = type.BaseType)
        {
            if (DriverParser.FindDriverAttribute(type) is not null)
            {
                yield break;
            }

            foreach (IMethodSymbol handler in type.OriginalDefinition.GetMembers().Where(static m => m.IsHandler).Cast<IMethodSymbol>())
            {
                yield return handler;
            }
        }
    }

    /// <summary>All of a compilation's drivers. Walks every type, so it is asked for only where something is wrong already.</summary>
    public static ISet<ISymbol> InSource(Compilation compilation, CancellationToken cancellationToken)
    {
        var found = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        Walk(compilation.Assembly.GlobalNamespace);
        return found;

        void Walk(INamespaceOrTypeSymbol scope)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (INamespaceOrTypeSymbol member in scope.GetMembers().OfType<INamespaceOrTypeSymbol>())
            {
                if (member is INamedTypeSymbol type && DriverParser.FindDriverAttribute(type) is not null)
                {
                    found.UnionWith(Of(type));
                }

                Walk(member);
            }
        }
    }
}
