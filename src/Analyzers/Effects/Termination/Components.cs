namespace TopHalf.Analyzers.Effects;

/// <summary>The parts of a flow in which it can go round.</summary>
internal static class Components
{
    /// <summary>The components with a cycle, each in the order of the flow.</summary>
    public static List<List<FlowNode>> Cyclic(IReadOnlyCollection<FlowNode> nodes)
    {
        var within = new HashSet<FlowNode>(nodes);
        List<List<FlowNode>> found = StrongComponents.Of(nodes, n => n.Next.Where(within.Contains));
        found.RemoveAll(static c => c is [{ } only] && !only.Next.Contains(only));
        foreach (List<FlowNode> component in found)
        {
            component.Sort(static (a, b) => a.Order.CompareTo(b.Order));
        }

        return found;
    }
}
