namespace TopHalf;

/// <summary>
/// A promise that a member may run in an interrupt handler: it allocates nothing, blocks nowhere, makes no system call, throws
/// nothing in normal use and ends. The analyzers check the promise where it is declared and trust it where the member is called,
/// also from other assemblies.
/// </summary>
/// <remarks>
/// On an interface member, a virtual member or a delegate type it is a contract: every implementation and override, and every
/// lambda or method that becomes such a delegate, is checked. On a type it stands for every member declared in it, but not for
/// nested types. Where a member cannot keep the promise and may be called all the same, <see cref="InterruptUnsafeAttribute"/>
/// says why.
/// </remarks>
/// <example>
/// <code>
/// public interface IPacketSink
/// {
///     [InterruptSafe] void Accept(ReadOnlySpan&lt;byte&gt; packet);
/// }
/// </code>
/// </example>
[AttributeUsage(
    AttributeTargets.Method | AttributeTargets.Constructor | AttributeTargets.Property | AttributeTargets.Event
        | AttributeTargets.Delegate | AttributeTargets.Interface | AttributeTargets.Class | AttributeTargets.Struct,
    Inherited = false)]
public sealed class InterruptSafeAttribute : Attribute;
