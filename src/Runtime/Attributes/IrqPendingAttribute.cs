namespace TopHalf;

/// <summary>
/// What tells that an interrupt occurred. The register is read once for every interrupt; the handler gets what was read as
/// <see cref="Interrupt.Status"/>. An interrupt whose register says "not pending" is counted as spurious and not handled.
/// </summary>
public sealed class IrqPendingAttribute : IrqDescriptorAttribute
{
    /// <summary>Pending when any bit under the mask is set: <c>(read &amp; mask) != 0</c>.</summary>
    /// <inheritdoc cref="IrqPendingAttribute(RegisterType, byte, uint, ulong, ulong)"/>
    public IrqPendingAttribute(RegisterType type, byte bar, uint offset, ulong mask)
        : base(type, bar, offset, mask, value: null)
    {
    }

    /// <summary>Pending when the bits under the mask have a value: <c>(read &amp; mask) == value</c>.</summary>
    /// <param name="type">How the register is reached, and its width.</param>
    /// <param name="bar">The base address register, 0 to 5.</param>
    /// <param name="offset">Bytes from the start of the BAR; a multiple of the register's width.</param>
    /// <param name="mask">The bits that matter; no wider than the register.</param>
    /// <param name="value">The value, within <paramref name="mask"/>.</param>
    public IrqPendingAttribute(RegisterType type, byte bar, uint offset, ulong mask, ulong value)
        : base(type, bar, offset, mask, value)
    {
    }

    /// <summary>
    /// The read itself clears the interrupt at the device. Such a descriptor is the acknowledge of this register too: the register is
    /// not acknowledged once more. Another register can be, by an <see cref="IrqAckAttribute"/> beside it: on the class where this is on
    /// the class, and on the handler where it is the handler's; one of the class does not apply to such a handler.
    /// </summary>
    public bool ReadClears { get; set; }

    /// <summary>
    /// How often the register is read again after the handler and the acknowledge, for cards that send no further message while a
    /// bit is still set: while it is pending, acknowledge and handler run again, but not more than this many times for one interrupt.
    /// 0, the default, for not at all; at most 1000.
    /// </summary>
    public int Recheck { get; set; }
}
