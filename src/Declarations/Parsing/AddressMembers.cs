using Microsoft.CodeAnalysis;

namespace TopHalf.Declarations;

/// <summary>The members of a driver whose values its descriptors' addresses take.</summary>
internal static class AddressMembers
{
    /// <summary>A field or a readable property of a type that every value of fits an offset or is checked; null where there is none.</summary>
    public static ISymbol? Find(INamedTypeSymbol driver, string name)
    {
        for (INamedTypeSymbol? type = driver; type is not null; type = type.BaseType)
        {
            foreach (ISymbol member in type.GetMembers(name))
            {
                if (TypeOf(member) is { SpecialType: SpecialType.System_UInt32 or SpecialType.System_Int32 }
                    && (member.DeclaredAccessibility != Accessibility.Private || SymbolEqualityComparer.Default.Equals(type, driver)))
                {
                    return member;
                }
            }
        }

        return null;
    }

    /// <summary>The members of all descriptors, each once, by name.</summary>
    public static IEnumerable<MemberModel> Of(INamedTypeSymbol driver, IEnumerable<StepModel> steps) => steps
        .SelectMany(static s => s.Address?.Members ?? [])
        .Distinct()
        .OrderBy(static name => name, StringComparer.Ordinal)
        .Select(name => Find(driver, name))
        .OfType<ISymbol>()
        .Select(static member => new MemberModel(member.Name, member.IsStatic));

    private static ITypeSymbol? TypeOf(ISymbol member) => member switch
    {
        IFieldSymbol field => field.Type,
        IPropertySymbol { GetMethod: not null, IsIndexer: false } property => property.Type,
        _ => null,
    };
}
