using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>
/// What a method that says yes or no returns after it set something: a source that starts again where it has said no does not do so
/// within the rounds of a loop that ends there.
/// </summary>
internal static class Returns
{
    /// <summary>The result after a write; nothing, where it may be either.</summary>
    public static bool? After(IOperation site, Write write)
        => IsInTry(site) ? null
            : After(site) ?? (write is { Returned: { } result, Call: { } call } && call == site ? HandedOn(call, result) : null);

    /// <summary>The outcome of a node's test with which a call returned that; nothing, where the test is another one.</summary>
    public static bool? Outcome(FlowNode node, IOperation call, bool result)
        => Outcome(node.Test, call, result, node.Writes);

    private static bool? Outcome(IOperation? test, IOperation call, bool result, ImmutableArray<Write> writes) => test switch
    {
        _ when test == call => result,
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => !Outcome(not.Operand, call, result, writes),
        IParenthesizedOperation parenthesized => Outcome(parenthesized.Operand, call, result, writes),
        ILocalReferenceOperation local when writes.LastOrDefault(w => w.Path == Paths.Of(local)) is { Value: { } value }
            => value == call ? result : null,
        _ => null,
    };

    // At the end of the block that it is in, or of one around, with no other way out in between. What is around a local function
    // or a lambda is not run after it.
    private static bool? After(IOperation site)
    {
        for (IOperation operation = site; operation.Parent is { } up and not (ILocalFunctionOperation or IAnonymousFunctionOperation); operation = up)
        {
            if (up is not IBlockOperation block)
            {
                continue;
            }

            if (End(block.Operations.LastOrDefault()) is { } result
                && block.Operations.SkipWhile(o => o != operation).Where(o => o != block.Operations[block.Operations.Length - 1]).SelectMany(Operations.InFunction)
                    .All(static o => o is not (IReturnOperation or IBranchOperation)))
            {
                return result;
            }
        }

        return null;
    }

    // "return source.TryNext(out item);", or "if (!source.TryNext(out item)) { return false; }"
    private static bool? HandedOn(IOperation call, bool result)
    {
        IOperation value = call;
        while (value.Parent is IParenthesizedOperation or IUnaryOperation { OperatorKind: UnaryOperatorKind.Not })
        {
            value = value.Parent;
        }

        bool? outcome = Outcome(value, call, result, []);
        return value.Parent switch
        {
            IReturnOperation => outcome,
            IConditionalOperation test when test.Condition == value => End(outcome == true ? test.WhenTrue : test.WhenFalse),
            _ => null,
        };
    }

    private static bool? End(IOperation? code) => code switch
    {
        IReturnOperation { ReturnedValue.ConstantValue: { HasValue: true, Value: bool constant } } => constant,
        IBlockOperation { Operations: { IsEmpty: false } operations } when operations.Take(operations.Length - 1).SelectMany(Operations.InFunction)
            .All(static o => o is not (IReturnOperation or IBranchOperation)) => End(operations[operations.Length - 1]),
        _ => null,
    };

    // What is thrown may be caught, and the method go on.
    private static bool IsInTry(IOperation site)
    {
        for (IOperation? up = site.Parent; up is not null; up = up.Parent)
        {
            if (up is ITryOperation or IAnonymousFunctionOperation)
            {
                return true;
            }
        }

        return false;
    }
}
