using System.Collections.Immutable;

namespace TopHalf.Analyzers.Effects;

/// <summary>A way from a root to code that it reaches, from its end.</summary>
/// <param name="Code">Where it leads.</param>
/// <param name="Place">The call that leads there.</param>
/// <param name="Before">The way to that call; nothing, if it is in the root.</param>
/// <param name="IsForgiven">Whether a throw follows in any case.</param>
internal sealed record Path(Code Code, Place Place, Path? Before, bool IsForgiven)
{
    /// <summary>The code on the way, without the root.</summary>
    public ImmutableArray<Code> Hops() => Unwind(static path => path.Code);

    /// <summary>The calls on the way.</summary>
    public ImmutableArray<Place> Places() => Unwind(static path => path.Place);

    private ImmutableArray<T> Unwind<T>(Func<Path, T> select)
    {
        var items = ImmutableArray.CreateBuilder<T>();
        for (Path? current = this; current is { Place.Tree: not null }; current = current.Before)
        {
            items.Add(select(current));
        }

        items.Reverse();
        return items.ToImmutable();
    }
}
