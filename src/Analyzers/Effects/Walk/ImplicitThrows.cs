using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>What throws without a throw: off by default, since nearly every line can; then it is not even looked for.</summary>
internal static class ImplicitThrows
{
    public static void Visit(IArrayElementReferenceOperation element, Body body)
    {
        if (IsOn(EffectRules.IndexThrow, body) && !element.Indices.All(static i => i.ConstantValue.HasValue))
        {
            body.Report(EffectRules.IndexThrow, element.Syntax, "the index may be out of range");
        }

        VisitReceiver(element.ArrayReference, body);
    }

    public static void Visit(IFieldReferenceOperation reference, Body body) => VisitReceiver(reference.Instance, body);

    public static void Visit(IPropertyReferenceOperation reference, Body body)
    {
        if (reference is { Property: { IsIndexer: true } indexer, Arguments: [{ Value: { ConstantValue.HasValue: false, Type.SpecialType: SpecialType.System_Int32 } }] }
            && IsOn(EffectRules.IndexThrow, body)
            && !body.Model.IsSource(indexer))
        {
            body.Report(EffectRules.IndexThrow, reference.Syntax, "the index may be out of range");
        }

        VisitReceiver(reference.Instance, body);
    }

    /// <summary>An array of a class may be one of a class below it.</summary>
    public static void Visit(ISimpleAssignmentOperation assignment, Body body)
    {
        if (assignment.Target is IArrayElementReferenceOperation { Type: { } type } element
            && body.Type(type) is INamedTypeSymbol { IsReferenceType: true, IsSealed: false }
            && assignment.Value.ConstantValue is not { HasValue: true, Value: null })
        {
            Report(EffectRules.CastThrow, element.Syntax, "the array may be of a class below that one", body);
        }
    }

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

        bool isUnboxing = conversion.Operand.Type?.IsReferenceType == true && conversion.Type?.IsValueType == true;
        if (isUnboxing || (!conversion.IsTryCast && conversion.Conversion is { IsReference: true, IsImplicit: false }))
        {
            Report(EffectRules.CastThrow, conversion.Syntax, "the object may be of another type", body);
        }
        else
        {
            VisitChecked(conversion.IsChecked && conversion.Conversion.IsNumeric, conversion.Syntax, body);
        }
    }

    public static void Visit(ISwitchExpressionOperation @switch, Body body)
    {
        if (!@switch.IsExhaustive)
        {
            Report(EffectRules.SwitchThrow, @switch.Value.Syntax, "no arm may match", body);
        }
    }

    /// <summary>A member of a reference that C# does not know to be there.</summary>
    public static void VisitReceiver(IOperation? instance, Body body)
    {
        // Only then, since it makes C# analyse what may be null.
        if (instance is { Type.IsReferenceType: true, IsImplicit: false } and not IInstanceReferenceOperation
            && IsOn(EffectRules.NullThrow, body)
            && body.Model.GetModel(instance.Syntax.SyntaxTree).GetTypeInfo(instance.Syntax).Nullability.FlowState == NullableFlowState.MaybeNull)
        {
            body.Report(EffectRules.NullThrow, instance.Syntax, "the reference may be null");
        }
    }

    private static void VisitDivisor(IOperation divisor, ITypeSymbol? type, SyntaxNode site, Body body)
    {
        // A constant other than zero, or the compiler would have said so; a float becomes infinite.
        if (!divisor.ConstantValue.HasValue
            && type?.SpecialType is (>= SpecialType.System_SByte and <= SpecialType.System_UInt64) or SpecialType.System_Decimal)
        {
            Report(EffectRules.DivideThrow, site, "the divisor may be zero", body);
        }
    }

    private static void VisitChecked(bool isChecked, SyntaxNode site, Body body)
    {
        if (isChecked)
        {
            Report(EffectRules.OverflowThrow, site, "the result may overflow", body);
        }
    }

    private static void Report(DiagnosticDescriptor rule, SyntaxNode site, string what, Body body)
    {
        if (IsOn(rule, body))
        {
            body.Report(rule, site, what);
        }
    }

    private static bool IsOn(DiagnosticDescriptor rule, Body body) => body.Model.Switches.IsOn(rule);
}
