using System.Collections.Immutable;

namespace TopHalf.Analyzers.Effects;

/// <summary>What a method means for a loop that calls it.</summary>
/// <param name="Reads">The fields that it reads.</param>
/// <param name="Writes">The fields that it sets.</param>
/// <param name="IsShared">Whether it reads what others change, wherever it is called.</param>
/// <param name="IsSharedByArgument">The same, at a place that its arguments say.</param>
/// <param name="IsClock">Whether it looks at the clock.</param>
/// <param name="Retries">Whether it swaps a value if nobody was faster.</param>
internal sealed record MethodUse(
    ImmutableArray<string> Reads, ImmutableArray<Write> Writes, bool IsShared, bool IsSharedByArgument, bool IsClock, bool Retries)
{
    /// <summary>Of what is not known.</summary>
    public static readonly MethodUse None = new([], [], false, false, false, false);
}
