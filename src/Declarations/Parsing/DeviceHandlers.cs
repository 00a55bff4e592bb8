using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TopHalf.Declarations;

/// <summary>The methods of a driver class that are called when the kernel tells something of the device, or grants its vectors.</summary>
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

    /// <summary>The methods with an attribute of any of these kinds, each once.</summary>
    public static IEnumerable<IMethodSymbol> Of(INamedTypeSymbol driver)
        => driver.GetMembers().OfType<IMethodSymbol>().Where(static m => m.GetAttributes().Any(IsOurs));

    private static bool Check(IMethodSymbol method, AttributeData attribute, FaultSink faults)
    {
        bool takesBinding = attribute.Kind == AttributeKind.Granted;
        bool isFit = method is { MethodKind: MethodKind.Ordinary, ReturnsVoid: true, Arity: 0 }
            && (takesBinding ? IsBinding(method.Parameters) : method.Parameters.IsEmpty)
            && !(method.PartialImplementationPart ?? method).IsAsync
            && !method.IsMarked(CallChecks.UnmanagedCallersOnly);
        if (!isFit && method.Parameters.Any(static p => p.Type.TypeKind == TypeKind.Error))
        {
            faults.AddRejectedByCompiler();
        }
        else if (!isFit)
        {
            faults.Add(
                takesBinding ? DeclarationRules.GrantedSignature : DeclarationRules.DeviceHandlerSignature, Anchor.Name(method), method.Name, attribute.ShortName);
        }
        else if (method.GetAttributes().First(IsOurs) == attribute)
        {
            // A method for two events is told once.
            CallChecks.Check(method, faults);
        }

        return isFit;
    }

    private static bool IsBinding(ImmutableArray<IParameterSymbol> parameters)
        => parameters.Length == 1 && parameters[0].RefKind == RefKind.None && parameters[0].Type.IsNamed(KnownNames.InterruptBinding);

    private static bool IsOurs(AttributeData attribute) => attribute.Kind is AttributeKind.Request or AttributeKind.Error or AttributeKind.Granted;
}
