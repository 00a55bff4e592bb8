using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using TopHalf.Declarations;

namespace TopHalf.Analyzers.Effects;

/// <summary>What attributes say of a member: that it is checked elsewhere, or that nobody is to look into it.</summary>
internal sealed class Contracts(Compilation compilation)
{
    private readonly ConcurrentDictionary<ISymbol, (bool Safe, bool Unsafe)> _own = new(SymbolEqualityComparer.Default);

    private readonly ConcurrentDictionary<ISymbol, bool> _checked = new(SymbolEqualityComparer.Default);

    private readonly INamedTypeSymbol? _driver = compilation.GetTypeByMetadataName(KnownNames.InterruptDriver);

    /// <summary>Whether the compilation can have roots at all.</summary>
    public bool IsPossible => _driver is not null;

    /// <summary>A handler, or under a contract of its own or of what it overrides or implements: checked where it is declared.</summary>
    public bool IsChecked(IMethodSymbol method) => _checked.GetOrAdd(
        method.OriginalDefinition, m => IsHandler((IMethodSymbol)m) || IsSafe((IMethodSymbol)m) || Inherited((IMethodSymbol)m).Any(IsSafe));

    /// <summary>Whether the author vouches for it.</summary>
    public bool IsUnsafe(IMethodSymbol method) => Has(method.OriginalDefinition, static own => own.Unsafe);

    /// <summary>Whether what is made into this delegate is checked where it is made.</summary>
    public bool IsChecked(ITypeSymbol delegateType) => Own(delegateType.OriginalDefinition).Safe;

    /// <summary>A class with handlers.</summary>
    public bool IsDriver(INamedTypeSymbol type) => _driver is not null && HasAttribute(type, KnownNames.InterruptDriverAttribute);

    /// <summary>A method that the card calls.</summary>
    public bool IsHandler(IMethodSymbol method)
        => _driver is not null
            && method.ContainingType is { } type
            && HasAttribute(method.PartialDefinitionPart ?? method, KnownNames.MsiVectorAttribute)
            && HasAttribute(type, KnownNames.InterruptDriverAttribute);

    // The members whose contract is that of this one too.
    private static IEnumerable<IMethodSymbol> Inherited(IMethodSymbol method)
    {
        for (IMethodSymbol? up = method.OverriddenMethod; up is not null; up = up.OverriddenMethod)
        {
            yield return up.OriginalDefinition;
        }

        foreach (IMethodSymbol member in ImplementedMembers.Of(method))
        {
            yield return member.OriginalDefinition;
        }
    }

    private bool IsSafe(IMethodSymbol method) => Has(method, static own => own.Safe);

    private bool Has(IMethodSymbol method, Func<(bool Safe, bool Unsafe), bool> test)
        => test(Own(method))
            || (method.PartialDefinitionPart is { } definition && test(Own(definition)))
            || (method.PartialImplementationPart is { } implementation && test(Own(implementation)))
            || (method.AssociatedSymbol is { } associated && test(Own(associated)))
            || (method.MethodKind != MethodKind.LocalFunction && method.ContainingType is { } type && test(Own(type)));

    private (bool Safe, bool Unsafe) Own(ISymbol symbol) => _own.GetOrAdd(
        symbol,
        static s => (HasAttribute(s, KnownNames.InterruptSafeAttribute), HasAttribute(s, KnownNames.InterruptUnsafeAttribute)));

    private static bool HasAttribute(ISymbol symbol, string name)
    {
        foreach (AttributeData attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass is { } type
                && type.Name == name
                && type.ContainingNamespace is { Name: KnownNames.Namespace, ContainingNamespace.IsGlobalNamespace: true })
            {
                return true;
            }
        }

        return false;
    }
}
