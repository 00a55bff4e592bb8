namespace TopHalf.Analyzers.Effects;

/// <summary>
/// The strongly connected components of a graph (Tarjan, "Depth-first search and linear graph algorithms", 1972). A body may be long, so
/// without recursion.
/// </summary>
internal static class StrongComponents
{
    /// <summary>The components, each with the members found last first; a member without a way back to itself is one of its own.</summary>
    public static List<List<T>> Of<T>(IEnumerable<T> members, Func<T, IEnumerable<T>> next, IEqualityComparer<T>? comparer = null)
        where T : class
    {
        var search = new Search<T>(next, comparer);
        foreach (T member in members)
        {
            search.From(member);
        }

        return search.Found;
    }

    private sealed class Search<T>(Func<T, IEnumerable<T>> next, IEqualityComparer<T>? comparer)
        where T : class
    {
        private readonly Dictionary<T, State<T>> _states = new(comparer);
        private readonly Stack<State<T>> _open = new();
        private readonly Stack<State<T>> _way = new();

        public List<List<T>> Found { get; } = [];

        public void From(T first)
        {
            if (_states.ContainsKey(first))
            {
                return;
            }

            Enter(first);
            while (_way.Count > 0)
            {
                State<T> state = _way.Peek();
                if (!state.Next.MoveNext())
                {
                    Leave(state);
                }
                else if (!_states.TryGetValue(state.Next.Current, out State<T>? known))
                {
                    Enter(state.Next.Current);
                }
                else if (known.IsOpen)
                {
                    state.Low = Math.Min(state.Low, known.Index);
                }
            }
        }

        private void Enter(T member)
        {
            var state = new State<T>(member, _states.Count, next(member).GetEnumerator());
            _states.Add(member, state);
            _open.Push(state);
            _way.Push(state);
        }

        private void Leave(State<T> state)
        {
            _way.Pop();
            if (_way.Count > 0)
            {
                _way.Peek().Low = Math.Min(_way.Peek().Low, state.Low);
            }

            if (state.Low == state.Index)
            {
                Close(state);
            }
        }

        private void Close(State<T> first)
        {
            var component = new List<T>();
            State<T> state;
            do
            {
                state = _open.Pop();
                state.IsOpen = false;
                component.Add(state.Member);
            }
            while (state != first);

            Found.Add(component);
        }
    }

    private sealed class State<T>(T member, int index, IEnumerator<T> next)
    {
        public T Member { get; } = member;

        public IEnumerator<T> Next { get; } = next;

        public int Index { get; } = index;

        public int Low { get; set; } = index;

        public bool IsOpen { get; set; } = true;
    }
}
