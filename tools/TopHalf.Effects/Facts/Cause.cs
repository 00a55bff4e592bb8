namespace TopHalf.Effects;

/// <summary>What one instruction does by itself.</summary>
/// <param name="Effect">The word of the table for it.</param>
/// <param name="IsFirst">It is done at the first call only.</param>
/// <param name="Text">The last hop of a witness: <c>new int[]</c>.</param>
internal sealed record Cause(string Effect, bool IsFirst, string Text);
