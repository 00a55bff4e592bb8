namespace TopHalf;

/// <summary>
/// Says that a member does what a handler should not, and that its author answers for it: the analysis of handlers stops there,
/// whatever the member does. On a type it stands for every member declared in it, but not for nested types.
/// </summary>
/// <param name="reason">Why that is acceptable in a handler; it must not be empty.</param>
/// <remarks>An attribute that hides nothing is reported, so that none outlives its reason.</remarks>
/// <example>
/// <code>
/// [InterruptUnsafe("runs once, when the card reports that it is too hot")]
/// private void ShutDown() => _log.WriteLine("too hot");
/// </code>
/// </example>
[AttributeUsage(
    AttributeTargets.Method | AttributeTargets.Constructor | AttributeTargets.Property | AttributeTargets.Event
        | AttributeTargets.Delegate | AttributeTargets.Interface | AttributeTargets.Class | AttributeTargets.Struct,
    Inherited = false)]
public sealed class InterruptUnsafeAttribute(string reason) : Attribute
{
    /// <summary>Why the member is acceptable in a handler.</summary>
    public string Reason { get; } = reason;
}
