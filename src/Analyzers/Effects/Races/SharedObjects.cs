using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>Parts of a driver that others have, too.</summary>
internal sealed class SharedObjects(EffectModel model, INamedTypeSymbol driver, IReadOnlyCollection<Storage> written)
{
    /// <summary>No class of which all objects are one.</summary>
    public static readonly IReadOnlyDictionary<ITypeSymbol, Storage> None = new Dictionary<ITypeSymbol, Storage>(SymbolEqualityComparer.Default);

    private HashSet<Storage>? _handedOut;
    private Dictionary<ITypeSymbol, Storage>? _byType;

    /// <summary>Objects that the driver hands out.</summary>
    public HashSet<Storage> HandedOut => _handedOut ??= [.. Exposures().Select(static e => e.Storage)];

    /// <summary>Objects that its constructor was given, by their class, where that says which one it is.</summary>
    public IReadOnlyDictionary<ITypeSymbol, Storage> ByType => _byType ??= FindByType();

    private Dictionary<ITypeSymbol, Storage> FindByType()
    {
        var byType = new Dictionary<ITypeSymbol, Storage>(SymbolEqualityComparer.Default);
        foreach (Storage storage in Injected())
        {
            // Which one of two an unknown object is, nobody knows.
            if (storage.Type is INamedTypeSymbol type && model.IsSource(type) && driver.GetMembers().OfType<IFieldSymbol>().Count(f => IsOf(f.Type, type)) <= 1)
            {
                byType[type.OriginalDefinition] = storage;
            }
        }

        return byType;
    }

    // Parts of the driver that its constructor was given.
    private IEnumerable<Storage> Injected()
    {
        foreach (ISymbol member in written.Select(static s => s.Head).OfType<ISymbol>().Where(static m => !m.IsStatic).Distinct<ISymbol>(SymbolEqualityComparer.Default))
        {
            bool isGiven = member is IParameterSymbol || (model.Values.Of(member) is { } values && values.Any(IsParameter));
            if (isGiven && Storage.Driver.Part(member) is { Type.IsReferenceType: true } storage)
            {
                yield return storage;
            }
        }
    }

    private static bool IsParameter(IOperation? value) => value switch
    {
        IParameterReferenceOperation => true,
        IConversionOperation conversion => IsParameter(conversion.Operand),
        ICoalesceOperation coalesce => IsParameter(coalesce.Value),
        _ => false,
    };

    private static bool IsOf(ITypeSymbol type, INamedTypeSymbol definition)
        => SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, definition.OriginalDefinition);

    /// <summary>The members that hand them out.</summary>
    public IEnumerable<(string Name, Storage Storage)> Exposures()
    {
        var locator = new Locator(model, driver, None);
        foreach (ISymbol member in driver.GetMembers().Where(static m => m.DeclaredAccessibility != Accessibility.Private))
        {
            IMethodSymbol? method = member switch
            {
                IPropertySymbol { GetMethod: { DeclaredAccessibility: not Accessibility.Private } getter } => getter,
                IMethodSymbol { MethodKind: MethodKind.Ordinary, ReturnsVoid: false } ordinary => ordinary,
                _ => null,
            };
            if (method is not null && model.IsSource(method.ReturnType) && locator.OfResult(method) is { } storage)
            {
                yield return (member.Name, storage);
            }
        }
    }
}
