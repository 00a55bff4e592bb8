using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>
/// What a loop moves on in its rounds: variables that all of it moves the same way, such as a counter, a mask whose bits it clears, a list
/// that it walks, a collection that it empties. And what a test in it depends on.
/// </summary>
internal sealed class Movement
{
    private readonly IReadOnlyList<FlowNode> _nodes;
    private readonly MethodUses _uses;
    private readonly WriteSet _writes;
    private readonly Bounds _bounds;
    private readonly Amounts _amounts;
    private readonly Dictionary<string, bool> _movers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);

    public Movement(IReadOnlyList<FlowNode> nodes, MethodUses uses)
    {
        _nodes = nodes;
        _uses = uses;
        _writes = new WriteSet(nodes.SelectMany(static n => n.Writes));
        _bounds = new Bounds(nodes);
        _amounts = new Amounts(_writes, nodes);
    }

    /// <summary>Whether the flow moves a variable whenever it comes by a write of it.</summary>
    public bool IsMove(Write write) => write.IsCertain && !_amounts.MayStay(write);

    /// <summary>The way that all of the loop moves a variable.</summary>
    public Motion MotionOf(string path)
    {
        Motion[] motions = [.. _writes.Of(path).Select(_writes.MotionOf).Where(static m => m is not (Motion.Set or Motion.Walk)).Distinct()];
        return motions is [var motion] ? motion : Motion.Walk;
    }

    /// <summary>Whether a variable goes back to where it was, as one that walks a ring.</summary>
    public bool GoesRound(string path) => _writes.Of(path).Any(w => w.Motion == Motion.Set
        && (w.Value is IBinaryOperation { OperatorKind: BinaryOperatorKind.Remainder or BinaryOperatorKind.And }
            || (_writes.MotionOf(w) == Motion.Set && !_bounds.IsJump(w))));

    /// <summary>What a test depends on.</summary>
    public Reading Read(IOperation operation)
    {
        var reading = new Reading();
        Visit(operation, reading, new HashSet<string>(StringComparer.Ordinal));
        return reading;
    }

    private void Visit(IOperation operation, Reading reading, HashSet<string> visited)
    {
        switch (operation)
        {
            case IAnonymousFunctionOperation:
                return;
            case IInvocationOperation call:
                VisitCall(call.TargetMethod, call.Instance, call, reading, visited);
                return;
            case IPropertyReferenceOperation property:
                VisitPath(Paths.Of(property), reading, visited);
                if (property.Property.GetMethod is { } getter)
                {
                    VisitCall(getter, property.Instance, property, reading, visited);
                }

                return;
            case IFieldReferenceOperation field:
                VisitPath(Paths.Of(field), reading, visited);
                Reading receiver = VisitChildren(field, reading, visited);
                reading.IsShared |= field.Field.IsVolatile && receiver.Movers.Count == 0;
                return;
            case ILocalReferenceOperation or IParameterReferenceOperation or IFlowCaptureReferenceOperation:
                VisitPath(Paths.Of(operation), reading, visited);
                return;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Subtract or (>= BinaryOperatorKind.Equals and <= BinaryOperatorKind.GreaterThan) } pair when visited.Count == 0:
                VisitPair(pair, reading, visited);
                return;
            default:
                Reading parts = VisitChildren(operation, reading, visited);
                reading.IsShared |= SharedMemory.IsIndirection(operation) && parts.Movers.Count == 0;
                return;
        }
    }

    private void VisitCall(IMethodSymbol method, IOperation? instance, IOperation site, Reading reading, HashSet<string> visited)
    {
        bool isClock = SharedMemory.IsClock(method);
        var parts = new Reading();
        if (isClock && site is IInvocationOperation { Arguments: [{ Value: var start }, ..] })
        {
            Visit(start, parts, visited);
        }

        // What is measured from a moment that each round takes anew does not grow.
        bool startsAgain = isClock && (parts.IsClock || (Paths.Of(instance) is { } watch && _writes.Of(watch).Count > 0));
        VisitChildren(site, parts, visited);
        parts.IsClock &= !isClock;
        reading.Add(parts);
        bool isMoving = SharedMemory.IsAtomic(method) ? IsElsewhere(site, visited) : parts.Movers.Count > 0;
        reading.IsClock |= isClock && !startsAgain;
        reading.IsShared |= SharedMemory.IsRead(method) && (!isMoving || SharedMemory.IsSwap(method) || SharedMemory.IsConcurrent(method));

        MethodUse use = _uses.Of(method, 0);
        reading.IsClock |= use.IsClock;
        reading.IsShared |= use.IsShared || (use.IsSharedByArgument && !isMoving);
        string? self = method.MethodKind == MethodKind.LocalFunction ? Paths.This : Paths.Of(instance);
        foreach (string path in use.Reads.Concat(use.Writes.Select(static w => w.Path)))
        {
            VisitPath(Paths.FromCallee(path, self), reading, visited);
        }
    }

    // Another slot in each round, or a variable that only this loop moves; not what a swap may have left there.
    private bool IsElsewhere(IOperation site, HashSet<string> visited)
        => site is IInvocationOperation { Arguments: [{ Value: var place }, ..] }
            && (VisitChildren(place, new Reading(), visited).Movers.Count > 0 || (Paths.Of(place) is { } path && IsMover(path)));

    // The time since a moment of the same round is no deadline.
    private void VisitPair(IBinaryOperation pair, Reading reading, HashSet<string> visited)
    {
        var left = new Reading();
        var right = new Reading();
        var visitedRight = new HashSet<string>(visited, StringComparer.Ordinal);
        Visit(pair.LeftOperand, left, visited);
        Visit(pair.RightOperand, right, visitedRight);
        bool isClock = left.IsClock != right.IsClock;
        left.Add(right);
        left.IsClock = isClock;
        reading.Add(left);
    }

    private Reading VisitChildren(IOperation operation, Reading reading, HashSet<string> visited)
    {
        var parts = new Reading();
        foreach (IOperation child in operation.ChildOperations)
        {
            Visit(child, parts, visited);
        }

        reading.Add(parts);
        return parts;
    }

    private void VisitPath(string? path, Reading reading, HashSet<string> visited)
    {
        if (path is null)
        {
            return;
        }

        if (IsMover(path))
        {
            reading.Movers.Add(path);
        }
        else if (visited.Add(path))
        {
            foreach (Write write in _writes.Of(path))
            {
                Reading source = new();
                if (write.Value is { } value)
                {
                    Visit(value, source, visited);
                    reading.Add(source);
                }

                reading.IsStepped |= _writes.MotionOf(write) != Motion.Set && !source.IsShared;
            }
        }
    }

    // While it is being found out, it counts as one: "node = Next(node)".
    private bool IsMover(string path)
    {
        if (_open.Contains(path))
        {
            return true;
        }

        if (!_movers.TryGetValue(path, out bool isMover))
        {
            _open.Add(path);
            isMover = FindMover(path);
            _open.Remove(path);
            _movers[path] = isMover;
        }

        return isMover;
    }

    private bool FindMover(string path)
    {
        Motion direction = Motion.Set;
        bool moves = false;
        foreach (FlowNode node in _nodes)
        {
            foreach (Write write in node.Writes)
            {
                if (write.Path != path)
                {
                    continue;
                }

                Motion motion = _writes.MotionOf(write);
                if (motion == Motion.Set)
                {
                    if (_bounds.IsJump(write) || IsWrap(write, node))
                    {
                        continue;
                    }

                    return false;
                }

                if (write.Value is { } value && Read(value).IsShared && !_bounds.IsTested(value))
                {
                    return false;
                }

                if (motion != Motion.Walk && direction != Motion.Set && direction != motion)
                {
                    return false;
                }

                direction = motion == Motion.Walk ? direction : motion;
                moves |= IsMove(write);
            }
        }

        return moves;
    }

    // Back to the start of a ring, where a test says that its end was reached.
    private bool IsWrap(Write write, FlowNode node)
    {
        if (write.Value is not { } value || _writes.DependsOn(value, write.Path) || Read(value) is { IsShared: true })
        {
            return false;
        }

        FlowNode[] before = [.. _nodes.Where(n => n.Next.Contains(node))];
        return before is [{ Test: IBinaryOperation test } last] && IsAtEnd(test, isHeld: last.WhenTrue == node, write.Path);
    }

    private bool IsAtEnd(IBinaryOperation test, bool isHeld, string path)
    {
        BinaryOperatorKind kind = isHeld ? test.OperatorKind : Progress.Opposite(test.OperatorKind);
        bool isLeft = Paths.Of(Progress.Counted(test.LeftOperand)) == path;
        kind = isLeft ? kind : Progress.Mirrored(kind);
        return (isLeft || Paths.Of(Progress.Counted(test.RightOperand)) == path)
            && (kind == BinaryOperatorKind.Equals || MotionOf(path) switch
            {
                Motion.Up => kind is BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual,
                Motion.Down => kind is BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual,
                _ => kind is not BinaryOperatorKind.NotEquals,
            });
    }
}
