using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>All that some code sets, by variable.</summary>
internal sealed class WriteSet
{
    private readonly Dictionary<string, List<Write>> _writes = new(StringComparer.Ordinal);

    public WriteSet(IEnumerable<Write> writes)
    {
        foreach (Write write in writes)
        {
            if (!_writes.TryGetValue(write.Path, out List<Write>? list))
            {
                _writes.Add(write.Path, list = []);
            }

            list.Add(write);
        }
    }

    /// <summary>The writes of a variable.</summary>
    public IReadOnlyList<Write> Of(string path) => _writes.TryGetValue(path, out List<Write>? list) ? list : [];

    /// <summary>Where a write moves its variable: to what it led to, or by an amount, or to something else.</summary>
    public Motion MotionOf(Write write)
    {
        if (write.Motion != Motion.Set || write.Value is not { } value || !DependsOn(value, write.Path))
        {
            return write.Motion;
        }

        while (value is IConversionOperation { OperatorMethod: null } conversion)
        {
            value = conversion.Operand;
        }

        return value is IBinaryOperation { RightOperand.ConstantValue.HasValue: true } step && Paths.Of(step.LeftOperand) == write.Path
            ? step.OperatorKind switch
            {
                BinaryOperatorKind.Add => Motion.Up,
                BinaryOperatorKind.Subtract => Motion.Down,
                _ => Motion.Walk,
            }
            : Motion.Walk;
    }

    /// <summary>Whether a value comes from a variable, directly or through others that are set here.</summary>
    public bool DependsOn(IOperation value, string path) => DependsOn(value, path, new HashSet<string>(StringComparer.Ordinal));

    private bool DependsOn(IOperation value, string path, HashSet<string> visited)
    {
        foreach (IOperation operation in Operations.InFunction(value))
        {
            if (Paths.Of(operation) is not { } read || IsOut(operation))
            {
                continue;
            }

            if (read == path || (visited.Add(read) && Of(read).Any(w => w.Value is { } source && DependsOn(source, path, visited))))
            {
                return true;
            }
        }

        return false;
    }

    // What a call only sets.
    private static bool IsOut(IOperation operation)
        => operation.Parent is IArgumentOperation { Parameter.RefKind: RefKind.Out }
            || (operation.Parent is IDeclarationExpressionOperation declaration && IsOut(declaration));
}
