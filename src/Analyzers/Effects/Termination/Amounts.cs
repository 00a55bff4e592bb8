using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>
/// By how much a write moves its variable. What is read out of data may be zero, and then nothing moves: a length in a message. It counts
/// where a test looks at it, or where something is added to it. Twice zero is zero.
/// </summary>
internal sealed class Amounts(WriteSet writes, IReadOnlyList<FlowNode> nodes, ZeroProducts? products)
{
    private readonly Lazy<Zeros> _zeros = new(() => new Zeros(writes, nodes));

    /// <summary>Whether a write may leave its variable where it was.</summary>
    public bool MayStay(Write write) => StaysBySelf(write) || StaysByOthers(write) || products?.Has(write) == true;

    private bool StaysBySelf(Write write)
        => IsItself(write) || (Of(write) is { } amount && _zeros.Value.IsZero(amount));

    // A length that is read where the length before it led to: where that stays, so does this.
    private bool StaysByOthers(Write write)
    {
        if (write is not { Motion: Motion.Set, Value: { } value })
        {
            return false;
        }

        string[] sources = [.. Operations.InFunction(value).Select(Paths.Of).OfType<string>().Distinct(StringComparer.Ordinal)];
        string[] ways = [.. sources.Where(s => writes.AreTied(s, write.Path))];
        return ways.Length > 0 && !sources.Contains(write.Path) && ways.All(s => writes.Of(s).All(StaysBySelf));
    }

    // "state = ready ? Next : state"
    private bool IsItself(Write write)
        => write is { Motion: Motion.Set, Value: { } copied } && Paths.Of(copied) is { } source && source[0] == '#'
            && writes.Of(source).Any(w => w is { Motion: Motion.Set, Value: { } value } && Paths.Of(value) == write.Path);

    private static IOperation? Of(Write write) => write.Motion switch
    {
        Motion.Up or Motion.Down => write.Value,
        Motion.Set => Zeros.Stripped(write.Value) switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract } sum
                => Paths.Of(sum.LeftOperand) == write.Path ? sum.RightOperand : Paths.Of(sum.RightOperand) == write.Path ? sum.LeftOperand : null,
            IInvocationOperation { TargetMethod.Name: "Slice", Arguments: [{ Value: var start }, ..] } slice
                => Paths.Of(slice.Instance) == write.Path ? start : null,
            IImplicitIndexerReferenceOperation { Argument: IRangeOperation { LeftOperand: { } start } } slice
                => Paths.Of(slice.Instance) == write.Path ? start : null,
            _ => null,
        },
        _ => null,
    };
}
