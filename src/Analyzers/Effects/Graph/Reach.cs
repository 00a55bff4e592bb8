namespace TopHalf.Analyzers.Effects;

/// <summary>What is known of code and of all that it reaches.</summary>
/// <param name="Rules">What could be told of any of it: a search need not go where nothing of that is wanted.</param>
/// <param name="Cycle">The cycle of calls that it is part of, or nothing.</param>
internal sealed record Reach(RuleSet Rules, object? Cycle);
