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
    private readonly Dictionary<string, bool> _movers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);

    public Movement(IReadOnlyList<FlowNode> nodes, MethodUses uses)
    {
        _nodes = nodes;
        _uses = uses;
        _writes = new WriteSet(nodes.SelectMany(static n => n.Writes));
        _bounds = new Bounds(nodes);
    }

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
            default:
                Reading parts = VisitChildren(operation, reading, visited);
                reading.IsShared |= SharedMemory.IsIndirection(operation) && parts.Movers.Count == 0;
                return;
        }
    }

    private void VisitCall(IMethodSymbol method, IOperation? instance, IOperation site, Reading reading, HashSet<string> visited)
    {
        Reading parts = VisitChildren(site, reading, visited);
        bool isMoving = SharedMemory.IsAtomic(method) ? IsElsewhere(site, visited) : parts.Movers.Count > 0;
        reading.IsClock |= SharedMemory.IsClock(method);
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

                reading.IsStepped |= write.Motion != Motion.Set && !source.IsShared;
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
                moves |= write.IsCertain;
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
        return before is [{ Test: { } test }] && _writes.DependsOn(test, write.Path);
    }
}
