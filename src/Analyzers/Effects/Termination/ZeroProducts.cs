using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>
/// Locals of a function that stay zero, however often they are doubled: all that they ever get is 0, or a product or a shift of themselves.
/// </summary>
internal sealed class ZeroProducts(FlowNode first)
{
    // A function without such a step is not read for it.
    private readonly Lazy<HashSet<string>> _zeros = new(() => Find(first));

    /// <summary>Whether a write is the product of a zero.</summary>
    public bool Has(Write write) => IsProduct(write) && _zeros.Value.Contains(write.Path);

    private static HashSet<string> Find(FlowNode first)
    {
        var zeros = new HashSet<string>(StringComparer.Ordinal);
        var others = new HashSet<string>(StringComparer.Ordinal);
        foreach (Write write in Termination.Reached(first).SelectMany(static n => n.Writes))
        {
            if (IsZero(write))
            {
                zeros.Add(write.Path);
            }
            else if (!IsProduct(write))
            {
                others.Add(write.Path);
            }
        }

        zeros.RemoveWhere(p => !p.StartsWith("local:", StringComparison.Ordinal) || others.Contains(p));
        return zeros;
    }

    private static bool IsProduct(Write write) => write switch
    {
        { Motion: Motion.More, Value.Parent: ICompoundAssignmentOperation compound } => IsProduct(compound.OperatorKind),
        { Motion: Motion.Set, Value: { } value } => Zeros.Stripped(value) is IBinaryOperation binary && IsProduct(binary.OperatorKind)
            && (Paths.Of(binary.LeftOperand) == write.Path
                || (binary.OperatorKind == BinaryOperatorKind.Multiply && Paths.Of(binary.RightOperand) == write.Path)),
        _ => false,
    };

    private static bool IsProduct(BinaryOperatorKind kind) => kind is BinaryOperatorKind.Multiply or BinaryOperatorKind.LeftShift;

    private static bool IsZero(Write write)
        => write is { Motion: Motion.Set, Value: { } value } && Zeros.Stripped(value) is { } stripped && Zeros.IsConstantZero(stripped);
}
