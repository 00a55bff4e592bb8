namespace TopHalf.Effects;

/// <summary>What a method does by itself, and what it may run.</summary>
internal sealed record MethodFacts(List<Cause> Causes, List<Call> Calls)
{
    /// <summary>Whether some of its ways end in a throw, and others do not: it checks what it is given, or what it is in.</summary>
    public bool Refuses { get; init; }

    public static readonly MethodFacts None = new([], []);
}
