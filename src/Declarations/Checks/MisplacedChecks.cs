using Microsoft.CodeAnalysis;

namespace TopHalf.Declarations;

/// <summary>Vectors and descriptors count on a driver class and its methods; elsewhere they would be ignored in silence.</summary>
public static class MisplacedChecks
{
    /// <summary>Checks a type or a method of any kind, local functions and lambdas included.</summary>
    public static void Check(ISymbol symbol, FaultSink faults)
    {
        if (IsRead(symbol))
        {
            return;
        }

        foreach (AttributeData attribute in symbol.GetAttributes())
        {
            if (attribute.BelongsToDriver)
            {
                faults.Add(DeclarationRules.OutsideDriver, Anchor.Attribute(attribute), attribute.ShortName);
            }
        }
    }

    private static bool IsRead(ISymbol symbol) => symbol switch
    {
        // Both parts of a partial method have the attributes of both: they are told of once.
        IMethodSymbol { PartialDefinitionPart: not null } => true,
        INamedTypeSymbol type => DriverParser.FindDriverAttribute(type) is not null,
        IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction } => false,
        _ => symbol.ContainingType is { } type && DriverParser.FindDriverAttribute(type) is not null,
    };
}
