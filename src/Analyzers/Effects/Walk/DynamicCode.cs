using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>What is bound at run time: calls, members, operators and conversions of <c>dynamic</c>.</summary>
internal static class DynamicCode
{
    private const string What = "binds at run time; with its own type in place of dynamic it does not";

    public static void Visit(IOperation operation, Body body)
    {
        // d.M() is one binding, of the call.
        if (operation is not IDynamicMemberReferenceOperation { Parent: IDynamicInvocationOperation })
        {
            Report(operation.Syntax, body);
        }

        body.Walker.VisitChildren(operation);
    }

    /// <summary>A conversion from dynamic; as an object it is one already.</summary>
    public static void Visit(IConversionOperation conversion, Body body)
    {
        if (Is(conversion.Operand) && conversion.Type is { SpecialType: not SpecialType.System_Object, TypeKind: not TypeKind.Dynamic })
        {
            Report(conversion.Operand.Syntax, body);
        }
    }

    /// <summary>An operator, where one of its operands is dynamic.</summary>
    public static void VisitOperator(SyntaxNode site, Body body, params IOperation?[] operands)
    {
        if (operands.Any(Is))
        {
            Report(site, body);
        }
    }

    private static bool Is(IOperation? operand) => operand?.Type?.TypeKind == TypeKind.Dynamic;

    private static void Report(SyntaxNode site, Body body) => body.Report(EffectRules.Dynamic, Names.PlaceOf(site), What);
}
