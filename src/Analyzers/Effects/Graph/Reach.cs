namespace TopHalf.Analyzers.Effects;

/// <summary>What is known of code and of all that it reaches.</summary>
/// <param name="IsClean">Nothing is to be said of any of it: no search needs to go there.</param>
/// <param name="Cycle">The cycle of calls that it is part of, or nothing.</param>
internal sealed record Reach(bool IsClean, object? Cycle);
