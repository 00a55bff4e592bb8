using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>
/// Whether a loop is bounded: a test that leaves it depends on something that the loop itself moves on, such as a counter, a mask whose
/// bits it clears, a list that it walks or a collection that it empties.
/// </summary>
internal static class LoopBound
{
    public enum Kind
    {
        /// <summary>The loop moves towards its end.</summary>
        Bounded,

        /// <summary>Nothing does.</summary>
        None,

        /// <summary>It reads a register or shared memory again and again.</summary>
        Polling,

        /// <summary>It tries to swap a value until nobody was faster.</summary>
        Retry,
    }

    /// <summary>Finds out what bounds a loop.</summary>
    public static Kind Find(ILoopOperation loop, IOperation? condition, ImmutableArray<IOperation> bottom, Body body)
    {
        // One that always leaves at its end is none.
        if (loop.Body is IBlockOperation { Operations: [.., var last] } && LeavesLoop(last, loop) && !HasContinue(loop))
        {
            return Kind.Bounded;
        }

        IOperation[] tests = [.. Tests(loop, condition)];
        var progress = new Progress(loop, bottom, body);
        if (tests.Any(progress.Bounds))
        {
            return Kind.Bounded;
        }

        if (loop.DescendantsAndSelf().Any(static o => o is IInvocationOperation { TargetMethod: { Name: "CompareExchange", ContainingType.Name: "Interlocked" } }))
        {
            return Kind.Retry;
        }

        return tests.Any(Progress.Polls) ? Kind.Polling : Kind.None;
    }

    // Its own condition, and those of the ifs inside that leave it.
    private static IEnumerable<IOperation> Tests(ILoopOperation loop, IOperation? condition)
    {
        if (condition is not null && !condition.ConstantValue.HasValue)
        {
            yield return condition;
        }

        foreach (IOperation operation in loop.Body.DescendantsAndSelf())
        {
            if (operation is IBranchOperation or IReturnOperation && LeavesLoop(operation, loop))
            {
                for (IOperation? up = operation.Parent; up is not null && up != loop; up = up.Parent)
                {
                    if (up is IConditionalOperation test)
                    {
                        yield return test.Condition;
                    }
                    else if (up is ISwitchOperation @switch)
                    {
                        yield return @switch.Value;
                    }
                }
            }
        }
    }

    private static bool LeavesLoop(IOperation operation, ILoopOperation loop) => operation switch
    {
        IReturnOperation { Kind: OperationKind.Return } => !IsInFunction(operation, loop),
        IThrowOperation => true,
        IBranchOperation { BranchKind: BranchKind.Break } branch => SymbolEqualityComparer.Default.Equals(branch.Target, loop.ExitLabel),
        IBranchOperation { BranchKind: BranchKind.GoTo } branch
            => branch.Target.DeclaringSyntaxReferences.All(r => !loop.Syntax.Span.Contains(r.Span)),
        _ => false,
    };

    private static bool HasContinue(ILoopOperation loop) => loop.Body.DescendantsAndSelf().Any(o =>
        o is IBranchOperation { BranchKind: BranchKind.Continue } branch && SymbolEqualityComparer.Default.Equals(branch.Target, loop.ContinueLabel));

    private static bool IsInFunction(IOperation operation, ILoopOperation loop)
    {
        for (IOperation? up = operation.Parent; up is not null && up != loop; up = up.Parent)
        {
            if (up is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                return true;
            }
        }

        return false;
    }
}
