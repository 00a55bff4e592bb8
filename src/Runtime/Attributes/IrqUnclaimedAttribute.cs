namespace TopHalf;

/// <summary>
/// How pending bits that no handler claims (<see cref="StatusBitsAttribute"/>) are masked at the device, so that they do not stay
/// asserted. They are counted in any case (<see cref="VectorStatistics.Unclaimed"/>).
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class IrqUnclaimedAttribute : IrqMaskAttribute
{
    /// <summary>
    /// Writes the unclaimed bits, under the mask: the rule of registers where a written 1 masks a source. With
    /// <see cref="IrqMaskAttribute.Modify"/>, sets the bits of the mask instead, whichever were found.
    /// </summary>
    /// <inheritdoc cref="IrqUnclaimedAttribute(RegisterType, byte, uint, ulong, ulong)"/>
    public IrqUnclaimedAttribute(RegisterType type, byte bar, uint offset, ulong mask)
        : base(type, bar, offset, mask, value: null)
    {
    }

    /// <summary>Writes the value: what masks everything that no handler claims.</summary>
    /// <param name="type">How the register is reached, and its width.</param>
    /// <param name="bar">The base address register, 0 to 5.</param>
    /// <param name="offset">Bytes from the start of the BAR; a multiple of the register's width.</param>
    /// <param name="mask">The bits that matter; no wider than the register.</param>
    /// <param name="value">The value, within <paramref name="mask"/>.</param>
    public IrqUnclaimedAttribute(RegisterType type, byte bar, uint offset, ulong mask, ulong value)
        : base(type, bar, offset, mask, value)
    {
    }
}
