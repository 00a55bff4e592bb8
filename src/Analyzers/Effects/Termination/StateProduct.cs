using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>
/// A flow unfolded by the constants that one variable of it takes: where it is known that <c>state</c> is <c>Done</c>, only the way of
/// <c>Done</c> is left.
/// </summary>
internal static class StateProduct
{
    /// <summary>How many variables of a function are unfolded.</summary>
    public const int MaximalVariables = 3;

    private const int MaximalNodes = 20000;
    private static readonly object Unknown = new();

    /// <summary>Unfolds the flow by a variable that the cycles set to constants and test. Nothing, if there is none, or too many nodes.</summary>
    public static FlowNode? Unfold(FlowNode first, List<Cycle> cycles, int variable)
    {
        Write[] writes = [.. cycles.SelectMany(static c => c.Whole).SelectMany(static n => n.Writes)];
        HashSet<string> constants = [.. writes.Where(IsConstant).Select(static w => w.Path)];
        string[] candidates = [.. writes
            .Where(w => w.Path[0] != '#' && (IsConstant(w) || (w.Value is IFlowCaptureReferenceOperation chosen && constants.Contains(Paths.Of(chosen.Id)))))
            .Select(static w => w.Path)
            .Distinct(StringComparer.Ordinal)];
        return variable < candidates.Length ? Unfold(first, candidates[variable]) : null;
    }

    private static bool IsConstant(Write write) => write is { Motion: Motion.Set, Value.ConstantValue.HasValue: true };

    private static FlowNode? Unfold(FlowNode first, string path)
    {
        HashSet<string> names = Names(first, path);
        var copies = new Dictionary<(FlowNode, State), FlowNode>();
        var open = new Queue<(FlowNode Node, State Value)>();
        FlowNode start = Copy(first, new State(Unknown, Unknown));
        while (open.Count > 0)
        {
            if (copies.Count > MaximalNodes)
            {
                return null;
            }

            (FlowNode node, State before) = open.Dequeue();
            FlowNode copy = copies[(node, before)];
            State after = node.Writes.Aggregate(before, (state, write) => state.After(write, path));
            bool? outcome = node.Test is { } test ? Outcome(test, names, after.Value) : null;
            copy.IsDecided |= outcome is not null;
            copy.WhenTrue = node.WhenTrue is { } whenTrue && outcome != false ? Copy(whenTrue, Assume(node.Test, names, after, true)) : null;
            copy.WhenFalse = node.WhenFalse is { } whenFalse && outcome != true ? Copy(whenFalse, Assume(node.Test, names, after, false)) : null;
            foreach (FlowNode handler in node.Handlers)
            {
                copy.Handlers.Add(Copy(handler, before == after ? after : new State(Unknown, Unknown)));
            }
        }

        return start;

        FlowNode Copy(FlowNode node, State value)
        {
            if (!copies.TryGetValue((node, value), out FlowNode? copy))
            {
                copies.Add((node, value), copy = new FlowNode(node));
                open.Enqueue((node, value));
            }

            return copy;
        }
    }

    // A switch tests a copy of its value.
    private static HashSet<string> Names(FlowNode first, string path)
    {
        ILookup<string, Write> captures = Termination.Reached(first).SelectMany(static n => n.Writes).Where(static w => w.Path[0] == '#')
            .Distinct().ToLookup(static w => w.Path, StringComparer.Ordinal);
        return [path, .. captures.Where(c => c.ToArray() is [{ Value: { } value }] && Paths.Of(value) == path).Select(static c => c.Key)];
    }

    private static bool? Outcome(IOperation test, HashSet<string> names, object value) => test switch
    {
        _ when value == Unknown => null,
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => !Outcome(not.Operand, names, value),
        IParenthesizedOperation parenthesized => Outcome(parenthesized.Operand, names, value),
        _ when Compared(test, names) is var (constant, isEqual) => Equals(constant, value) == isEqual,
        _ when value is bool known && Paths.Of(test) is { } path && names.Contains(path) => known,
        _ => null,
    };

    private static State Assume(IOperation? test, HashSet<string> names, State state, bool outcome)
        => test is IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not ? Assume(not.Operand, names, state, !outcome)
            : test is not null && Compared(test, names) is var (constant, isEqual) && isEqual == outcome ? state with { Value = constant }
            : test is not null && test.Type?.SpecialType == SpecialType.System_Boolean && Paths.Of(test) is { } path && names.Contains(path)
                ? state with { Value = outcome }
            : state;

    // A test for one constant.
    private static (object Constant, bool IsEqual)? Compared(IOperation test, HashSet<string> names) => test switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison
            when Paths.Of(comparison.LeftOperand) is { } path && names.Contains(path)
                && comparison.RightOperand.ConstantValue is { HasValue: true, Value: { } constant }
            => (constant, comparison.OperatorKind == BinaryOperatorKind.Equals),
        IIsPatternOperation { Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: { } constant } } } pattern
            when Paths.Of(pattern.Value) is { } path && names.Contains(path)
            => (constant, true),
        _ => null,
    };

    /// <summary>What is known of the variable, and of what the compiler captured last: "x ? A : B" reaches it through that.</summary>
    private sealed record State(object Value, object Captured)
    {
        public State After(Write write, string path)
        {
            object value = write is { Motion: Motion.Set, Value: { } source } ? Constant(source) : Unknown;
            return write.Path == path ? this with { Value = value }
                : path.StartsWith(write.Path + ".", StringComparison.Ordinal) ? this with { Value = Unknown } // of another object
                : write.Path[0] == '#' ? this with { Captured = value == Unknown ? Unknown : (write.Path, value) }
                : this;
        }

        private object Constant(IOperation source)
            => source.ConstantValue is { HasValue: true, Value: { } constant } ? constant
                : source is IConversionOperation { OperatorMethod: null } conversion ? Constant(conversion.Operand)
                : source is IFlowCaptureReferenceOperation capture && Captured is ValueTuple<string, object> last && last.Item1 == Paths.Of(capture.Id)
                    ? last.Item2
                : Unknown;
    }
}
