namespace TopHalf.Effects;

/// <summary>What a method does by itself, and what it may run.</summary>
internal sealed record MethodFacts(IReadOnlyList<Cause> Causes, IReadOnlyList<Call> Calls)
{
    public static readonly MethodFacts None = new([], []);
}
