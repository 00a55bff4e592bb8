using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>
/// Tells the reading of a flag, which decides what is done next, from the reading of a value that only stands beside others.
/// </summary>
internal static class Protocol
{
    /// <summary>Whether the value of an operation is tested, here or by who called this code (the last call last).</summary>
    public static bool IsTested(IOperation operation, IReadOnlyList<IOperation> callers) => IsTested(operation, callers, callers.Count);

    private static bool IsTested(IOperation operation, IReadOnlyList<IOperation> callers, int level)
    {
        for (IOperation current = operation; current.Parent is { } parent; current = parent)
        {
            if (Decides(parent, current))
            {
                return true;
            }

            switch (parent)
            {
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation variable }:
                    return IsTested(variable.Symbol, operation);
                case ISimpleAssignmentOperation { Target: ILocalReferenceOperation local }:
                    return IsTested(local.Local, operation);
                case IReturnOperation:
                    return IsInLambda(parent) || (level > 0 && IsTested(callers[level - 1], callers, level - 1));
            }
        }

        return false;
    }

    private static bool IsTested(ILocalSymbol local, IOperation operation)
        => Root(operation).Descendants().Any(o => o is ILocalReferenceOperation reference
            && SymbolEqualityComparer.Default.Equals(reference.Local, local)
            && IsInCondition(reference));

    private static bool IsInCondition(IOperation operation)
    {
        for (IOperation current = operation; current.Parent is { } parent; current = parent)
        {
            if (Decides(parent, current))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Decides(IOperation parent, IOperation part) => parent switch
    {
        IConditionalOperation conditional => conditional.Condition == part,
        IWhileLoopOperation loop => loop.Condition == part,
        IForLoopOperation loop => loop.Condition == part,
        ISwitchOperation @switch => @switch.Value == part,
        ISwitchExpressionOperation @switch => @switch.Value == part,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } binary => binary.LeftOperand == part,
        _ => false,
    };

    // A predicate, which somebody else tests.
    private static bool IsInLambda(IOperation operation)
    {
        for (IOperation? current = operation; current is not null; current = current.Parent)
        {
            if (current is IAnonymousFunctionOperation)
            {
                return true;
            }
        }

        return false;
    }

    private static IOperation Root(IOperation operation)
    {
        while (operation.Parent is { } parent)
        {
            operation = parent;
        }

        return operation;
    }
}
