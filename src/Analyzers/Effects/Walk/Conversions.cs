using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>Conversions: those that a type defines, and those that box.</summary>
internal static class Conversions
{
    public static void Visit(IConversionOperation conversion, Body body)
    {
        // Constant bytes and the like are read from the assembly itself.
        if (conversion.OperatorMethod is not null && Arrays.IsConstantSpan(conversion))
        {
            return;
        }

        if (conversion.Type is INamedTypeSymbol { Name: "Expression", ContainingNamespace.Name: "Expressions" }
            && conversion.Operand is IAnonymousFunctionOperation)
        {
            body.Report(EffectRules.ExpressionTree, Names.PlaceOf(conversion.Syntax), "builds the lambda's expression tree");
            return;
        }

        body.Walker.Visit(conversion.Operand);
        Operators.VisitMethod(conversion.OperatorMethod, conversion.ConstrainedToType, conversion.Syntax, body);
        if (conversion.OperatorMethod is null && conversion.Type is { } target && conversion.Operand.Type is { } source)
        {
            VisitBoxing(conversion, body.Type(source), body.Type(target), body);
        }

        ImplicitThrows.Visit(conversion, body);
    }

    /// <summary>The conversions that come with an argument are its own.</summary>
    public static void Visit(IArgumentOperation argument, Body body)
    {
        if (argument.ArgumentKind is ArgumentKind.ParamArray or ArgumentKind.ParamCollection)
        {
            Arrays.VisitParams(argument, body);
            return;
        }

        body.Walker.Visit(argument.Value);
        Operators.VisitMethod(argument.InConversion.MethodSymbol, null, argument.Syntax, body);
        Operators.VisitMethod(argument.OutConversion.MethodSymbol, null, argument.Syntax, body);
    }

    /// <summary>Whether a value of one type becomes an object of another.</summary>
    public static bool IsBoxing(ITypeSymbol source, ITypeSymbol target)
        => target.IsReferenceType
            && target.TypeKind != TypeKind.Pointer
            && (source.IsValueType
                || (source is ITypeParameterSymbol { IsReferenceType: false } && target is not ITypeParameterSymbol))
            && source.TypeKind is not (TypeKind.Pointer or TypeKind.FunctionPointer);

    private static void VisitBoxing(IConversionOperation conversion, ITypeSymbol source, ITypeSymbol target, Body body)
    {
        if (!IsBoxing(source, target) || source.IsRefLikeType)
        {
            return;
        }

        // 't is null' and 'x is T' of an open type look like a box and are one only in unoptimised code.
        bool isTested = conversion.Parent is IIsPatternOperation or IIsTypeOperation
            || conversion.Parent is IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } test
                && (test.LeftOperand.ConstantValue is { HasValue: true, Value: null } || test.RightOperand.ConstantValue is { HasValue: true, Value: null });
        body.Report(
            isTested ? EffectRules.Unoptimised : EffectRules.Box,
            Place.Of(conversion.IsImplicit ? conversion.Operand.Syntax : conversion.Syntax),
            source is ITypeParameterSymbol ? $"boxes {Names.Of(source)} where it is a struct" : $"boxes {Names.Of(source)} as {Names.Of(target)}");
    }
}
