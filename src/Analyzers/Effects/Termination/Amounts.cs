using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>
/// By how much a write moves its variable. What is read out of data may be zero, and then nothing moves: a length in a message. It counts
/// where a test looks at it, or where something is added to it.
/// </summary>
internal sealed class Amounts(WriteSet writes, IReadOnlyList<FlowNode> nodes)
{
    private readonly Lazy<HashSet<string>> _tested = new(() => Tested(nodes, writes));

    /// <summary>Whether a write may leave its variable where it was.</summary>
    public bool MayStay(Write write) => StaysBySelf(write) || StaysByOthers(write);

    private bool StaysBySelf(Write write)
        => IsItself(write) || (Of(write) is { } amount && MayBeZero(amount, new HashSet<string>(StringComparer.Ordinal)));

    // A length that is read where the length before it led to: where that stays, so does this.
    private bool StaysByOthers(Write write)
    {
        if (write is not { Motion: Motion.Set, Value: { } value })
        {
            return false;
        }

        string[] sources = [.. Operations.InFunction(value).Select(Paths.Of).OfType<string>().Distinct(StringComparer.Ordinal)];
        string[] ways = [.. sources.Where(s => writes.Of(s).Any(w => w.Value is { } source && writes.DependsOn(source, write.Path)))];
        return ways.Length > 0 && !sources.Contains(write.Path) && ways.All(s => writes.Of(s).All(StaysBySelf));
    }

    // "state = ready ? Next : state"
    private bool IsItself(Write write)
        => write is { Motion: Motion.Set, Value: { } copied } && Paths.Of(copied) is { } source && source[0] == '#'
            && writes.Of(source).Any(w => w is { Motion: Motion.Set, Value: { } value } && Paths.Of(value) == write.Path);

    private static IOperation? Of(Write write) => write.Motion switch
    {
        Motion.Up or Motion.Down => write.Value,
        Motion.Set => Stripped(write.Value) switch
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

    private bool MayBeZero(IOperation? value, HashSet<string> visited)
    {
        value = Stripped(value);
        if (value is null)
        {
            return false;
        }

        if (value.ConstantValue is { HasValue: true, Value: var constant })
        {
            return constant is not null && Convert.ToString(constant, System.Globalization.CultureInfo.InvariantCulture) == "0";
        }

        if (Paths.Of(value) is { } path)
        {
            return !_tested.Value.Contains(path) && visited.Add(path)
                && (writes.Of(path).Any(w => MayBeZero(w.Value, visited)) || (value is IFieldReferenceOperation field && MayBeZero(field.Instance, visited)));
        }

        return value switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => MayBeZero(sum.LeftOperand, visited) && MayBeZero(sum.RightOperand, visited),

            // The 0 of "0 - bits" is no step.
            IBinaryOperation binary => new[] { binary.LeftOperand, binary.RightOperand }.Any(o => !o.ConstantValue.HasValue && MayBeZero(o, visited)),
            IInvocationOperation { TargetMethod: { Name: "Max", ContainingType.Name: "Math" } } call => call.Arguments.All(a => MayBeZero(a.Value, visited)),
            IInvocationOperation { TargetMethod: { Name: "Min", ContainingType.Name: "Math" } } call => call.Arguments.Any(a => MayBeZero(a.Value, visited)),
            IInvocationOperation call => IsData(call.TargetMethod),
            IFieldReferenceOperation { Instance: { } instance } => MayBeZero(instance, visited),
            IArrayElementReferenceOperation or IPropertyReferenceOperation { Arguments.IsEmpty: false } => true,
            _ => SharedMemory.IsIndirection(value),
        };
    }

    private static bool IsData(IMethodSymbol method)
        => (method.ContainingType.Name is "BinaryPrimitives" or "MemoryMarshal" or "Unsafe" && method.Name.StartsWith("Read", StringComparison.Ordinal))
            || method.Name.StartsWith("IndexOf", StringComparison.Ordinal);

    // "at >= 0" and "at != -1" let zero pass.
    private static bool IsOfSign(IOperation operand) => operand.Parent is IConversionOperation or IParenthesizedOperation or ISimpleAssignmentOperation
        ? IsOfSign(operand.Parent)
        : operand.Parent is IBinaryOperation { RightOperand.ConstantValue: { HasValue: true, Value: int bound } } comparison
            && (bound < 0 || (bound == 0 && comparison.OperatorKind is BinaryOperatorKind.GreaterThanOrEqual or BinaryOperatorKind.LessThan));

    private static IOperation? Stripped(IOperation? value) => value switch
    {
        IConversionOperation conversion => Stripped(conversion.Operand),
        IParenthesizedOperation parenthesized => Stripped(parenthesized.Operand),
        _ => value,
    };

    private static HashSet<string> Tested(IReadOnlyList<FlowNode> nodes, WriteSet writes)
    {
        var tested = new HashSet<string>(
            nodes.Select(static n => n.Test).OfType<IOperation>().SelectMany(Operations.InFunction).Where(static o => !IsOfSign(o))
                .Select(Paths.Of).OfType<string>(),
            StringComparer.Ordinal);

        // A switch tests a copy.
        tested.UnionWith(tested.Where(static t => t[0] == '#').SelectMany(writes.Of).Select(static w => Paths.Of(w.Value)).OfType<string>().ToArray());
        return tested;
    }
}
