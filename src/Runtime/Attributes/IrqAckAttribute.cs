namespace TopHalf;

/// <summary>How an interrupt is cleared at the device, before the handler unless <see cref="After"/>.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class IrqAckAttribute : IrqWriteAttribute
{
    /// <summary>Clears with the mask as the value, unless <see cref="Clear"/> says otherwise.</summary>
    /// <inheritdoc cref="IrqAckAttribute(RegisterType, byte, uint, ulong, ulong)"/>
    public IrqAckAttribute(RegisterType type, byte bar, uint offset, ulong mask)
        : base(type, bar, offset, mask, value: null)
    {
    }

    /// <summary>Clears with a value, as <see cref="Clear"/> says.</summary>
    /// <param name="type">How the register is reached, and its width.</param>
    /// <param name="bar">The base address register, 0 to 5.</param>
    /// <param name="offset">Bytes from the start of the BAR; a multiple of the register's width.</param>
    /// <param name="mask">The bits that matter; no wider than the register.</param>
    /// <param name="value">The value, within <paramref name="mask"/>.</param>
    public IrqAckAttribute(RegisterType type, byte bar, uint offset, ulong mask, ulong value)
        : base(type, bar, offset, mask, value)
    {
    }

    /// <summary>What is done to the register; <see cref="IrqClear.Constant"/> writes the value.</summary>
    public IrqClear Clear { get; set; }

    /// <summary>Clears after the handler instead of before it.</summary>
    public bool After { get; set; }
}
