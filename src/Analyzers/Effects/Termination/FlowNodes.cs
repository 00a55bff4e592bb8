using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>
/// The compiler's control flow graph as nodes, with what it leaves to the runtime: the way from a try to its handlers, and the finally
/// that is run on the way out of it.
/// </summary>
internal static class FlowNodes
{
    /// <summary>The node that a function begins with.</summary>
    public static FlowNode Of(ControlFlowGraph graph, MethodUses uses)
    {
        Dictionary<string, string> references = References(graph);
        FlowNode[] nodes = [.. graph.Blocks.Select(b => new FlowNode(
            b.Ordinal, b.Operations, b.ConditionKind == ControlFlowConditionKind.None || Constant(b) is not null ? null : b.BranchValue, Writes))];
        foreach (BasicBlock block in graph.Blocks)
        {
            FlowNode node = nodes[block.Ordinal];
            FlowNode? conditional = Follow(block.ConditionalSuccessor);
            FlowNode? other = Follow(block.FallThroughSuccessor);
            (node.WhenTrue, node.WhenFalse) = (block.ConditionKind, Constant(block)) switch
            {
                (ControlFlowConditionKind.None, _) => (other, null),
                (ControlFlowConditionKind.WhenTrue, null) => (conditional, other),
                (ControlFlowConditionKind.WhenFalse, null) => (other, conditional),
                var (kind, constant) => (constant == (kind == ControlFlowConditionKind.WhenTrue) ? conditional : other, null),
            };
            node.Handlers.AddRange(Handlers(block.EnclosingRegion).Select(first => nodes[first]));
        }

        return nodes[0];

        ImmutableArray<Write> Writes(IEnumerable<IOperation> operations)
            => [.. WriteReader.Read(operations, uses).Select(w => Resolve(w, references))];

        FlowNode? Follow(ControlFlowBranch? branch)
        {
            if (branch?.Destination is not { IsReachable: true } destination)
            {
                return null;
            }

            FlowNode next = nodes[destination.Ordinal];
            foreach (ControlFlowRegion region in branch.FinallyRegions.Reverse())
            {
                IEnumerable<BasicBlock> blocks = graph.Blocks.Skip(region.FirstBlockOrdinal).Take(region.LastBlockOrdinal - region.FirstBlockOrdinal + 1);

                // A node for each way, since a finally goes on to wherever the flow was headed.
                next = new FlowNode(destination.Ordinal, [.. blocks.SelectMany(static b => b.Operations)], null, Writes) { WhenTrue = next };
            }

            return next;
        }
    }

    private static bool? Constant(BasicBlock block) => block.BranchValue?.ConstantValue is { HasValue: true, Value: bool value } ? value : null;

    // What is set through a capture of it, as "head" in "head = x ? 0 : head + 1".
    private static Dictionary<string, string> References(ControlFlowGraph graph)
    {
        var references = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (IFlowCaptureOperation capture in graph.Blocks.SelectMany(static b => b.Operations).OfType<IFlowCaptureOperation>())
        {
            if (Paths.Of(capture.Value) is { } path)
            {
                references[Paths.Of(capture.Id)] = path;
            }
        }

        return references;
    }

    private static Write Resolve(Write write, Dictionary<string, string> references)
        => write.IsByReference && references.TryGetValue(write.Path, out string? path) ? write with { Path = path } : write;

    private static IEnumerable<int> Handlers(ControlFlowRegion? region)
    {
        for (; region is not null; region = region.EnclosingRegion)
        {
            if (region is { Kind: ControlFlowRegionKind.Try, EnclosingRegion: { Kind: ControlFlowRegionKind.TryAndCatch } both })
            {
                foreach (ControlFlowRegion handler in both.NestedRegions.Where(r => r != region))
                {
                    yield return handler.FirstBlockOrdinal;
                }
            }
        }
    }
}
