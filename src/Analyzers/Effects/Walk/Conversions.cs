using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>Conversions: those that a type defines, and those that box.</summary>
internal static class Conversions
{
    public static void Visit(IConversionOperation conversion, Body body)
    {
        if (SpanData.Visit(conversion, body))
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
        if (conversion.OperatorMethod is null)
        {
            DynamicCode.Visit(conversion, body);
            Boxing.Visit(conversion, body);
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

    /// <summary>The left side of ?? is converted without an operation of its own.</summary>
    public static void Visit(ICoalesceOperation coalesce, Body body)
    {
        body.Walker.VisitChildren(coalesce);
        Operators.VisitMethod(coalesce.ValueConversion.MethodSymbol, null, coalesce.Value.Syntax, body);
        if (coalesce.ValueConversion.MethodSymbol is null && coalesce.Type is not null && !coalesce.ValueConversion.IsIdentity)
        {
            Boxing.Visit(coalesce.Value.Type, coalesce.Type, Place.Of(coalesce.Value.Syntax), body);
        }
    }
}
