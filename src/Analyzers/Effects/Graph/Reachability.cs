namespace TopHalf.Analyzers.Effects;

/// <summary>
/// Finds the cycles of calls, and what could be told, of all that a root reaches: Tarjan's algorithm, without recursion of its own, since a
/// chain may be ten thousand calls long. What was found for one root is kept for the next.
/// </summary>
internal static class Reachability
{
    /// <summary>Sets <see cref="Code.Reach"/> of a root and of all that it reaches.</summary>
    public static void Compute(Code root, EffectModel model, CancellationToken cancellation)
    {
        lock (model.ReachLock)
        {
            if (root.Reach is null)
            {
                Run(root, cancellation);
            }
        }
    }

    private static void Run(Code root, CancellationToken cancellation)
    {
        var states = new Dictionary<Code, State>();
        var component = new Stack<State>();
        var path = new Stack<State>();
        path.Push(Enter(root, states, component));
        while (path.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            State state = path.Peek();
            if (state.Next < state.Code.Facts.Calls.Length)
            {
                Code target = state.Code.Facts.Calls[state.Next++].Target;
                if (target.Reach is not null)
                {
                    continue;
                }

                if (!states.TryGetValue(target, out State? known))
                {
                    path.Push(Enter(target, states, component));
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
                Close(state, component);
            }
        }
    }

    private static State Enter(Code code, Dictionary<Code, State> states, Stack<State> component)
    {
        var state = new State(code, states.Count);
        states.Add(code, state);
        component.Push(state);
        return state;
    }

    private static void Close(State first, Stack<State> component)
    {
        var members = new List<Code>();
        State member;
        do
        {
            member = component.Pop();
            member.IsOpen = false;
            members.Add(member.Code);
        }
        while (member != first);

        bool isCycle = members.Count > 1 || first.Code.Facts.Calls.Any(c => c.Target == first.Code);
        var reach = new Reach(Rules(members, isCycle), isCycle ? new object() : null);
        foreach (Code code in members)
        {
            code.Reach = reach;
        }
    }

    private static RuleSet Rules(List<Code> members, bool isCycle)
    {
        RuleSet rules = isCycle ? default(RuleSet).With(EffectRules.Recursion) : default;
        foreach (Code code in members)
        {
            foreach (Cause cause in code.Facts.Causes)
            {
                rules = rules.With(cause.Rule);
            }

            foreach (Call call in code.Facts.Calls)
            {
                if (!call.IsTrusted && call.Target.Reach is { } reach)
                {
                    rules = rules.With(call.EndsInThrow ? reach.Rules.WithoutForgiven() : reach.Rules);
                }
            }
        }

        return rules;
    }

    private sealed class State(Code code, int index)
    {
        public Code Code { get; } = code;

        public int Index { get; } = index;

        public int Low { get; set; } = index;

        public int Next { get; set; }

        public bool IsOpen { get; set; } = true;
    }
}
