namespace TopHalf;

/// <summary>
/// The handler's bits of the status register: handlers with bits can share a vector or a line, and each is called when one of its
/// bits is set. The status register is the <see cref="IrqPendingAttribute"/> of the class, or of one of the handlers. What the class
/// says of disabling, acknowledging and enabling is done once around all of them; what a handler says, around its own call.
/// </summary>
/// <param name="mask">The bits, within the mask of the status register. A bit belongs to one
/// handler, or to several that have each a <see cref="StatusBankAttribute"/> of other bits.</param>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class StatusBitsAttribute(ulong mask) : Attribute
{
    /// <summary>The bits, within the mask of the status register.</summary>
    public ulong Mask { get; } = mask;

    /// <summary>
    /// Calls the handler once for each set bit, from the lowest, with <see cref="Interrupt.Index"/> counted from the lowest bit of the
    /// mask. Otherwise it is called once for all.
    /// </summary>
    public bool Each { get; set; }
}
