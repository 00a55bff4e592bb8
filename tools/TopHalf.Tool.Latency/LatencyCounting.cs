namespace TopHalf.Tool;

/// <summary>What an interrupt stands for, and what it needs.</summary>
/// <param name="Exact">
/// Whether the kernel counts each raise: then a signal is a raise, in their order. A card's messages can be merged on the way to the
/// processor: then an interrupt stands for all that were raised before it.
/// </param>
/// <param name="Skipped">Raises at the beginning that are not recorded: first use, compilation, cold caches.</param>
/// <param name="Acknowledge">What the handler writes; null for nothing.</param>
/// <param name="AcknowledgeBar">Where it writes that.</param>
internal sealed record LatencyCounting(bool Exact, long Skipped, RegisterWrite? Acknowledge = null, Bar AcknowledgeBar = default);
