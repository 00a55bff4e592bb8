using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TopHalf.Analyzers.Effects;

/// <summary>A stretch of code without branches, and the test that ends it.</summary>
internal sealed class FlowNode
{
    private readonly Lazy<ImmutableArray<Write>> _writes;

    public FlowNode(int order, ImmutableArray<IOperation> operations, IOperation? test, Func<IEnumerable<IOperation>, ImmutableArray<Write>> read)
    {
        Order = order;
        Operations = operations;
        Test = test;
        _writes = new Lazy<ImmutableArray<Write>>(() => read(All));
    }

    /// <summary>The same code, reached in another way.</summary>
    public FlowNode(FlowNode original)
    {
        Order = original.Order;
        Operations = original.Operations;
        Test = original.Test;
        IsDecided = original.IsDecided;
        _writes = original._writes;
    }

    /// <summary>Its place in the order of the flow.</summary>
    public int Order { get; }

    public ImmutableArray<IOperation> Operations { get; }

    /// <summary>What decides where it goes on; nothing, where it goes on anyway.</summary>
    public IOperation? Test { get; }

    /// <summary>Whether it is known how its test ends: the other way is none, and nothing leaves by it.</summary>
    public bool IsDecided { get; set; }

    /// <summary>What it sets, its test included.</summary>
    public ImmutableArray<Write> Writes => _writes.Value;

    /// <summary>Where it goes on if the test is true, or if there is none.</summary>
    public FlowNode? WhenTrue { get; set; }

    /// <summary>Where it goes on if the test is false.</summary>
    public FlowNode? WhenFalse { get; set; }

    /// <summary>Where it goes on if something throws.</summary>
    public List<FlowNode> Handlers { get; } = [];

    /// <summary>Every node that may follow.</summary>
    public IEnumerable<FlowNode> Next
    {
        get
        {
            if (WhenTrue is not null)
            {
                yield return WhenTrue;
            }

            if (WhenFalse is not null)
            {
                yield return WhenFalse;
            }

            foreach (FlowNode handler in Handlers)
            {
                yield return handler;
            }
        }
    }

    /// <summary>All that can be read of it.</summary>
    public IEnumerable<IOperation> All => Test is null ? Operations : Operations.Add(Test);

    /// <summary>Whether its test leaves these nodes, and by which outcome; both, if by either.</summary>
    public (bool OnTrue, bool OnFalse) Leaves(HashSet<FlowNode> nodes)
        => Test is null || IsDecided
            ? (false, false)
            : (WhenTrue is null || !nodes.Contains(WhenTrue), WhenFalse is null || !nodes.Contains(WhenFalse));
}
