namespace TopHalf.Effects;

/// <summary>A reviewed line, without its id.</summary>
/// <param name="Effect">The word for it; <c>none</c>, where there is none.</param>
/// <param name="Condition">When; empty for every call.</param>
/// <param name="Why">What is told of it.</param>
/// <param name="Source">Which file it is in.</param>
internal sealed record Correction(string Effect, string Condition, string Why, CorrectionSource Source)
{
    /// <summary>Whether it stands in place of what the instructions say, and not beside it: what depends on the caller's types and values they never say.</summary>
    public bool Decides => Effect is not ("keys" or "throws" or "throws-missing");
}
