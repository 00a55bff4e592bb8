namespace TopHalf.Analyzers.Effects;

/// <summary>A call of code that can be read.</summary>
/// <param name="Target">What is called.</param>
/// <param name="Place">Where: the name in the call.</param>
/// <param name="EndsInThrow">Whether the caller throws after it in any case, so that what it allocates does not count.</param>
/// <param name="IsTrusted">Whether the target is checked where it is declared: only whether it comes back here matters.</param>
/// <param name="IsDispatched">Whether the object or the delegate decides: it may come when interrupts are enabled already.</param>
internal sealed record Call(Code Target, Place Place, bool EndsInThrow, bool IsTrusted, bool IsDispatched);
