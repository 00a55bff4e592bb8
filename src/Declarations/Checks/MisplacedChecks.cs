using Microsoft.CodeAnalysis;

namespace TopHalf.Declarations;

/// <summary>
/// Vectors and descriptors count on a driver class and its methods; elsewhere they would be ignored in silence. A class that
/// lacks one word may have thirty handlers: it is told once.
/// </summary>
public static class MisplacedChecks
{
    /// <summary>Checks a type and its methods.</summary>
    /// <param name="type">The type.</param>
    /// <param name="inherited">The handlers that drivers inherit, which are reported there; asked for only where needed.</param>
    /// <param name="faults">Takes what is wrong.</param>
    public static void Check(INamedTypeSymbol type, Func<ISet<ISymbol>> inherited, FaultSink faults)
    {
        if (DriverParser.FindDriverAttribute(type) is not null || Report(type, faults))
        {
            return;
        }

        foreach (IMethodSymbol method in type.GetMembers().OfType<IMethodSymbol>().Where(static m => !m.IsImplicitlyDeclared))
        {
            if (method.GetAttributes().Any(static a => a.BelongsToDriver) && !inherited().Contains(method) && Report(method, faults))
            {
                return;
            }
        }
    }

    /// <summary>Checks a local function or a lambda, which no driver has as a handler.</summary>
    public static void CheckFunction(IMethodSymbol function, FaultSink faults) => Report(function, faults);

    private static bool Report(ISymbol symbol, FaultSink faults)
    {
        if (symbol.GetAttributes().FirstOrDefault(static a => a.BelongsToDriver) is not { } attribute)
        {
            return false;
        }

        faults.Add(DeclarationRules.OutsideDriver, Anchor.Attribute(attribute), attribute.ShortName);
        return true;
    }
}
