using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>
/// Finds the ways round a function that nothing bounds. A variable that only moves one way, and that a test on the way compares with
/// something that stays, is moved finitely often: what moves it is taken out, and what can still go round is looked at again.
/// </summary>
internal static class Termination
{
    /// <summary>The cycles without a bound, outer before inner.</summary>
    public static List<Cycle> Find(ControlFlowGraph graph, MethodUses uses, CancellationToken cancellation)
    {
        FlowNode first = FlowNodes.Of(graph, uses);
        List<Cycle> cycles = Find(first, uses, cancellation);

        // A state that a loop goes through, or a flag that ends it, bounds it too.
        for (int round = 0; round < StateProduct.MaximalVariables && cycles.Count > 0; round++)
        {
            if (StateProduct.Unfold(first, cycles, round) is not { } unfolded)
            {
                break;
            }

            first = unfolded;
            cycles = Find(first, uses, cancellation);
        }

        return cycles;
    }

    /// <summary>All nodes that are reached from one, in the order in which they are reached.</summary>
    public static List<FlowNode> Reached(FlowNode first)
    {
        var seen = new HashSet<FlowNode> { first };
        var nodes = new List<FlowNode> { first };
        for (int i = 0; i < nodes.Count; i++)
        {
            foreach (FlowNode next in nodes[i].Next)
            {
                if (seen.Add(next))
                {
                    nodes.Add(next);
                }
            }
        }

        return nodes;
    }

    private static List<Cycle> Find(FlowNode first, MethodUses uses, CancellationToken cancellation)
    {
        var cycles = new List<Cycle>();
        var products = new ZeroProducts(first);
        foreach (List<FlowNode> component in Components.Cyclic(Reached(first)))
        {
            Check(component, component, cycles, uses, products, cancellation);
        }

        return cycles;
    }

    private static void Check(
        List<FlowNode> component, List<FlowNode> whole, List<Cycle> cycles, MethodUses uses, ZeroProducts products, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        HashSet<FlowNode> finite = Finite(component, uses, products);
        if (finite.Count == 0)
        {
            // Loops inside may have a fault of their own.
            cycles.Add(new Cycle(component, whole));
            finite.UnionWith(component.Where(n => n.Order == component[0].Order));
            whole = [];
        }

        foreach (List<FlowNode> inner in Components.Cyclic([.. component.Where(n => !finite.Contains(n))]))
        {
            Check(inner, whole.Count == 0 ? inner : whole, cycles, uses, products, cancellation);
        }
    }

    // The nodes that the flow comes by finitely often.
    private static HashSet<FlowNode> Finite(List<FlowNode> component, MethodUses uses, ZeroProducts products)
    {
        var finite = new HashSet<FlowNode>();
        var within = new HashSet<FlowNode>(component);
        var movement = new Movement(component, uses, products);
        foreach (FlowNode node in component)
        {
            if (node.Test is not { } test)
            {
                continue;
            }

            (bool onTrue, bool onFalse) = node.Leaves(within);
            if (!onTrue && !onFalse && Rationed(node, component, movement) is { } rationed)
            {
                finite.Add(rationed);
            }

            if ((onTrue || onFalse) && IsForEach(test))
            {
                finite.Add(node);
                continue;
            }

            foreach ((IOperation part, bool goesOnWhen) in Parts(test, onTrue, onFalse))
            {
                Reading reading = movement.Read(part);
                if (reading.IsClock)
                {
                    finite.Add(node);
                }
                else if (!reading.IsShared && !reading.IsWalked && reading.Movers.Count > 0 && Progress.IsEnd(part, goesOnWhen, movement, reading.Movers))
                {
                    AddMoves(node, component, reading.Movers, movement, finite);
                }
            }
        }

        return finite;
    }

    // What moves a variable, where the test is passed before it is moved again.
    private static void AddMoves(
        FlowNode test, List<FlowNode> component, HashSet<string> movers, Movement movement, HashSet<FlowNode> finite)
    {
        FlowNode[] moves = [.. component.Where(n => n.Writes.Any(w => movers.Contains(w.Path) && movement.IsMove(w)))];
        if (moves.Length == 0)
        {
            return;
        }

        HashSet<FlowNode> around = [.. Components.Cyclic([.. component.Where(n => n != test)]).SelectMany(static c => c)];
        finite.UnionWith(moves.Where(n => !around.Contains(n)));
    }

    // What is behind "budget-- > 0" is come by as often as the budget says, wherever the other way leads.
    private static FlowNode? Rationed(FlowNode node, List<FlowNode> component, Movement movement)
    {
        if (node.Test is not IBinaryOperation { RightOperand.ConstantValue.HasValue: true } test || Paths.Of(Progress.Counted(test.LeftOperand)) is not { } budget
            || !node.Writes.Any(w => w.Path == budget && movement.IsMove(w)) || !movement.Read(test.LeftOperand).Movers.Contains(budget))
        {
            return null;
        }

        FlowNode? behind = Progress.IsTowards(movement.MotionOf(budget), test.OperatorKind) ? node.WhenTrue
            : Progress.IsTowards(movement.MotionOf(budget), Progress.Opposite(test.OperatorKind)) ? node.WhenFalse
            : null;
        return behind is not null && component.All(n => n == node || !n.Next.Contains(behind)) ? behind : null;
    }

    // Of "a & b" either part ends what goes on while both hold.
    private static IEnumerable<(IOperation Part, bool GoesOnWhen)> Parts(IOperation test, bool onTrue, bool onFalse) => test switch
    {
        _ when !onTrue && !onFalse => [],
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => Parts(not.Operand, onFalse, onTrue),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.And, Type.SpecialType: SpecialType.System_Boolean } both when onFalse
            => Parts(both.LeftOperand, onTrue, onFalse).Concat(Parts(both.RightOperand, onTrue, onFalse)),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Or, Type.SpecialType: SpecialType.System_Boolean } either when onTrue
            => Parts(either.LeftOperand, onTrue, onFalse).Concat(Parts(either.RightOperand, onTrue, onFalse)),
        _ => [(test, onFalse)],
    };

    private static bool IsForEach(IOperation test) => test.IsImplicit
        && test.DescendantsAndSelf().Any(static o => o is IInvocationOperation { TargetMethod.Name: "MoveNext" or "MoveNextAsync" } or IInvalidOperation)
        && test.Syntax.AncestorsAndSelf().OfType<Microsoft.CodeAnalysis.CSharp.Syntax.CommonForEachStatementSyntax>().Any();
}
