namespace TopHalf.Analyzers.Effects;

/// <summary>A way from a root to code that it reaches, from its end.</summary>
/// <param name="Code">Where it leads.</param>
/// <param name="Place">The call that leads there.</param>
/// <param name="Before">The way to that call; nothing, if it is in the root.</param>
/// <param name="IsForgiven">Whether a throw follows in any case.</param>
internal sealed record Path(Code Code, Place Place, Path? Before, bool IsForgiven);
