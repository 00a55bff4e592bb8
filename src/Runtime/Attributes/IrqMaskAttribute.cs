namespace TopHalf;

/// <summary>A descriptor that masks, unmasks or quietens.</summary>
public abstract class IrqMaskAttribute : IrqWriteAttribute
{
    private protected IrqMaskAttribute(RegisterType type, byte bar, uint offset, ulong mask, ulong? value)
        : base(type, bar, offset, mask, value)
    {
    }

    /// <summary>
    /// Reads the register and writes <c>(old &amp; ~mask) | value</c>, for a register that other things are in too; with the mask for
    /// the value where none was given. Without it the bits outside the mask are written as 0.
    /// </summary>
    public bool Modify { get; set; }
}
