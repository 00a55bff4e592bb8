using Microsoft.CodeAnalysis;

namespace TopHalf.Declarations;

/// <summary>The methods of a driver class that are called when the kernel tells something of the device.</summary>
internal static class DeviceHandlers
{
    /// <summary>The method with an attribute of a kind; null where there is none that can be called.</summary>
    public static HandlerMethodModel? Find(INamedTypeSymbol driver, AttributeKind kind, FaultSink faults)
    {
        HandlerMethodModel? found = null;
        foreach (IMethodSymbol method in driver.GetMembers().OfType<IMethodSymbol>())
        {
            if (method.GetAttributes().FirstOrDefault(a => a.Kind == kind) is not { } attribute)
            {
                continue;
            }

            if (found is not null)
            {
                faults.Add(DeclarationRules.DeviceHandlerTwice, Anchor.Attribute(attribute), attribute.ShortName, found.Name);
            }
            else if (Check(method, attribute, faults))
            {
                found = new HandlerMethodModel(method.Name, method.IsStatic, method.IsMarked(nameof(ObsoleteAttribute)));
            }
        }

        return found;
    }

    private static bool Check(IMethodSymbol method, AttributeData attribute, FaultSink faults)
    {
        bool isFit = method is { MethodKind: MethodKind.Ordinary, ReturnsVoid: true, Parameters.Length: 0, Arity: 0, IsAbstract: false }
            && !(method.PartialImplementationPart ?? method).IsAsync;
        if (!isFit)
        {
            faults.Add(DeclarationRules.DeviceHandlerSignature, Anchor.Name(method), method.Name, attribute.ShortName);
        }

        return isFit;
    }
}
