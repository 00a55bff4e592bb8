using Mono.Cecil;

namespace TopHalf.Effects;

/// <summary>The next hop of the shortest way from a method to what has the effect.</summary>
/// <param name="Next">Who is called; null where the method does it itself.</param>
/// <param name="Text">What it does itself.</param>
/// <param name="NextKey">The effect as the next one has it.</param>
internal sealed record Witness(MethodDefinition? Next, string Text, EffectKey NextKey);

/// <summary>An effect, and whether only the first call has it.</summary>
internal readonly record struct EffectKey(string Effect, bool IsFirst);
