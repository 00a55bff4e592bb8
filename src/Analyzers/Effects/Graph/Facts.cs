using System.Collections.Immutable;

namespace TopHalf.Analyzers.Effects;

/// <summary>What one piece of code does itself, and what it calls: all that is remembered of it.</summary>
internal sealed record Facts(ImmutableArray<Cause> Causes, ImmutableArray<Call> Calls)
{
    /// <summary>Of code that does nothing.</summary>
    public static readonly Facts None = new([], []);
}
