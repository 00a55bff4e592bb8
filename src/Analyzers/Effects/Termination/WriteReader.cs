using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>Finds what operations set: by assignment, by reference, and in what they call.</summary>
internal static class WriteReader
{
    public static ImmutableArray<Write> Read(IEnumerable<IOperation> operations, MethodUses uses)
        => [.. operations.SelectMany(Operations.InFunction).SelectMany(o => Of(o, uses, 0))];

    /// <summary>What one operation sets itself.</summary>
    public static IEnumerable<Write> Of(IOperation operation, MethodUses uses, int depth) => operation switch
    {
        IIncrementOrDecrementOperation increment
            => One(increment.Target, increment.Kind == OperationKind.Increment ? Motion.Up : Motion.Down, null),
        ICompoundAssignmentOperation assignment
            => One(assignment.Target, MotionOf(assignment.OperatorKind, assignment.Value), assignment.Value),
        ISimpleAssignmentOperation assignment => Assign(assignment.Target, assignment.Value),
        IDeconstructionAssignmentOperation assignment => Assign(assignment.Target, assignment.Value),
        IFlowCaptureOperation capture => [new Write(Paths.Of(capture.Id), Motion.Set, capture.Value)],
        IVariableDeclaratorOperation { Initializer.Value: { } value } declarator => [new Write(Paths.Of(declarator.Symbol), Motion.Set, value)],
        IDeclarationPatternOperation { DeclaredSymbol: ILocalSymbol local } pattern => [new Write(Paths.Of(local), Motion.Set, Tested(pattern))],
        IRecursivePatternOperation { DeclaredSymbol: ILocalSymbol local } pattern => [new Write(Paths.Of(local), Motion.Set, Tested(pattern))],
        IInvocationOperation call => CallWrites.Of(call, uses, depth),
        IPropertyReferenceOperation { Property.SetMethod: { } setter, Parent: IAssignmentOperation assignment } property
            when assignment.Target == property => CallWrites.OfSource(setter, property.Instance, property, uses, depth, isTested: false),
        IPropertyReferenceOperation { Property.GetMethod: { } getter } property => CallWrites.OfSource(getter, property.Instance, property, uses, depth, isTested: true),
        _ => [],
    };

    private static IEnumerable<Write> One(IOperation target, Motion motion, IOperation? value)
        => Paths.Of(target) is { } path ? [new Write(path, motion, value, IsByReference: target is IFlowCaptureReferenceOperation)] : [];

    private static IEnumerable<Write> Assign(IOperation target, IOperation value) => (target, value) switch
    {
        (ITupleOperation targets, ITupleOperation values) when targets.Elements.Length == values.Elements.Length
            => targets.Elements.Zip(values.Elements, Assign).SelectMany(static w => w),
        (ITupleOperation targets, IConversionOperation { Operand: ITupleOperation values }) => Assign(targets, values),
        (ITupleOperation targets, _) => targets.Elements.SelectMany(t => Assign(t, value)),
        (IDeclarationExpressionOperation declaration, _) => Assign(declaration.Expression, value),
        _ => One(target, Motion.Set, value),
    };

    private static Motion MotionOf(BinaryOperatorKind kind, IOperation value) => kind switch
    {
        BinaryOperatorKind.Add => IsNegative(value) ? Motion.Down : Motion.Up,
        BinaryOperatorKind.Subtract => IsNegative(value) ? Motion.Up : Motion.Down,
        BinaryOperatorKind.And or BinaryOperatorKind.RightShift or BinaryOperatorKind.UnsignedRightShift or BinaryOperatorKind.Divide
            or BinaryOperatorKind.Remainder => Motion.Fewer,
        BinaryOperatorKind.Or or BinaryOperatorKind.LeftShift or BinaryOperatorKind.Multiply => Motion.More,
        BinaryOperatorKind.ExclusiveOr => Motion.Flip,
        _ => Motion.Walk,
    };

    private static bool IsNegative(IOperation value) => value.ConstantValue is { HasValue: true, Value: < 0 or < 0L };

    private static IOperation? Tested(IOperation pattern)
    {
        for (IOperation? up = pattern.Parent; up is not null; up = up.Parent)
        {
            if (up is IIsPatternOperation test)
            {
                return test.Value;
            }
        }

        return null;
    }
}
