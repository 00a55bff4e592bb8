namespace TopHalf;

/// <summary>What is done to the device when the driver goes away: after every source is masked, before vectors are freed.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class IrqReleaseAttribute : IrqMaskAttribute
{
    /// <summary>Writes the mask.</summary>
    /// <inheritdoc cref="IrqReleaseAttribute(RegisterType, byte, uint, ulong, ulong)"/>
    public IrqReleaseAttribute(RegisterType type, byte bar, uint offset, ulong mask)
        : base(type, bar, offset, mask, value: null)
    {
    }

    /// <summary>Writes the value.</summary>
    /// <param name="type">How the register is reached, and its width.</param>
    /// <param name="bar">The base address register, 0 to 5.</param>
    /// <param name="offset">Bytes from the start of the BAR; a multiple of the register's width.</param>
    /// <param name="mask">The bits that matter; no wider than the register.</param>
    /// <param name="value">The value, within <paramref name="mask"/>.</param>
    public IrqReleaseAttribute(RegisterType type, byte bar, uint offset, ulong mask, ulong value)
        : base(type, bar, offset, mask, value)
    {
    }
}
