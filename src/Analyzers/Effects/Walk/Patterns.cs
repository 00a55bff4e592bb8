using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>Patterns: the members that they read, and tests that look like boxes.</summary>
internal static class Patterns
{
    public static void Visit(IListPatternOperation pattern, Body body)
    {
        Place place = Place.Of(pattern.Syntax);
        Slices.VisitMember(pattern.LengthSymbol, null, place, body);
        if (pattern.Patterns.Any(static p => p is not (ISlicePatternOperation or IDiscardPatternOperation)))
        {
            Slices.VisitMember(pattern.IndexerSymbol, null, place, body);
        }

        body.Walker.VisitChildren(pattern);
    }

    public static void Visit(ISlicePatternOperation pattern, Body body)
    {
        // A slice that nobody looks at is not made.
        if (pattern.Pattern is not null and not IDiscardPatternOperation)
        {
            Place place = Place.Of(pattern.Syntax);
            if (pattern.SliceSymbol is { } slice)
            {
                Slices.VisitMember(slice, null, place, body);
            }
            else if (pattern.InputType is IArrayTypeSymbol)
            {
                body.Report(EffectRules.Slice, place, "copies a part of an array; a slice of a span does not");
            }
        }

        body.Walker.VisitChildren(pattern);
    }

    public static void Visit(IRecursivePatternOperation pattern, Body body)
    {
        if (pattern.DeconstructSymbol is IMethodSymbol method)
        {
            Calls.Visit(method.GetConstructedReducedFrom() ?? method, null, false, [], Place.Of(pattern.Syntax), null, body);
        }

        if (pattern.DeclaredSymbol is not null || !pattern.PropertySubpatterns.IsEmpty)
        {
            VisitNarrowing(pattern, pattern.MatchedType, body);
        }

        // Its parts are tested one after another, and each only if those before it match.
        var known = body.Completion.Known;
        foreach (IOperation part in pattern.ChildOperations)
        {
            body.Walker.Visit(part);
            if (part is IPropertySubpatternOperation property)
            {
                Guards.AssumeBefore(property, body.Completion);
            }
        }

        body.Completion.Known = known;
    }

    public static void Visit(IDeclarationPatternOperation pattern, Body body)
    {
        if (pattern.DeclaredSymbol is not null)
        {
            VisitNarrowing(pattern, pattern.MatchedType, body);
        }
    }

    public static void Visit(IIsPatternOperation test, Body body)
    {
        body.Walker.VisitChildren(test);
        if (IsNull(test.Pattern) && test.Value.Type is ITypeParameterSymbol parameter && body.Type(parameter).IsValueType)
        {
            body.Report(EffectRules.Unoptimised, test.Syntax, "boxes a value to compare it with null where code is not optimised");
        }
    }

    /// <summary>Whether a value of a type parameter that stands for a struct is compared with null.</summary>
    public static bool IsNullTestOfOpenType(IBinaryOperation comparison, Body body)
        => Tested(comparison) is ITypeParameterSymbol parameter && body.Type(parameter).IsValueType;

    /// <summary>Whether it is the constant null.</summary>
    public static bool IsNull(IOperation operand) => operand.ConstantValue is { HasValue: true, Value: null };

    /// <summary>Whether it asks for null, or for anything else.</summary>
    public static bool IsNull(IPatternOperation pattern) => pattern switch
    {
        IConstantPatternOperation constant => IsNull(constant.Value),
        INegatedPatternOperation negated => IsNull(negated.Pattern),
        _ => false,
    };

    // A struct that is kept, or looked into, as one of its interfaces: value is IPart part. The test alone needs no box.
    private static void VisitNarrowing(IPatternOperation pattern, ITypeSymbol? matched, Body body)
    {
        ITypeSymbol source = body.Type(pattern.InputType);
        if (matched is not null && body.Type(matched) is var target && Boxing.Is(source, target) && Boxing.CanConvert(source, target, body))
        {
            body.Report(EffectRules.Box, pattern.Syntax, $"boxes {Names.Of(source)} as {Names.Of(target)}");
        }
    }

    private static ITypeSymbol? Tested(IBinaryOperation comparison)
        => IsNull(comparison.RightOperand) ? Source(comparison.LeftOperand) : IsNull(comparison.LeftOperand) ? Source(comparison.RightOperand) : null;

    private static ITypeSymbol? Source(IOperation operand) => operand is IConversionOperation conversion ? conversion.Operand.Type : operand.Type;
}
