using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>What throws without a throw: off by default, since nearly every line can.</summary>
internal static class ImplicitThrows
{
    public static void Visit(IArrayElementReferenceOperation element, Body body)
    {
        if (!element.Indices.All(static i => i.ConstantValue.HasValue))
        {
            body.Report(EffectRules.IndexThrow, element.Syntax, "the index may be out of range");
        }
    }

    public static void Visit(IFieldReferenceOperation reference, Body body) => VisitReceiver(reference.Instance, body);

    public static void Visit(IBinaryOperation binary, Body body)
    {
        if (binary.OperatorMethod is null && binary.OperatorKind is BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder)
        {
            VisitDivisor(binary.RightOperand, binary.Type, binary.Syntax, body);
        }

        VisitChecked(binary.IsChecked && binary.OperatorMethod is null, binary.Syntax, body);
    }

    public static void Visit(ICompoundAssignmentOperation assignment, Body body)
    {
        if (assignment.OperatorMethod is null && assignment.OperatorKind is BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder)
        {
            VisitDivisor(assignment.Value, assignment.Type, assignment.Syntax, body);
        }

        VisitChecked(assignment.IsChecked && assignment.OperatorMethod is null, assignment.Syntax, body);
    }

    public static void Visit(IUnaryOperation unary, Body body)
        => VisitChecked(unary.IsChecked && unary.OperatorMethod is null, unary.Syntax, body);

    public static void Visit(IIncrementOrDecrementOperation increment, Body body)
        => VisitChecked(increment.IsChecked && increment.OperatorMethod is null, increment.Syntax, body);

    public static void Visit(IConversionOperation conversion, Body body)
    {
        if (conversion.OperatorMethod is not null || conversion.IsImplicit)
        {
            return;
        }

        if (conversion.IsChecked && conversion.Type?.IsValueType == true)
        {
            VisitChecked(true, conversion.Syntax, body);
        }
        else if (!conversion.IsTryCast && conversion.Conversion is { IsReference: true, IsImplicit: false })
        {
            body.Report(EffectRules.CastThrow, conversion.Syntax, "the object may be of another type");
        }
    }

    public static void Visit(ISwitchExpressionOperation @switch, Body body)
    {
        if (!@switch.IsExhaustive)
        {
            body.Report(EffectRules.SwitchThrow, @switch.Value.Syntax, "no arm may match");
        }
    }

    /// <summary>A member of a reference that C# does not know to be there.</summary>
    public static void VisitReceiver(IOperation? instance, Body body)
    {
        if (instance is { Type.IsReferenceType: true } and not IInstanceReferenceOperation
            && instance.SemanticModel is { } semantics
            && semantics.GetTypeInfo(instance.Syntax).Nullability.FlowState == NullableFlowState.MaybeNull)
        {
            body.Report(EffectRules.NullThrow, instance.Syntax, "the reference may be null");
        }
    }

    private static void VisitDivisor(IOperation divisor, ITypeSymbol? type, SyntaxNode site, Body body)
    {
        if (!divisor.ConstantValue.HasValue && type?.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Decimal)
        {
            body.Report(EffectRules.DivideThrow, site, "the divisor may be zero");
        }
    }

    private static void VisitChecked(bool isChecked, SyntaxNode site, Body body)
    {
        if (isChecked)
        {
            body.Report(EffectRules.OverflowThrow, site, "the result may overflow");
        }
    }
}
