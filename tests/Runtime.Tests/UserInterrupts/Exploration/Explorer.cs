namespace TopHalf.Runtime.Tests.UserInterrupts.Exploration;

/// <summary>
/// All states that can follow from a first one, each once, the nearest first, so that a fault comes with the shortest way to it. A state
/// from which no end can be reached is a fault as well: somebody goes round in circles for what never comes.
/// </summary>
internal static class Explorer
{
    /// <param name="first">Where all begins; it is not changed.</param>
    /// <param name="most">States, so that a world without bounds is an error and not a day of work.</param>
    public static Explored Explore<TWorld>(TWorld first, int most = 500_000)
        where TWorld : IWorld<TWorld>
    {
        List<(int From, string Move)> ways = [(-1, "")];
        List<List<int>> before = [[]];
        var numbers = new Dictionary<string, int> { [first.Key] = 0 };
        var waiting = new Queue<TWorld>();
        List<int> ends = [];
        waiting.Enqueue(first.Copy());
        for (int at = 0; waiting.TryDequeue(out TWorld? world); at++)
        {
            Move<TWorld>[] moves = [.. world.Moves()];
            if (moves.Length == 0)
            {
                ends.Add(at);
            }

            string? fault = world.Fault() ?? (moves.Length == 0 ? world.FaultAtEnd() : null);
            if (fault is not null)
            {
                return new(numbers.Count, ends.Count, fault, Way(ways, at));
            }

            foreach (Move<TWorld> move in moves)
            {
                TWorld next = world.Copy();
                move.Make(next);
                if (numbers.TryGetValue(next.Key, out int known))
                {
                    before[known].Add(at);
                    continue;
                }

                if (numbers.Count == most)
                {
                    throw new InvalidOperationException($"More than {most} states.");
                }

                numbers.Add(next.Key, numbers.Count);
                ways.Add((at, move.Name));
                before.Add([at]);
                waiting.Enqueue(next);
            }
        }

        int stuck = FirstWithoutEnd(before, ends);
        return stuck < 0 ? new(numbers.Count, ends.Count, null, []) : new(numbers.Count, ends.Count, "it goes on for ever, and can reach no end", Way(ways, stuck));
    }

    private static int FirstWithoutEnd(List<List<int>> before, List<int> ends)
    {
        bool[] reaches = new bool[before.Count];
        var waiting = new Stack<int>(ends);
        while (waiting.TryPop(out int at))
        {
            if (!reaches[at])
            {
                reaches[at] = true;
                before[at].ForEach(waiting.Push);
            }
        }

        return Array.IndexOf(reaches, false);
    }

    private static string[] Way(List<(int From, string Move)> ways, int to)
    {
        List<string> moves = [];
        for (int at = to; at > 0; at = ways[at].From)
        {
            moves.Add(ways[at].Move);
        }

        moves.Reverse();
        return [.. moves];
    }
}

/// <param name="States">Seen.</param>
/// <param name="Ends">Of them, those after which nothing happens.</param>
/// <param name="Fault">What is wrong, or null.</param>
/// <param name="Way">The moves that lead there.</param>
internal sealed record Explored(int States, int Ends, string? Fault, IReadOnlyList<string> Way)
{
    public override string ToString() => $"{States} states, {Ends} ends, {Fault ?? "no fault"}\n{string.Join('\n', Way)}";
}
