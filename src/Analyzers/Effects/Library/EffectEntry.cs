using Microsoft.CodeAnalysis;

namespace TopHalf.Analyzers.Effects;

/// <summary>One effect of a member whose code cannot be read.</summary>
/// <param name="Rule">What it does; nothing, where it does nothing that a handler should not.</param>
/// <param name="Condition">When it does.</param>
/// <param name="Parameter">The parameter that the condition is about.</param>
/// <param name="Value">The constant that the condition is about.</param>
/// <param name="Why">The words in parentheses after the member's name; in a user's file the reason.</param>
/// <param name="Way">Where it was computed, the shortest way from the member to what does it, as further hops of the chain.</param>
internal sealed record EffectEntry(
    DiagnosticDescriptor? Rule, EffectCondition Condition, string Parameter, string Value, string Why, string Way = "")
{
    /// <summary>
    /// Whether a reviewed line with it stands in place of what was computed. What depends on the caller's own types and values is never seen in
    /// instructions, and comes beside it.
    /// </summary>
    public bool Decides => Rule is null || (Rule != EffectRules.Keys && Rule != EffectRules.ThrowInUse && Rule != EffectRules.ThrowWhereMissing);
}
