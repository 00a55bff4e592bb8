using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TopHalf.Declarations;

/// <summary>
/// Calls that the C# compiler leaves out: they compile and do nothing. Not the generator's to know, since the body of a partial
/// method may come from another generator, which it does not see.
/// </summary>
internal static class CallReview
{
    public static void Check(DeclaredDriver driver, FaultSink faults, CancellationToken cancellationToken)
    {
        IEnumerable<IMethodSymbol> called = driver.Handlers.Select(static h => h.Method).Concat(DeviceHandlers.Of(driver.Symbol));
        foreach (IMethodSymbol method in called)
        {
            if (FindConditional(method) is { } conditional)
            {
                faults.Add(
                    DeclarationRules.HandlerConditional,
                    SymbolEqualityComparer.Default.Equals(conditional.On, method)
                        ? Anchor.Attribute(conditional.Attribute)
                        : Anchor.Name(method),
                    conditional.On.Name);
            }

            if (method is { IsPartialDefinition: true, PartialImplementationPart: null } && MayLackBody(method, cancellationToken))
            {
                faults.Add(
                    DeclarationRules.HandlerWithoutBody, Anchor.Word(method, SyntaxKind.PartialKeyword), method.Name, "partial");
            }
        }
    }

    private static (AttributeData Attribute, IMethodSymbol On)? FindConditional(IMethodSymbol method)
    {
        for (IMethodSymbol? on = method; on is not null; on = on.OverriddenMethod)
        {
            if (on.GetAttributes().FirstOrDefault(static a => a.AttributeClass?.Name == "ConditionalAttribute") is { } attribute)
            {
                return (attribute, on);
            }
        }

        return null;
    }

    // With any other modifier a partial method must have a body, which C# says itself (CS8795).
    private static bool MayLackBody(IMethodSymbol method, CancellationToken cancellationToken)
        => method.DeclaringSyntaxReferences.All(r => r.GetSyntax(cancellationToken) is MethodDeclarationSyntax declaration
            && declaration.Modifiers.All(static m => m.Kind() is SyntaxKind.PartialKeyword or SyntaxKind.StaticKeyword or SyntaxKind.UnsafeKeyword));
}
