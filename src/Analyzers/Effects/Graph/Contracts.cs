using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using TopHalf.Declarations;

namespace TopHalf.Analyzers.Effects;

/// <summary>What attributes say of a member: that it is checked elsewhere, or that nobody is to look into it.</summary>
internal sealed class Contracts(Compilation compilation)
{
    private readonly ConcurrentDictionary<ISymbol, Word> _own = new(SymbolEqualityComparer.Default);

    private readonly ConcurrentDictionary<ISymbol, bool> _checked = new(SymbolEqualityComparer.Default);

    private readonly INamedTypeSymbol? _driver = compilation.GetTypeByMetadataName(KnownNames.InterruptDriver);

    private enum Word
    {
        None,
        Safe,
        Unsafe,
    }

    /// <summary>Whether the compilation can have roots at all.</summary>
    public bool IsPossible => _driver is not null;

    /// <summary>A handler, or under a contract of its own or of what it overrides or implements: checked where it is declared.</summary>
    public bool IsChecked(IMethodSymbol method) => _checked.GetOrAdd(method.OriginalDefinition, m => FindChecked((IMethodSymbol)m));

    /// <summary>Whether the author vouches for it.</summary>
    public bool IsUnsafe(IMethodSymbol method) => Find(method.OriginalDefinition) == Word.Unsafe;

    /// <summary>Whether what is made into this delegate is checked where it is made.</summary>
    public bool IsChecked(ITypeSymbol delegateType) => Own(delegateType.OriginalDefinition) == Word.Safe;

    /// <summary>Whether a type is under a contract as a whole.</summary>
    public bool IsSettled(INamedTypeSymbol type) => Own(type.OriginalDefinition) != Word.None;

    /// <summary>A class with handlers.</summary>
    public bool IsDriver(INamedTypeSymbol type) => _driver is not null && HasAttribute(type, KnownNames.InterruptDriverAttribute);

    /// <summary>A method that the card calls.</summary>
    public bool IsHandler(IMethodSymbol method)
        => _driver is not null
            && method.ContainingType is { } type
            && HandlerMark.IsOn(method.PartialDefinitionPart ?? method)
            && HasAttribute(type, KnownNames.InterruptDriverAttribute);

    private bool FindChecked(IMethodSymbol method)
    {
        if (Find(method) is var word and not Word.None)
        {
            return word == Word.Safe;
        }

        return IsHandler(method)
            || (method.OverriddenMethod is { } overridden && IsChecked(overridden))
            || ImplementedMembers.Of(method).Any(IsChecked);
    }

    // What is said of the member itself, else of its property or event, else of its type.
    private Word Find(IMethodSymbol method)
    {
        Word word = Own(method);
        if (word == Word.None && (method.PartialDefinitionPart ?? method.PartialImplementationPart) is { } other)
        {
            word = Own(other);
        }

        if (word == Word.None && method.AssociatedSymbol is { } associated)
        {
            word = Own(associated);
        }

        return word == Word.None && method.MethodKind is not (MethodKind.LocalFunction or MethodKind.AnonymousFunction) && method.ContainingType is { } type
            ? OfType(Own(type), method)
            : word;
    }

    // What makes an object of a class, or ends it, is no part of what its author promises of its use; and of what the compiler adds,
    // nobody promised anything.
    private static Word OfType(Word word, IMethodSymbol method)
        => word == Word.Safe
            && (method.MethodKind is MethodKind.StaticConstructor or MethodKind.Destructor
                || (method.AssociatedSymbol ?? method).IsImplicitlyDeclared
                || (method.MethodKind == MethodKind.Constructor && method.ContainingType.IsReferenceType))
            ? Word.None
            : word;

    // Both: the author knows better than his contract.
    private Word Own(ISymbol symbol) => _own.GetOrAdd(
        symbol,
        static s => HasAttribute(s, KnownNames.InterruptUnsafeAttribute) ? Word.Unsafe
            : HasAttribute(s, KnownNames.InterruptSafeAttribute) ? Word.Safe
            : Word.None);

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
