using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TopHalf.Declarations;

/// <summary>
/// What stands in the way of generated code that calls a method of the driver, whatever for: a handler, or a method for an event of
/// the device.
/// </summary>
internal static class CallChecks
{
    /// <summary>Makes a method one that C# lets nobody call.</summary>
    public const string UnmanagedCallersOnly = "UnmanagedCallersOnlyAttribute";

    private const string Experimental = "ExperimentalAttribute";

    /// <summary>Checks a method that is called directly.</summary>
    public static void Check(IMethodSymbol method, FaultSink faults)
    {
        // The words of a partial method may be on either part.
        IMethodSymbol body = method.PartialImplementationPart ?? method;
        if (method.IsAbstract)
        {
            faults.Add(DeclarationRules.HandlerWithoutBody, Anchor.Word(method, SyntaxKind.AbstractKeyword), method.Name, "abstract");
        }
        else if (body.IsExtern)
        {
            faults.Add(DeclarationRules.HandlerWithoutBody, Anchor.Word(body, SyntaxKind.ExternKeyword), method.Name, "extern");
        }

        if (method.IsMarked(Experimental) && !IsInExperimentalCode(method.ContainingType))
        {
            faults.Add(DeclarationRules.HandlerExperimental, Anchor.Name(method), method.Name, method.ContainingType.Name);
        }
    }

    // In such code C# allows the call; elsewhere it is an error, in our text.
    private static bool IsInExperimentalCode(INamedTypeSymbol driver)
    {
        bool isExperimental = IsExperimental(driver.ContainingAssembly) || IsExperimental(driver.ContainingModule);
        for (INamedTypeSymbol? type = driver; type is not null && !isExperimental; type = type.ContainingType)
        {
            isExperimental = IsExperimental(type);
        }

        return isExperimental;

        static bool IsExperimental(ISymbol symbol) => symbol.GetAttributes().Any(static a => a.AttributeClass?.Name == Experimental);
    }
}
