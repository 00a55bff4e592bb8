using Mono.Cecil;

namespace TopHalf.Effects;

/// <summary>A step of a way: a method that is called, or at its end what is done.</summary>
/// <param name="Method">Who is called; null at the end.</param>
/// <param name="Text">What is done; empty before the end.</param>
internal readonly record struct Hop(MethodDefinition? Method, string Text);
