namespace TopHalf.Effects;

/// <summary>What a method does by itself, and what it may run.</summary>
internal sealed record MethodFacts(List<Cause> Causes, List<Call> Calls)
{
    public static readonly MethodFacts None = new([], []);
}
