using Microsoft.CodeAnalysis;

namespace TopHalf.Declarations;

/// <summary>The members of a driver whose values its descriptors' addresses take.</summary>
internal static class AddressMembers
{
    /// <summary>
    /// A field or a readable property of a type that every value of fits an offset or is checked; null where there is none. What
    /// C# finds by the name counts, be it of the right type or not.
    /// </summary>
    public static ISymbol? Find(INamedTypeSymbol driver, string name)
        => Named(driver, name) is { } member && IsNumber(TypeOf(member, driver)) ? member : null;

    /// <summary>What is wrong with the member of this name, in words; null where nothing is.</summary>
    public static string? WhyNot(INamedTypeSymbol driver, string name)
    {
        if (Named(driver, name) is not { } member)
        {
            return $"'{driver.Name}' has no such member '{name}'";
        }

        return TypeOf(member, driver) switch
        {
            null when member is IPropertySymbol => $"'{name}' has no getter that '{driver.Name}' can call",
            null => $"'{name}' is neither a field nor a property",
            { } type when IsNumber(type) => null,
            { } type => $"'{name}' is of type {type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}",
        };
    }

    /// <summary>The members of all descriptors, each once, by name.</summary>
    public static IEnumerable<MemberModel> Of(INamedTypeSymbol driver, IEnumerable<StepModel> steps) => steps
        .SelectMany(static s => s.Address?.Members ?? [])
        .Distinct()
        .OrderBy(static name => name, StringComparer.Ordinal)
        .Select(name => Find(driver, name))
        .OfType<ISymbol>()
        .Select(static member => new MemberModel(member.Name, member.IsStatic, IsObsolete(member)));

    private static ISymbol? Named(INamedTypeSymbol driver, string name)
    {
        for (INamedTypeSymbol? type = driver; type is not null; type = type.BaseType)
        {
            if (type.GetMembers(name).FirstOrDefault(m => m.IsSeenIn(driver)) is { } member)
            {
                return member;
            }
        }

        return null;
    }

    private static bool IsNumber(ITypeSymbol? type) => type is { SpecialType: SpecialType.System_UInt32 or SpecialType.System_Int32 };

    private static ITypeSymbol? TypeOf(ISymbol member, INamedTypeSymbol driver) => member switch
    {
        IFieldSymbol field => field.Type,
        IPropertySymbol { GetMethod: { } get, IsIndexer: false } property when get.IsSeenIn(driver) => property.Type,
        _ => null,
    };

    // An accessor can be obsolete by itself.
    private static bool IsObsolete(ISymbol member)
        => member.IsMarked(nameof(ObsoleteAttribute)) || member is IPropertySymbol { GetMethod: { } get } && get.IsMarked(nameof(ObsoleteAttribute));
}
