using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TopHalf.Analyzers.Effects;
using TopHalf.Declarations;

namespace TopHalf.CompilerTesting;

/// <summary>Every rule, and in what the two tables of rules differ.</summary>
/// <remarks>
/// What a driver declares wrongly cannot work and is an error, or is told to the author in words that say what to write. What a handler
/// does is a warning or an information that every project may configure, and its message names the handler first.
/// </remarks>
public static class AllRules
{
    /// <summary>By id.</summary>
    public static ImmutableArray<DiagnosticDescriptor> Instances { get; } = [.. DeclarationRules.All, .. EffectRules.All];

    /// <summary>The one with an id.</summary>
    public static DiagnosticDescriptor Get(string id) => Instances.Single(r => r.Id == id);

    /// <summary>Whether it is about what a handler does.</summary>
    public static bool IsEffect(string id) => EffectRules.All.Any(r => r.Id == id);

    /// <summary>Whether it is about attributes and files that say what code does: its message says what to write, as a declaration's.</summary>
    public static bool IsContract(string id) => id.StartsWith("TH61", StringComparison.Ordinal);

    /// <summary>Exceptions that nearly every line can throw: told only to who asks.</summary>
    public static bool IsOffByDefault(string id) => id.StartsWith("TH409", StringComparison.Ordinal);
}
