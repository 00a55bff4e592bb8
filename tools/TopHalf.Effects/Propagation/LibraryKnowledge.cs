using Mono.Cecil;

namespace TopHalf.Effects;

/// <summary>What is known of the platform's members, in the order in which the analyzers ask.</summary>
internal sealed class LibraryKnowledge(Corrections corrections, ComputedLines computed)
{
    /// <summary>The effects of a method; null where nothing is known of it.</summary>
    public IReadOnlyList<ToldEffect>? Of(MethodDefinition method)
        => Told(corrections.OfMember(method)) ?? computed.Of(method) ?? Told(corrections.OfType(method.DeclaringType)) ?? Told(corrections.OfNamespace(method.DeclaringType));

    // A condition about an argument is not looked at: what a member may do, it does.
    private static IReadOnlyList<ToldEffect>? Told(IReadOnlyList<Correction>? lines)
        => lines is null ? null : [.. lines.Where(static l => l.Effect != "none").Select(static l => new ToldEffect(l.Condition == "first" ? l.Effect + " first" : l.Effect, l.Why))];
}
