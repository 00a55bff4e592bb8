using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>
/// What a loop moves on in its rounds: variables that all of it moves the same way, such as a counter, a mask whose bits it clears, a list
/// that it walks, a collection that it empties. And what a test in it depends on.
/// </summary>
internal sealed class Movement
{
    private readonly ILookup<string, (FlowNode Node, Write Write)> _places;
    private readonly Lazy<ILookup<FlowNode, FlowNode>> _before;
    private readonly WriteSet _writes;
    private readonly Lazy<Lifts> _lifts;
    private readonly Bounds _bounds;
    private readonly Amounts _amounts;
    private readonly Links _links;
    private readonly TestReader _reader;
    private readonly Dictionary<string, bool> _movers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);

    public Movement(IReadOnlyList<FlowNode> nodes, MethodUses uses, ZeroProducts? products = null)
    {
        var within = new HashSet<FlowNode>(nodes);
        (FlowNode Node, Write Write)[] places = [.. nodes.SelectMany(n => n.Writes.Where(w => !IsOnWayOut(n, w, within)).Select(w => (n, w)))];
        _places = places.ToLookup(static p => p.Write.Path, StringComparer.Ordinal);
        _before = new(() => nodes.SelectMany(static n => n.Next.Distinct(), static (n, next) => (Node: n, Next: next)).ToLookup(static e => e.Next, static e => e.Node));
        _writes = new WriteSet(places.Select(static p => p.Write));
        _lifts = new(() => new Lifts(_before.Value, _writes));
        _bounds = new Bounds(nodes);
        _amounts = new Amounts(_writes, nodes, products);
        _links = new Links(_writes, uses);
        _reader = new TestReader(this, _writes, uses);
    }

    /// <summary>Whether the flow moves a variable whenever it comes by a write of it.</summary>
    public bool IsMove(Write write) => write.IsCertain && !_amounts.MayStay(write);

    /// <summary>
    /// Whether all of the loop moves a variable the same way. While that is being found out, it counts as moved: <c>node = Next(node)</c>.
    /// </summary>
    public bool IsMover(string path)
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

    /// <summary>The way that all of the loop moves a variable.</summary>
    public Motion MotionOf(string path)
    {
        Motion[] motions = [.. _writes.Of(path).Select(_writes.MotionOf).Where(static m => m is not (Motion.Set or Motion.Walk)).Distinct()];
        return motions is [var motion] ? motion : Motion.Walk;
    }

    /// <summary>Whether a variable goes back to where it was, as one that walks a ring.</summary>
    public bool GoesRound(string path) => _places[path].Any(p => p.Write.Motion == Motion.Set
        && (p.Write.Value is IBinaryOperation { OperatorKind: BinaryOperatorKind.Remainder or BinaryOperatorKind.And }
            || (_writes.MotionOf(p.Write) == Motion.Set && !_bounds.IsJump(p.Write) && !(_lifts.Value.Of(p.Node, p.Write) is { } lift && Lifts.Agree(lift, MotionOf(path))))));

    /// <summary>Whether a variable goes on to where memory says, as one that walks a list.</summary>
    public bool IsLed(string path) => _links.Lead(path);

    /// <summary>What a test depends on.</summary>
    public Reading Read(IOperation operation) => _reader.Read(operation);

    private bool FindMover(string path)
    {
        Motion direction = Motion.Set;
        Motion lift = Motion.Set;
        bool moves = false;
        foreach ((FlowNode node, Write write) in _places[path])
        {
            Motion motion = _writes.MotionOf(write);
            if (motion == Motion.Set)
            {
                if (_bounds.IsJump(write) || IsWrap(write, node))
                {
                    continue;
                }

                if (_lifts.Value.Of(node, write) is not { } lifted || (lift != Motion.Set && lift != lifted))
                {
                    return false;
                }

                lift = lifted;
                continue;
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

        return moves && (lift == Motion.Set || Lifts.Agree(lift, direction));
    }

    // What a call sets where it says no is none of a loop that ends there.
    private static bool IsOnWayOut(FlowNode node, Write write, HashSet<FlowNode> within)
        => write is { Returned: { } result, Call: { } call } && !node.IsDecided && Returns.Outcome(node, call, result) is { } outcome
            && (outcome ? node.WhenTrue : node.WhenFalse) is var next && (next is null || !within.Contains(next));

    // Back to the start of a ring, where a test says that its end was reached.
    private bool IsWrap(Write write, FlowNode node)
        => write.Value is { } value
            && _before.Value[node].ToArray() is [{ Test: IBinaryOperation test } last]
            && IsAtEnd(test, isHeld: last.WhenTrue == node, write.Path)
            && !_writes.DependsOn(value, write.Path)
            && !Read(value).IsShared;

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
