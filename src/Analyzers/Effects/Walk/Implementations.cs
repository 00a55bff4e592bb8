using Microsoft.CodeAnalysis;

namespace TopHalf.Analyzers.Effects;

/// <summary>What a class or struct answers a virtual or interface call with.</summary>
internal static class Implementations
{
    /// <summary>The method that runs for an object of exactly this type; nothing, if the type does not have the member.</summary>
    public static IMethodSymbol? Find(IMethodSymbol method, ITypeSymbol type)
    {
        if (method.ContainingType.TypeKind == TypeKind.Interface)
        {
            IMethodSymbol? found = type.FindImplementationForInterfaceMember(Variance.AsImplemented(Unconstructed(method), type)) as IMethodSymbol
                ?? (type.TypeKind == TypeKind.Interface ? null : DefaultOf(method, type));

            // A base class may implement the interface with a method that this class overrides.
            if (found is { ContainingType.TypeKind: TypeKind.Class } and ({ IsVirtual: true } or { IsAbstract: true } or { IsOverride: true }))
            {
                found = Find(found, type) ?? found;
            }

            return found is not null && method.Arity > 0 && found.Arity == method.Arity ? found.ConstructedFrom.Construct([.. method.TypeArguments]) : found;
        }

        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            foreach (ISymbol member in current.GetMembers(method.Name))
            {
                if (member is IMethodSymbol candidate && Overrides(candidate, method))
                {
                    return method.Arity > 0 && candidate.Arity == method.Arity ? candidate.ConstructedFrom.Construct([.. method.TypeArguments]) : candidate;
                }
            }
        }

        return null;
    }

    /// <summary>A type below another one, as it is below exactly that construction; nothing, if it is below another construction only.</summary>
    public static INamedTypeSymbol? Instantiate(INamedTypeSymbol type, INamedTypeSymbol above)
    {
        if (!above.IsGenericType)
        {
            return type;
        }

        IEnumerable<INamedTypeSymbol> ups = above.TypeKind == TypeKind.Interface ? type.AllInterfaces : BaseTypes(type);
        foreach (INamedTypeSymbol up in ups)
        {
            if (SymbolEqualityComparer.Default.Equals(up.OriginalDefinition, above.OriginalDefinition))
            {
                var bindings = new Dictionary<ISymbol, ITypeSymbol>(SymbolEqualityComparer.Default);
                if (Unify(up, above, bindings))
                {
                    return type.TypeParameters.IsEmpty
                        ? type
                        : type.Construct([.. type.TypeParameters.Select(p => bindings.TryGetValue(p, out ITypeSymbol? bound) ? bound : p)]);
                }
            }
        }

        return null;
    }

    // A default member of an interface that the type does not replace.
    private static IMethodSymbol? DefaultOf(IMethodSymbol method, ITypeSymbol type)
        => !method.IsAbstract && type.AllInterfaces.Contains(method.ContainingType, SymbolEqualityComparer.Default) ? method : null;

    private static IMethodSymbol Unconstructed(IMethodSymbol method) => method.Arity > 0 ? method.ConstructedFrom : method;

    private static bool Overrides(IMethodSymbol candidate, IMethodSymbol method)
    {
        for (IMethodSymbol? current = candidate; current is not null; current = current.OverriddenMethod)
        {
            if (SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, method.OriginalDefinition))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<INamedTypeSymbol> BaseTypes(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? up = type.BaseType; up is not null; up = up.BaseType)
        {
            yield return up;
        }
    }

    private static bool Unify(ITypeSymbol pattern, ITypeSymbol type, Dictionary<ISymbol, ITypeSymbol> bindings)
    {
        if (SymbolEqualityComparer.Default.Equals(pattern, type) || type is ITypeParameterSymbol)
        {
            return true;
        }

        switch (pattern)
        {
            case ITypeParameterSymbol parameter when bindings.TryGetValue(parameter, out ITypeSymbol? bound):
                return SymbolEqualityComparer.Default.Equals(bound, type);
            case ITypeParameterSymbol parameter:
                bindings.Add(parameter, type);
                return true;
            case IArrayTypeSymbol array when type is IArrayTypeSymbol other:
                return array.Rank == other.Rank && Unify(array.ElementType, other.ElementType, bindings);
            case INamedTypeSymbol named when type is INamedTypeSymbol other:
                if (!SymbolEqualityComparer.Default.Equals(named.OriginalDefinition, other.OriginalDefinition))
                {
                    return false;
                }

                for (int i = 0; i < named.TypeArguments.Length; i++)
                {
                    if (!Unify(named.TypeArguments[i], other.TypeArguments[i], bindings)
                        && !Variance.Converts(named.OriginalDefinition.TypeParameters[i].Variance, named.TypeArguments[i], other.TypeArguments[i]))
                    {
                        return false;
                    }
                }

                return true;
            default:
                return false;
        }
    }
}
