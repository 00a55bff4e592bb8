namespace TopHalf;

/// <summary>
/// How the source is unmasked at the device: when interrupts are enabled, and after each run of the handler unless <see cref="Once"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class IrqEnableAttribute : IrqMaskAttribute
{
    /// <summary>Writes the mask: the rule of registers where a written 1 unmasks a source.</summary>
    /// <inheritdoc cref="IrqEnableAttribute(RegisterType, byte, uint, ulong, ulong)"/>
    public IrqEnableAttribute(RegisterType type, byte bar, uint offset, ulong mask)
        : base(type, bar, offset, mask, value: null)
    {
    }

    /// <summary>Writes the value.</summary>
    /// <param name="type">How the register is reached, and its width.</param>
    /// <param name="bar">The base address register, 0 to 5.</param>
    /// <param name="offset">Bytes from the start of the BAR; a multiple of the register's width.</param>
    /// <param name="mask">The bits that matter; no wider than the register.</param>
    /// <param name="value">The value, within <paramref name="mask"/>.</param>
    public IrqEnableAttribute(RegisterType type, byte bar, uint offset, ulong mask, ulong value)
        : base(type, bar, offset, mask, value)
    {
    }

    /// <summary>
    /// Executed when interrupts are enabled, and never after a handler: for a source that stays unmasked, or that
    /// <see cref="IrqDisableAttribute"/> masks until whoever serves it, the handler or a thread that it wakes, unmasks it by a write of its own.
    /// </summary>
    public bool Once { get; set; }
}
