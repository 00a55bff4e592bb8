using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>All that some code sets, by variable.</summary>
internal sealed class WriteSet
{
    private readonly Dictionary<string, List<Write>> _writes = new(StringComparer.Ordinal);
    private readonly Lazy<Dictionary<string, List<string>>> _groups;

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

        _groups = new Lazy<Dictionary<string, List<string>>>(() => Groups(_writes));
    }

    /// <summary>Every write, by variable.</summary>
    public IEnumerable<Write> All => _writes.Values.SelectMany(static w => w);

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

    /// <summary>
    /// Whether a value that a variable is set to, or one that it is tied to, comes from that variable: directly or through others that are
    /// set here.
    /// </summary>
    public bool DependsOn(IOperation value, string path) => Sources(value).Any(s => AreTied(s, path));

    /// <summary>Whether each of two variables is set from the other, directly or through others that are set here.</summary>
    public bool AreTied(string first, string second)
        => first == second
            || (_groups.Value.TryGetValue(first, out List<string>? group) && _groups.Value.TryGetValue(second, out List<string>? other) && group == other);

    /// <summary>The variables that a variable is tied to, itself included.</summary>
    public IReadOnlyList<string> TiedTo(string path) => _groups.Value.TryGetValue(path, out List<string>? group) ? group : [path];

    private static Dictionary<string, List<string>> Groups(Dictionary<string, List<Write>> writes)
    {
        var groups = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (List<string> group in StrongComponents.Of(writes.Keys, Next, StringComparer.Ordinal))
        {
            foreach (string path in group)
            {
                groups.Add(path, group);
            }
        }

        return groups;

        IEnumerable<string> Next(string path)
            => writes[path].Select(static w => w.Value).OfType<IOperation>().SelectMany(Sources).Where(writes.ContainsKey);
    }

    // What a value is made of; not what a call in it only sets.
    private static IEnumerable<string> Sources(IOperation value)
    {
        foreach (IOperation operation in Operations.InFunction(value))
        {
            if (Paths.Of(operation) is { } path && !IsOut(operation))
            {
                yield return path;
            }
        }
    }

    private static bool IsOut(IOperation operation)
        => operation.Parent is IArgumentOperation { Parameter.RefKind: RefKind.Out }
            || (operation.Parent is IDeclarationExpressionOperation declaration && IsOut(declaration));
}
