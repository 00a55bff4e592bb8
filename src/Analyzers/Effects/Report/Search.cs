using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TopHalf.Analyzers.Effects;

/// <summary>
/// Looks for causes from each call of a root, nearest first, so that each cause is told once for a call, by the shortest way to it.
/// </summary>
internal sealed class Search(Code root, CancellationToken cancellation)
{
    /// <summary>What is told of one call in one category: the first are enough to know what to mend.</summary>
    public const int MaximalFindings = 8;

    /// <summary>All that is to be told of the root.</summary>
    public IEnumerable<Finding> Run()
    {
        var made = new HashSet<object>();
        return All().Where(f => f.Made is not { } first || made.Add(first));
    }

    private IEnumerable<Finding> All()
    {
        foreach (Cause cause in root.Facts.Causes)
        {
            yield return new Finding(cause.Rule, [], WithOther([cause.Place], cause), cause.Hop, cause.What, cause.Made);
        }

        if (root.Reach?.Cycle is not null)
        {
            foreach (Finding finding in FindCycle(new Path(root, default, null, false)))
            {
                yield return finding;
            }
        }

        foreach (Call call in root.Facts.Calls)
        {
            foreach (Finding finding in From(call))
            {
                yield return finding;
            }
        }
    }

    private IEnumerable<Finding> From(Call call)
    {
        var visited = new HashSet<(Code, bool)>();
        var told = new HashSet<(DiagnosticDescriptor, Place)>();
        var cycles = new HashSet<object>();
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var paths = new Queue<Path>();
        Follow(call, null, paths, visited);
        while (paths.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            Path path = paths.Dequeue();
            foreach (Cause cause in path.Code.Facts.Causes)
            {
                if ((!path.IsForgiven || !Body.IsForgivenBeforeThrow(cause.Rule))
                    && told.Add((cause.Rule, cause.Place))
                    && Count(counts, cause.Rule) <= MaximalFindings)
                {
                    (ImmutableArray<Code> hops, ImmutableArray<Place> places) = Unwind(path);
                    yield return new Finding(cause.Rule, hops, WithOther(places.Add(cause.Place), cause), cause.Hop, cause.What, cause.Made);
                }
            }

            if (path.Code.Reach?.Cycle is { } cycle && root.Reach?.Cycle != cycle && cycles.Add(cycle))
            {
                foreach (Finding finding in FindCycle(path))
                {
                    yield return finding;
                }
            }

            foreach (Call next in path.Code.Facts.Calls)
            {
                Follow(next, path, paths, visited);
            }
        }
    }

    private static void Follow(Call call, Path? before, Queue<Path> paths, HashSet<(Code, bool)> visited)
    {
        bool isForgiven = call.EndsInThrow || before?.IsForgiven == true;
        if (!call.IsTrusted && call.Target.Reach is not { IsClean: true } && visited.Add((call.Target, isForgiven)))
        {
            paths.Enqueue(new Path(call.Target, call.Place, before, isForgiven));
        }
    }

    // The shortest way from code in a cycle back to itself.
    private static IEnumerable<Finding> FindCycle(Path start)
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
                    (ImmutableArray<Code> hops, ImmutableArray<Place> places) = Unwind(next);
                    yield return new Finding(EffectRules.Recursion, hops, places, null, "calls itself, and may overflow the stack");
                    yield break;
                }

                if (visited.Add(call.Target))
                {
                    paths.Enqueue(next);
                }
            }
        }
    }

    private static (ImmutableArray<Code> Hops, ImmutableArray<Place> Places) Unwind(Path path)
    {
        var hops = ImmutableArray.CreateBuilder<Code>();
        var places = ImmutableArray.CreateBuilder<Place>();
        for (Path? current = path; current is { Place.Tree: not null }; current = current.Before)
        {
            hops.Add(current.Code);
            places.Add(current.Place);
        }

        hops.Reverse();
        places.Reverse();
        return (hops.ToImmutable(), places.ToImmutable());
    }

    private static ImmutableArray<Place> WithOther(ImmutableArray<Place> places, Cause cause)
        => cause.Other is { } other ? places.Add(other) : places;

    private static int Count(Dictionary<string, int> counts, DiagnosticDescriptor rule)
    {
        counts.TryGetValue(rule.Category, out int count);
        return counts[rule.Category] = count + 1;
    }
}
