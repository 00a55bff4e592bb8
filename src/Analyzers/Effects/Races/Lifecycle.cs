using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TopHalf.Declarations;

namespace TopHalf.Analyzers.Effects;

/// <summary>When handlers run: what is before they are enabled and after they are stopped needs no care.</summary>
internal static class Lifecycle
{
    private const string Enable = "EnableInterrupts";
    private const string Run = "RunInterrupts";

    /// <summary>Handlers run after this call.</summary>
    public static bool IsBegin(IMethodSymbol method, INamedTypeSymbol driver) => method.Name == Enable && IsOf(method, driver);

    /// <summary>Handlers run until this call returns.</summary>
    public static bool IsRun(IMethodSymbol method, INamedTypeSymbol driver) => method.Name == Run && IsOf(method, driver);

    /// <summary>No handler runs after this call.</summary>
    public static bool IsEnd(IMethodSymbol method)
        => method.Name is "Dispose" or "DisposeAsync" && method.ContainingType is { Name: "InterruptBinding" or "PciDevice" } type && IsOurs(type);

    /// <summary>A task that ends when the handlers have ended.</summary>
    public static bool IsCompletion(IOperation operation)
        => operation is IPropertyReferenceOperation { Property: { Name: "Completion", ContainingType: { Name: "InterruptBinding" } type } } && IsOurs(type);

    /// <summary>Whether code enables the interrupts itself, so that what it does before is before any handler.</summary>
    public static bool Begins(IOperation body, INamedTypeSymbol driver)
        => body.Descendants().Any(o => o is IInvocationOperation { TargetMethod: { } method } && (IsBegin(method, driver) || IsRun(method, driver)));

    private static bool IsOf(IMethodSymbol method, INamedTypeSymbol driver)
        => SymbolEqualityComparer.Default.Equals(method.ContainingType?.OriginalDefinition, driver.OriginalDefinition);

    private static bool IsOurs(INamedTypeSymbol type) => type.ContainingNamespace is { Name: KnownNames.Namespace, ContainingNamespace.IsGlobalNamespace: true };
}
