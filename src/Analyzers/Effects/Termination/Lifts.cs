using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>Writes that move a variable on although they set it: behind <c>i == 0</c>, <c>i = 1</c> does.</summary>
internal sealed class Lifts(ILookup<FlowNode, FlowNode> before, WriteSet writes)
{
    /// <summary>Whether a write moves its variable up or down; nothing, where it may go back, or stay.</summary>
    public Motion? Of(FlowNode node, Write write)
    {
        if (write is not { Motion: Motion.Set, Value: { } value, IsCertain: true }
            || node.Writes.Count(w => w.Path == write.Path) != 1
            || before[node].ToArray() is not [{ Test: IBinaryOperation test } last]
            || last.WhenTrue == last.WhenFalse)
        {
            return null;
        }

        BinaryOperatorKind kind = last.WhenTrue == node ? test.OperatorKind : Progress.Opposite(test.OperatorKind);
        return Paths.Of(test.LeftOperand) == write.Path ? Of(kind, test.RightOperand, value)
            : Paths.Of(test.RightOperand) == write.Path ? Of(Progress.Mirrored(kind), test.LeftOperand, value)
            : null;
    }

    /// <summary>Whether it moves on the way that the rest of the loop moves its variable.</summary>
    public static bool Agree(Motion lift, Motion motion) => motion == lift || motion == (lift == Motion.Up ? Motion.More : Motion.Fewer);

    private Motion? Of(BinaryOperatorKind kind, IOperation bound, IOperation value)
    {
        if (Difference(value, bound) is not { } difference)
        {
            return null;
        }

        return kind switch
        {
            BinaryOperatorKind.Equals => difference > 0 ? Motion.Up : difference < 0 ? Motion.Down : null,
            BinaryOperatorKind.LessThan when difference >= 0 => Motion.Up,
            BinaryOperatorKind.LessThanOrEqual when difference > 0 => Motion.Up,
            BinaryOperatorKind.GreaterThan when difference <= 0 => Motion.Down,
            BinaryOperatorKind.GreaterThanOrEqual when difference < 0 => Motion.Down,
            _ => null,
        };
    }

    // Of constants, or of what stays and itself.
    private decimal? Difference(IOperation value, IOperation bound)
        => Progress.Number(value) is { } set && Progress.Number(bound) is { } end ? set - end
            : Stays(value) is { } path && path == Stays(bound) ? 0
            : null;

    // Nobody else sets a local meanwhile.
    private string? Stays(IOperation value)
        => value is ILocalReferenceOperation or IParameterReferenceOperation && Paths.Of(value) is { } path && writes.Of(path).Count == 0 ? path : null;
}
