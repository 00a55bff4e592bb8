namespace TopHalf.Analyzers.Effects;

/// <summary>The parts of a flow in which it can go round: its strongly connected components. A body may be long, so without recursion.</summary>
internal static class Components
{
    /// <summary>The components with a cycle, each in the order of the flow.</summary>
    public static List<List<FlowNode>> Cyclic(IReadOnlyCollection<FlowNode> nodes)
    {
        var within = new HashSet<FlowNode>(nodes);
        var states = new Dictionary<FlowNode, State>();
        var open = new Stack<State>();
        var found = new List<List<FlowNode>>();
        foreach (FlowNode node in nodes)
        {
            if (!states.ContainsKey(node))
            {
                Search(node, within, states, open, found);
            }
        }

        return found;
    }

    private static void Search(
        FlowNode first, HashSet<FlowNode> within, Dictionary<FlowNode, State> states, Stack<State> open, List<List<FlowNode>> found)
    {
        var path = new Stack<State>();
        path.Push(Enter(first));
        while (path.Count > 0)
        {
            State state = path.Peek();
            if (state.Next.MoveNext())
            {
                if (!within.Contains(state.Next.Current))
                {
                    continue;
                }

                if (!states.TryGetValue(state.Next.Current, out State? known))
                {
                    path.Push(Enter(state.Next.Current));
                }
                else if (known.IsOpen)
                {
                    state.Low = Math.Min(state.Low, known.Index);
                }

                continue;
            }

            path.Pop();
            if (path.Count > 0)
            {
                path.Peek().Low = Math.Min(path.Peek().Low, state.Low);
            }

            if (state.Low == state.Index)
            {
                Close(state);
            }
        }

        State Enter(FlowNode node)
        {
            var state = new State(node, states.Count);
            states.Add(node, state);
            open.Push(state);
            return state;
        }

        void Close(State state)
        {
            var component = new List<FlowNode>();
            State member;
            do
            {
                member = open.Pop();
                member.IsOpen = false;
                component.Add(member.Node);
            }
            while (member != state);

            if (component.Count > 1 || state.Node.Next.Contains(state.Node))
            {
                component.Sort(static (a, b) => a.Order.CompareTo(b.Order));
                found.Add(component);
            }
        }
    }

    private sealed class State(FlowNode node, int index)
    {
        public FlowNode Node { get; } = node;

        public IEnumerator<FlowNode> Next { get; } = node.Next.GetEnumerator();

        public int Index { get; } = index;

        public int Low { get; set; } = index;

        public bool IsOpen { get; set; } = true;
    }
}
