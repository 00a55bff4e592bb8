using Microsoft.CodeAnalysis;

namespace TopHalf.Analyzers.Effects;

/// <summary>
/// A place in memory as the driver's code names it: <c>_stats.Count</c> of the driver object, <c>_counts[…]</c>, a static field. Two rings
/// of one class are two storages.
/// </summary>
/// <param name="Container">What it is a part of; nothing for the driver object and static fields.</param>
/// <param name="Member">The field, auto-property or parameter of a primary constructor; nothing for an element of an array.</param>
/// <param name="IsValue">Whether its parts are in the same place, so that to read it is to read them.</param>
internal sealed record Storage(Storage? Container, ISymbol? Member, bool IsValue)
{
    /// <summary>The driver object.</summary>
    public static readonly Storage Driver = new(null, null, false);

    /// <summary>What a full fence orders: everything.</summary>
    public static readonly Storage Fence = new(null, null, true);

    // A linked list that points to itself must not make a longer and longer name.
    private const int MaximalDepth = 8;

    /// <summary>The type of what is here.</summary>
    public ITypeSymbol? Type => Member switch
    {
        IFieldSymbol variable => variable.Type,
        IPropertySymbol property => property.Type,
        IParameterSymbol parameter => parameter.Type,
        _ => (Container?.Type as IArrayTypeSymbol)?.ElementType,
    };

    private int Depth => Container is null ? 0 : 1 + Container.Depth;

    /// <summary>A static field.</summary>
    public static Storage Static(ISymbol field) => new(null, field.OriginalDefinition, IsValueType(field));

    /// <summary>A member of the object or struct that is here.</summary>
    public Storage? Part(ISymbol member) => Depth < MaximalDepth ? new(this, member.OriginalDefinition, IsValueType(member)) : null;

    /// <summary>The elements of the array that is here; which one, nobody knows.</summary>
    public Storage? Element(ITypeSymbol? type) => Depth < MaximalDepth ? new(this, null, type?.IsValueType == true) : null;

    /// <summary>Whether it is an element of an array, or a part of one.</summary>
    public bool IsInElement => Member is null ? Container is not null : Container is { IsValue: true, IsInElement: true };

    /// <summary>The member of the driver, or the static field, that it begins with.</summary>
    public ISymbol? Head => Container is null or { Container: null, Member: null } ? Member : Container.Head;

    /// <summary>Whether to use one is to use a part of the other.</summary>
    public bool Overlaps(Storage other) => IsPartOf(other) || other.IsPartOf(this);

    /// <summary>Whether it is the other, or in the object that the other refers to, however deep.</summary>
    public bool IsBelow(Storage other) => this == other || Container?.IsBelow(other) == true;

    private bool IsPartOf(Storage other) => this == other || (Container is { IsValue: true } container && container.IsPartOf(other));

    private static bool IsValueType(ISymbol member) => member switch
    {
        IFieldSymbol field => field.Type.IsValueType,
        IPropertySymbol property => property.Type.IsValueType,
        IParameterSymbol parameter => parameter.Type.IsValueType,
        _ => false,
    };
}
