using Microsoft.CodeAnalysis;

namespace TopHalf.Analyzers.Effects;

/// <summary>Interfaces that stand for others of their kind: a producer of strings is one of objects, a sink of objects one of strings.</summary>
internal static class Variance
{
    /// <summary>Whether what is known as one construction of an interface may be used as another one.</summary>
    public static bool Converts(INamedTypeSymbol from, INamedTypeSymbol to)
    {
        if (!SymbolEqualityComparer.Default.Equals(from.OriginalDefinition, to.OriginalDefinition))
        {
            return false;
        }

        for (int i = 0; i < from.TypeArguments.Length; i++)
        {
            ITypeSymbol source = from.TypeArguments[i];
            ITypeSymbol target = to.TypeArguments[i];
            if (!SymbolEqualityComparer.Default.Equals(source, target) && !Converts(from.OriginalDefinition.TypeParameters[i].Variance, source, target))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether an argument may stand for another one.</summary>
    public static bool Converts(VarianceKind variance, ITypeSymbol from, ITypeSymbol to) => variance switch
    {
        VarianceKind.Out => IsBelow(from, to),
        VarianceKind.In => IsBelow(to, from),
        _ => false,
    };

    /// <summary>A member of an interface, as the type has it that is asked for it.</summary>
    public static IMethodSymbol AsImplemented(IMethodSymbol method, ITypeSymbol type)
    {
        if (!method.ContainingType.OriginalDefinition.TypeParameters.Any(static p => p.Variance != VarianceKind.None))
        {
            return method;
        }

        INamedTypeSymbol? close = null;
        foreach (INamedTypeSymbol up in type.AllInterfaces)
        {
            if (SymbolEqualityComparer.Default.Equals(up, method.ContainingType))
            {
                return method;
            }

            close ??= Converts(up, method.ContainingType) ? up : null;
        }

        return close?.GetMembers(method.Name).OfType<IMethodSymbol>()
            .FirstOrDefault(m => SymbolEqualityComparer.Default.Equals(m.OriginalDefinition, method.OriginalDefinition)) ?? method;
    }

    // By reference: a value is never another one without a change.
    private static bool IsBelow(ITypeSymbol type, ITypeSymbol above)
    {
        if (!type.IsReferenceType || !above.IsReferenceType)
        {
            return false;
        }

        for (ITypeSymbol? up = type; up is not null; up = up.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(up, above))
            {
                return true;
            }
        }

        return above.SpecialType == SpecialType.System_Object
            || (above is INamedTypeSymbol { TypeKind: TypeKind.Interface } named
                && type.AllInterfaces.Append(type as INamedTypeSymbol).Any(i => i is not null && Converts(i, named)));
    }
}
