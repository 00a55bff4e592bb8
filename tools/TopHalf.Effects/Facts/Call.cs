using Mono.Cecil;

namespace TopHalf.Effects;

/// <summary>A method that another one may run.</summary>
/// <param name="Target">Its definition.</param>
/// <param name="IsFirst">Only at the first call of the caller.</param>
/// <param name="Grows">An array that it makes replaces one that the caller's object holds.</param>
/// <param name="HandsTypesOn">It hands type parameters of the caller on to who is called.</param>
internal sealed record Call(MethodDefinition Target, bool IsFirst, bool Grows, bool HandsTypesOn);
