using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>What a condition proves of tasks, and of lazy values, where it is true, or where it is false.</summary>
internal static class Guards
{
    public static void Assume(IOperation? condition, bool outcome, Completion completion)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (condition)
        {
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } negation:
                Assume(negation.Operand, !outcome, completion);
                break;
            case IParenthesizedOperation parenthesized:
                Assume(parenthesized.Operand, outcome, completion);
                break;
            case IConversionOperation { OperatorMethod: null } conversion:
                Assume(conversion.Operand, outcome, completion);
                break;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.And } both when outcome:
                Assume(both.LeftOperand, true, completion);
                Assume(both.RightOperand, true, completion);
                break;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.Or } either when !outcome:
                Assume(either.LeftOperand, false, completion);
                Assume(either.RightOperand, false, completion);
                break;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison:
                AssumeComparison(comparison, outcome == (comparison.OperatorKind == BinaryOperatorKind.Equals), completion);
                break;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.GreaterThanOrEqual, LeftOperand: var status, RightOperand: var end }
                when outcome && IsEnd(end):
                AssumeStatus(status, completion);
                break;
            case ICoalesceOperation { WhenNull.ConstantValue: { HasValue: true, Value: bool otherwise } } coalesce when otherwise != outcome:
                Assume(coalesce.Value, outcome, completion);
                break;
            case IConditionalAccessOperation access:
                Assume(access.WhenNotNull, outcome, completion);
                break;
            case IIsPatternOperation test:
                AssumePattern(test.Value, test.Pattern, outcome, completion);
                break;
            case IPropertyReferenceOperation { Property.Name: "IsCompleted" or "IsCompletedSuccessfully" or "IsFaulted" or "IsCanceled" or "IsValueCreated", Instance: { } task }
                when outcome:
                completion.Add(task);
                break;
            case IInvocationOperation { TargetMethod: { Name: "Wait", ContainingType.Name: "Task" }, Instance: { } task } when outcome:
                completion.Add(task);
                break;
            case IPropertyReferenceOperation { Property.GetMethod: { } getter, Instance: IInstanceReferenceOperation } property:
                AssumeMember(getter, property, outcome, completion);
                break;
            case IInvocationOperation { Arguments.IsEmpty: true, Instance: IInstanceReferenceOperation } call:
                AssumeMember(call.TargetMethod, call, outcome, completion);
                break;
            case ILocalReferenceOperation or IFieldReferenceOperation when TaskPaths.Of(condition) is { } flag:
                completion.AddBehind(flag, outcome);
                break;
        }
    }

    /// <summary>What a value that matches a pattern, or does not, proves.</summary>
    public static void AssumePattern(IOperation value, IPatternOperation pattern, bool outcome, Completion completion)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (pattern)
        {
            case INegatedPatternOperation negated:
                AssumePattern(value, negated.Pattern, !outcome, completion);
                break;
            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } both when outcome:
                AssumePattern(value, both.LeftPattern, true, completion);
                AssumePattern(value, both.RightPattern, true, completion);
                break;
            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either when !outcome:
                AssumePattern(value, either.LeftPattern, false, completion);
                AssumePattern(value, either.RightPattern, false, completion);
                break;
            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either
                when IsEndPattern(either.LeftPattern) && IsEndPattern(either.RightPattern):
                AssumeStatus(value, completion);
                break;
            case IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: bool constant } }:
                Assume(value, outcome == constant, completion);
                break;
            case IConstantPatternOperation when outcome && IsEndPattern(pattern):
                AssumeStatus(value, completion);
                break;
            case IDeclarationPatternOperation { DeclaredSymbol: ILocalSymbol name } when outcome:
                completion.Set(Paths.Of(name), value);
                break;
            case IRecursivePatternOperation properties when outcome:
                AssumeProperties(value, properties, completion);
                break;
        }
    }

    private static void AssumeComparison(IBinaryOperation comparison, bool isEqual, Completion completion)
    {
        (IOperation tested, IOperation constant) = Constant(comparison.RightOperand) is not null
            ? (comparison.LeftOperand, comparison.RightOperand)
            : (comparison.RightOperand, comparison.LeftOperand);
        if (Constant(constant) is bool value)
        {
            Assume(tested, isEqual == value, completion);
        }
        else if (isEqual && IsEnd(constant))
        {
            AssumeStatus(tested, completion);
        }
    }

    private static void AssumeProperties(IOperation value, IRecursivePatternOperation properties, Completion completion)
    {
        if (properties.DeclaredSymbol is ILocalSymbol name)
        {
            completion.Set(Paths.Of(name), value);
        }

        foreach (IPropertySubpatternOperation part in properties.PropertySubpatterns)
        {
            if (IsOfCompleted(part))
            {
                completion.Add(value);
            }
        }
    }

    /// <summary>Takes what a property of a pattern proves for those behind it: <c>{ IsCompleted: true, Result: 3 }</c>.</summary>
    public static void AssumeBefore(IPropertySubpatternOperation part, Completion completion)
    {
        if (IsOfCompleted(part) && part.Member is IPropertyReferenceOperation { Instance: { } task })
        {
            completion.Add(task);
        }
    }

    private static bool IsOfCompleted(IPropertySubpatternOperation part) => part switch
    {
        {
            Member: IPropertyReferenceOperation { Property.Name: "IsCompleted" or "IsCompletedSuccessfully" or "IsFaulted" or "IsCanceled" },
            Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: true } },
        } => true,
        { Member: IPropertyReferenceOperation { Property.Name: "Status" }, Pattern: var status } => IsEndPattern(status),
        _ => false,
    };

    // private bool IsReady => _task.IsCompleted;
    private static void AssumeMember(IMethodSymbol member, IOperation site, bool outcome, Completion completion)
    {
        if (member is { IsVirtual: false, IsAbstract: false, IsOverride: false, DeclaringSyntaxReferences: [var reference] }
            && site.SemanticModel is { } semantics
            && semantics.SyntaxTree == reference.SyntaxTree
            && semantics.GetOperation(reference.GetSyntax()) is { } code
            && Block(code) is { Operations: [IReturnOperation { ReturnedValue: { } value }] }
            && completion.Depth < Env.MaximalDepth)
        {
            completion.Depth++;
            Assume(value, outcome, completion);
            completion.Depth--;
        }
    }

    private static IBlockOperation? Block(IOperation code) => code switch
    {
        IBlockOperation block => block,
        IMethodBodyBaseOperation body => body.BlockBody ?? body.ExpressionBody,
        _ => null,
    };

    private static void AssumeStatus(IOperation status, Completion completion)
    {
        switch (status)
        {
            case IConversionOperation conversion:
                AssumeStatus(conversion.Operand, completion);
                break;
            case IConditionalAccessOperation access:
                AssumeStatus(access.WhenNotNull, completion);
                break;
            case IPropertyReferenceOperation { Property: { Name: "Status", ContainingType.Name: "Task" }, Instance: { } task }:
                completion.Add(task);
                break;
        }
    }

    private static object? Constant(IOperation operation)
        => operation.ConstantValue is { HasValue: true, Value: var value } ? value
            : operation is IConversionOperation conversion ? Constant(conversion.Operand)
            : null;

    private static bool IsEndPattern(IPatternOperation pattern) => pattern switch
    {
        IConstantPatternOperation constant => IsEnd(constant.Value),
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either => IsEndPattern(either.LeftPattern) && IsEndPattern(either.RightPattern),
        IRelationalPatternOperation { OperatorKind: BinaryOperatorKind.GreaterThanOrEqual } relation => IsEnd(relation.Value),
        _ => false,
    };

    private static bool IsEnd(IOperation constant) => constant switch
    {
        IConversionOperation conversion => IsEnd(conversion.Operand),
        IFieldReferenceOperation { Field: { Name: "RanToCompletion" or "Faulted" or "Canceled", ContainingType.Name: "TaskStatus" } } => true,
        _ => false,
    };
}
