using Microsoft.CodeAnalysis;

namespace TopHalf.Analyzers.Effects;

/// <summary>Some of the rules, in one word: what code and all that it reaches could be told of.</summary>
internal readonly record struct RuleSet(ulong Bits)
{
    /// <summary>Every rule.</summary>
    public static readonly RuleSet All = new(ulong.MaxValue);

    private static readonly Dictionary<DiagnosticDescriptor, int> Indexes =
        EffectRules.All.Select(static (rule, index) => (rule, index)).ToDictionary(static r => r.rule, static r => r.index);

    // What a throw that follows makes good.
    private static readonly RuleSet Forgiven = EffectRules.All.Where(Body.IsForgivenBeforeThrow)
        .Aggregate(default(RuleSet), static (set, rule) => set.With(rule));

    /// <summary>Whether it is empty.</summary>
    public bool IsEmpty => Bits == 0;

    /// <summary>The place of a rule in <see cref="EffectRules.All"/>.</summary>
    public static int IndexOf(DiagnosticDescriptor rule) => Indexes[rule];

    /// <summary>Both.</summary>
    public RuleSet With(RuleSet other) => new(Bits | other.Bits);

    /// <summary>With one more.</summary>
    public RuleSet With(DiagnosticDescriptor rule) => new(Bits | (1ul << IndexOf(rule)));

    /// <summary>With one less.</summary>
    public RuleSet Without(DiagnosticDescriptor rule) => new(Bits & ~(1ul << IndexOf(rule)));

    /// <summary>What remains of it before a throw.</summary>
    public RuleSet WithoutForgiven() => new(Bits & ~Forgiven.Bits);

    /// <summary>Whether they have one in common.</summary>
    public bool Overlaps(RuleSet other) => (Bits & other.Bits) != 0;
}
