using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TopHalf.Analyzers.Effects;

/// <summary>
/// Looks for causes from each call of a root, nearest first, so that each cause is told once for a call, by the shortest way to it.
/// </summary>
internal sealed class Search(Code root, CancellationToken cancellation)
{
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

        if (root.Reach?.Cycle is not null && Cycles.Find(new Path(root, default, null, false)) is { } own)
        {
            yield return own;
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
        var wanted = new WantedRules();
        var visited = new HashSet<(Code, bool)>();
        var told = new HashSet<(DiagnosticDescriptor, Place)>();
        var cycles = new HashSet<object>();
        var paths = new Queue<Path>();
        Follow(call, null, wanted, paths, visited);
        while (paths.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            Path path = paths.Dequeue();
            foreach (Cause cause in path.Code.Facts.Causes)
            {
                if ((!path.IsForgiven || !Body.IsForgivenBeforeThrow(cause.Rule)) && told.Add((cause.Rule, cause.Place)) && wanted.Take(cause.Rule))
                {
                    yield return new Finding(cause.Rule, path.Hops(), WithOther(path.Places().Add(cause.Place), cause), cause.Hop, cause.What, cause.Made);
                }
            }

            if (path.Code.Reach?.Cycle is { } cycle && root.Reach?.Cycle != cycle && cycles.Add(cycle)
                && wanted.Take(EffectRules.Recursion) && Cycles.Find(path) is { } recursion)
            {
                yield return recursion;
            }

            foreach (Call next in path.Code.Facts.Calls)
            {
                Follow(next, path, wanted, paths, visited);
            }
        }
    }

    // Only where something that is still wanted can be found.
    private static void Follow(Call call, Path? before, WantedRules wanted, Queue<Path> paths, HashSet<(Code, bool)> visited)
    {
        bool isForgiven = call.EndsInThrow || before?.IsForgiven == true;
        if (!call.IsTrusted
            && (call.Target.Reach is not { } reach || wanted.Overlaps(isForgiven ? reach.Rules.WithoutForgiven() : reach.Rules))
            && visited.Add((call.Target, isForgiven)))
        {
            paths.Enqueue(new Path(call.Target, call.Place, before, isForgiven));
        }
    }

    private static ImmutableArray<Place> WithOther(ImmutableArray<Place> places, Cause cause)
        => cause.Other is { } other ? places.Add(other) : places;
}
