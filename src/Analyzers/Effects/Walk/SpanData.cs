using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>
/// Arrays of constants that become a read-only span at once: the compiler keeps the constants as data of the assembly, or the array in
/// a field of its own, so that what is written as an allocation is none.
/// </summary>
internal static class SpanData
{
    /// <summary>Visits a conversion of such an array. False, if it is another conversion.</summary>
    public static bool Visit(IConversionOperation conversion, Body body)
    {
        if (conversion.Type is not INamedTypeSymbol type || Values(type, conversion.Operand) is not { } array)
        {
            return false;
        }

        if (IsData(array))
        {
            return true;
        }

        if (array.Type is IArrayTypeSymbol { ElementType: { } element } && IsKept(element))
        {
            body.Report(
                EffectRules.LibraryFirstUse, Names.PlaceOf(array.Syntax), "an array of constants, made at the first use and kept");
            return true;
        }

        return false;
    }

    /// <summary>Whether a span is made of an array that is data of the assembly: <c>new ReadOnlySpan&lt;byte&gt;(new byte[] { 1 })</c>.</summary>
    public static bool Is(IObjectCreationOperation creation)
        => creation is { Type: INamedTypeSymbol type, Arguments: [{ Value: { } value }] } && Values(type, value) is { } array && IsData(array);

    private static IArrayCreationOperation? Values(INamedTypeSymbol type, IOperation value)
        => type is { Name: "ReadOnlySpan", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } }
            && Unconverted(value) is IArrayCreationOperation { Initializer.ElementValues: { } values } array
            && values.All(static v => v.ConstantValue.HasValue)
                ? array
                : null;

    private static bool IsData(IArrayCreationOperation array)
        => array.Initializer is { ElementValues.IsEmpty: true } || (array.Type is IArrayTypeSymbol { ElementType: { } element } && IsPrimitive(element));

    private static bool IsPrimitive(ITypeSymbol type)
        => type.SpecialType is >= SpecialType.System_Boolean and <= SpecialType.System_UInt64 or SpecialType.System_Single or SpecialType.System_Double
            || type.TypeKind == TypeKind.Enum;

    private static bool IsKept(ITypeSymbol type)
        => type.SpecialType is SpecialType.System_String or SpecialType.System_Decimal or SpecialType.System_IntPtr or SpecialType.System_UIntPtr;

    private static IOperation Unconverted(IOperation operation)
        => operation is IConversionOperation inner ? Unconverted(inner.Operand) : operation;
}
