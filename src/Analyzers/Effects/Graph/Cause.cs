using Microsoft.CodeAnalysis;

namespace TopHalf.Analyzers.Effects;

/// <summary>What no handler should do, where it is done.</summary>
/// <param name="Rule">The rule that says so.</param>
/// <param name="Place">The construct, or the call of the library.</param>
/// <param name="What">What it does, as the words in parentheses after the last hop; empty, where the hop says it.</param>
/// <param name="Hop">The library member that does it, where it is not the code around, with the way from there where that is known.</param>
/// <param name="Other">A second place that belongs to it.</param>
/// <param name="Made">What is made at its first use only: told once for a root, and not at all where it is made before.</param>
/// <param name="IsDispatched">Whether it is in what a virtual call may run.</param>
internal sealed record Cause(
    DiagnosticDescriptor Rule, Place Place, string What, string? Hop = null, Place? Other = null, object? Made = null, bool IsDispatched = false);
