using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>What the tests of a loop compare variables with: one that is set to that jumps to the end.</summary>
internal sealed class Bounds
{
    private readonly HashSet<(string Path, string Bound)> _bounds = [];

    public Bounds(IReadOnlyList<FlowNode> nodes)
    {
        var within = new HashSet<FlowNode>(nodes);
        foreach (FlowNode node in nodes)
        {
            if (node.Leaves(within) is not (false, false))
            {
                foreach (IOperation operation in Operations.InFunction(node.Test!))
                {
                    Add(operation);
                }
            }
        }
    }

    /// <summary>Whether a write sets a variable to what ends the loop.</summary>
    public bool IsJump(Write write) => write.Value is { } value && Key(value) is { } key && _bounds.Contains((write.Path, key));

    /// <summary>Whether a value is compared with a constant, so that one that moves nothing ends the loop: <c>n == 0</c>.</summary>
    public bool IsTested(IOperation value)
        => Paths.Of(value) is { } path && _bounds.Any(b => b.Path == path && b.Bound[0] == '=');

    private void Add(IOperation operation)
    {
        switch (operation)
        {
            case IBinaryOperation { OperatorKind: >= BinaryOperatorKind.Equals and <= BinaryOperatorKind.GreaterThan } comparison:
                Add(comparison.LeftOperand, comparison.RightOperand);
                Add(comparison.RightOperand, comparison.LeftOperand);
                break;
            case IIsPatternOperation test:
                foreach (IOperation part in Operations.InFunction(test.Pattern))
                {
                    Add(test.Value, part);
                }

                break;
        }
    }

    private void Add(IOperation variable, IOperation bound)
    {
        // Behind "i++ < n" it is i that counts.
        IOperation counted = variable switch
        {
            IIncrementOrDecrementOperation increment => increment.Target,
            IAssignmentOperation assignment => assignment.Target,
            _ => variable,
        };
        if (Paths.Of(counted) is { } path && Key(bound) is { } key)
        {
            _bounds.Add((path, key));
        }
    }

    private static string? Key(IOperation value)
        => value.ConstantValue is { HasValue: true, Value: var constant } ? "=" + (constant is bool ? "" : constant) : Paths.Of(value);
}
