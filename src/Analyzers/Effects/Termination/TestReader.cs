using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>Reads what a test in a loop depends on: what the loop moves, what others change, the time.</summary>
internal sealed class TestReader(Movement movement, WriteSet writes, MethodUses uses)
{
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
                if (field.Field.IsVolatile || SharedMemory.IsIndirection(field))
                {
                    NoteMemory(receiver.Movers, reading);
                }

                return;
            case ILocalReferenceOperation or IParameterReferenceOperation or IFlowCaptureReferenceOperation:
                VisitPath(Paths.Of(operation), reading, visited);
                return;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Subtract or (>= BinaryOperatorKind.Equals and <= BinaryOperatorKind.GreaterThan) } pair when visited.Count == 0:
                VisitPair(pair, reading, visited);
                return;
            default:
                Reading parts = VisitChildren(operation, reading, visited);
                if (SharedMemory.IsIndirection(operation))
                {
                    NoteMemory(parts.Movers, reading);
                }

                return;
        }
    }

    // What others write at a place: the same in each round, or the next, which they may have written by then, too. A list has an end.
    private void NoteMemory(HashSet<string> movers, Reading reading)
    {
        reading.IsShared |= movers.Count == 0;
        reading.IsWalked |= movers.Count > 0 && !movers.Any(movement.IsLed);
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
        bool startsAgain = isClock && (parts.IsClock || (Paths.Of(instance) is { } watch && writes.Of(watch).Count > 0));
        VisitChildren(site, parts, visited);
        parts.IsClock &= !isClock;
        reading.Add(parts);
        reading.IsClock |= isClock && !startsAgain;
        if (SharedMemory.IsAtomic(method))
        {
            NoteAtomic(method, site, parts.Movers, reading);
        }
        else if (SharedMemory.IsConcurrent(method))
        {
            reading.IsShared = true;
        }
        else if (SharedMemory.IsRead(method) || uses.Spans.IsElement(site))
        {
            NoteMemory(parts.Movers, reading);
        }

        MethodUse use = uses.Of(method, 0);
        reading.IsClock |= use.IsClock;
        reading.IsShared |= use.IsShared;
        if (use.IsSharedByArgument)
        {
            NoteMemory(parts.Movers, reading);
        }

        string? self = method.MethodKind == MethodKind.LocalFunction ? Paths.This : Paths.Of(instance);
        foreach (string path in use.Reads.Concat(use.Writes.Select(static w => w.Path)))
        {
            VisitPath(Paths.FromCallee(path, self), reading, visited);
        }
    }

    // A variable that only this loop moves is its own; not what a swap may have left there.
    private void NoteAtomic(IMethodSymbol method, IOperation site, HashSet<string> movers, Reading reading)
    {
        string? place = site is IInvocationOperation { Arguments: [{ Value: var first }, ..] } ? Paths.Of(first) : null;
        if (SharedMemory.IsSwap(method))
        {
            reading.IsShared = true;
        }
        else if (SharedMemory.IsRead(method) && (place is null || !movement.IsMover(place)))
        {
            // A field stays where it is; what leads to it through a local may not.
            NoteMemory(place is null || Paths.IsLocal(place) ? movers : [], reading);
        }
    }

    // The time since a moment of the same round is no deadline.
    private void VisitPair(IBinaryOperation pair, Reading reading, HashSet<string> visited)
    {
        var left = new Reading();
        var right = new Reading();
        var visitedRight = new HashSet<string>(StringComparer.Ordinal);
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

        if (movement.IsMover(path))
        {
            reading.Movers.Add(path);
        }
        else if (visited.Add(path))
        {
            foreach (Write write in writes.Of(path))
            {
                Reading source = new();
                if (write.Value is { } value)
                {
                    Visit(value, source, visited);
                    reading.Add(source);
                }

                reading.IsStepped |= writes.MotionOf(write) != Motion.Set && !source.IsShared;
            }
        }
    }
}
