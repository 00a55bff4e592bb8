using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TopHalf.Analyzers.Effects;

/// <summary>What is reported once: a cause, and the shortest way to it from one call of the root.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Hops">The code on the way, without the root.</param>
/// <param name="Places">The calls on the way, the root's own first, and the cause.</param>
/// <param name="Member">The library member at the end.</param>
/// <param name="What">What it does.</param>
/// <param name="Made">What is made at its first use only.</param>
internal sealed record Finding(
    DiagnosticDescriptor Rule, ImmutableArray<Code> Hops, ImmutableArray<Place> Places, string? Member, string What,
    object? Made = null);
