namespace TopHalf;

/// <summary>A descriptor that writes its register.</summary>
public abstract class IrqWriteAttribute : IrqDescriptorAttribute
{
    private protected IrqWriteAttribute(RegisterType type, byte bar, uint offset, ulong mask, ulong? value)
        : base(type, bar, offset, mask, value)
    {
    }

    /// <summary>
    /// Bits of the register that a written 1 clears, or starts something by: a read-modify-write writes them as 0, so that they stay
    /// as they are. For <see cref="IrqClear.Modify"/> and <c>Modify</c> only.
    /// </summary>
    public ulong Preserve { get; set; }

    /// <summary>
    /// Reads the register after the write. Writes are posted: without that, what follows may happen before the card has seen it.
    /// </summary>
    public bool Flush { get; set; }
}
