using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>Values of <c>Lazy&lt;T&gt;</c>: which one it is, and whether it was given and has nothing to make.</summary>
internal static class LazyValues
{
    /// <summary>Which lazy value: the variable that holds it.</summary>
    public static object Of(IOperation? instance, ImmutableArray<IArgumentOperation> arguments, Place place)
        => Variable(instance ?? arguments.FirstOrDefault()?.Value) ?? (object)place;

    /// <summary>Whether all that the variable ever holds was made with its value: <c>new Lazy&lt;T&gt;(value)</c>.</summary>
    public static bool IsGiven(IOperation? instance, Body body)
        => Variable(instance) is { } variable
            && body.Model.Values.Of(variable) is { IsEmpty: false } values
            && values.All(IsGiven);

    private static bool IsGiven(IOperation value) => value switch
    {
        IConversionOperation conversion => IsGiven(conversion.Operand),
        IObjectCreationOperation { Constructor.OriginalDefinition.Parameters: [{ Type: ITypeParameterSymbol }] } => true,
        _ => false,
    };

    private static ISymbol? Variable(IOperation? holder) => holder switch
    {
        IFieldReferenceOperation field => field.Field.OriginalDefinition,
        IPropertyReferenceOperation property => property.Property.OriginalDefinition,
        _ => null,
    };
}
