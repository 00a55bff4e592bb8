namespace TopHalf.Analyzers.Effects;

/// <summary>The recursion that code is part of, as a chain.</summary>
internal static class Cycles
{
    /// <summary>The shortest way from the end of a path back to itself.</summary>
    public static Finding? Find(Path start)
    {
        var visited = new HashSet<Code>();
        var paths = new Queue<Path>();
        paths.Enqueue(start);
        while (paths.Count > 0)
        {
            Path path = paths.Dequeue();
            foreach (Call call in path.Code.Facts.Calls)
            {
                if (call.Target.Reach?.Cycle != start.Code.Reach?.Cycle)
                {
                    continue;
                }

                var next = new Path(call.Target, call.Place, path, false);
                if (call.Target == start.Code)
                {
                    return new Finding(EffectRules.Recursion, next.Hops(), next.Places(), null, "calls itself, and may overflow the stack");
                }

                if (visited.Add(call.Target))
                {
                    paths.Enqueue(next);
                }
            }
        }

        return null;
    }
}
