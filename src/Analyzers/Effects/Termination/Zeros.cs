using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>Which values of a loop may be zero: those that come out of data, where no test looks at them.</summary>
internal sealed class Zeros
{
    private readonly WriteSet _writes;
    private readonly HashSet<string> _tested;
    private readonly HashSet<string> _zeros = new(StringComparer.Ordinal);

    public Zeros(WriteSet writes, IReadOnlyList<FlowNode> nodes)
    {
        _writes = writes;
        _tested = Tested(nodes, writes);
        Find();
    }

    /// <summary>Whether a value may be zero.</summary>
    public bool IsZero(IOperation? value)
    {
        value = Stripped(value);
        if (value is null)
        {
            return false;
        }

        if (value.ConstantValue.HasValue)
        {
            return IsConstantZero(value);
        }

        if (Paths.Of(value) is { } path)
        {
            return !_tested.Contains(path) && (_zeros.Contains(path) || (value is IFieldReferenceOperation field && IsZero(field.Instance)));
        }

        return value switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => IsZero(sum.LeftOperand) && IsZero(sum.RightOperand),

            // The 0 of "0 - bits" is no step.
            IBinaryOperation binary => new[] { binary.LeftOperand, binary.RightOperand }.Any(o => !o.ConstantValue.HasValue && IsZero(o)),
            IInvocationOperation { TargetMethod: { Name: "Max", ContainingType.Name: "Math" } } call => call.Arguments.All(a => IsZero(a.Value)),
            IInvocationOperation { TargetMethod: { Name: "Min", ContainingType.Name: "Math" } } call => call.Arguments.Any(a => IsZero(a.Value)),
            IInvocationOperation call => IsData(call.TargetMethod),
            IFieldReferenceOperation { Instance: { } instance } => IsZero(instance),
            IArrayElementReferenceOperation or IPropertyReferenceOperation { Arguments.IsEmpty: false } => true,
            _ => SharedMemory.IsIndirection(value),
        };
    }

    /// <summary>Whether a value is the constant 0.</summary>
    public static bool IsConstantZero(IOperation value)
        => value.ConstantValue is { HasValue: true, Value: { } constant }
            && Convert.ToString(constant, System.Globalization.CultureInfo.InvariantCulture) == "0";

    /// <summary>A value without its conversions.</summary>
    public static IOperation? Stripped(IOperation? value) => value switch
    {
        IConversionOperation conversion => Stripped(conversion.Operand),
        IParenthesizedOperation parenthesized => Stripped(parenthesized.Operand),
        _ => value,
    };

    // What may be zero makes zeros of what is set to it: until nothing more does.
    private void Find()
    {
        ILookup<string, string> users = _writes.All
            .SelectMany(static w => w.Value is { } value ? Operations.InFunction(value).Select(Paths.Of).OfType<string>().Select(s => (Source: s, w.Path)) : [])
            .Distinct()
            .ToLookup(static u => u.Source, static u => u.Path, StringComparer.Ordinal);
        var open = new Queue<string>(_writes.All.Select(static w => w.Path).Distinct(StringComparer.Ordinal));
        while (open.Count > 0)
        {
            string path = open.Dequeue();
            if (!_zeros.Contains(path) && !_tested.Contains(path) && _writes.Of(path).Any(w => IsZero(w.Value)))
            {
                _zeros.Add(path);
                foreach (string user in users[path])
                {
                    open.Enqueue(user);
                }
            }
        }
    }

    private static bool IsData(IMethodSymbol method)
        => (method.ContainingType.Name is "BinaryPrimitives" or "MemoryMarshal" or "Unsafe" && method.Name.StartsWith("Read", StringComparison.Ordinal))
            || method.Name.StartsWith("IndexOf", StringComparison.Ordinal);

    // "at >= 0" and "at != -1" let zero pass.
    private static bool IsOfSign(IOperation operand) => operand.Parent is IConversionOperation or IParenthesizedOperation or ISimpleAssignmentOperation
        ? IsOfSign(operand.Parent)
        : operand.Parent is IBinaryOperation { RightOperand.ConstantValue: { HasValue: true, Value: int bound } } comparison
            && (bound < 0 || (bound == 0 && comparison.OperatorKind is BinaryOperatorKind.GreaterThanOrEqual or BinaryOperatorKind.LessThan));

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
