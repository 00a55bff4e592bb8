using Microsoft.CodeAnalysis;

namespace TopHalf.Analyzers.Effects;

/// <summary>One effect of a member whose code cannot be read.</summary>
/// <param name="Rule">What it does; nothing, where it does nothing that a handler should not.</param>
/// <param name="Condition">When it does.</param>
/// <param name="Parameter">The parameter that the condition is about.</param>
/// <param name="Value">The constant that the condition is about.</param>
/// <param name="Why">The words in parentheses after the member's name; in a user's file the reason.</param>
internal sealed record EffectEntry(
    DiagnosticDescriptor? Rule, EffectCondition Condition, string Parameter, string Value, string Why);
