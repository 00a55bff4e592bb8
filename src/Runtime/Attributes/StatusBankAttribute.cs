namespace TopHalf;

/// <summary>
/// A further status register, which the handler's <see cref="StatusBitsAttribute"/> lead to: it is read, its set bits are cleared,
/// and the handler is called for each of them with its number as <see cref="Interrupt.Index"/>. Several on one method are read in
/// their order; <see cref="First"/> numbers them through.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class StatusBankAttribute : IrqDescriptorAttribute
{
    /// <summary>A register whose bits under the mask are sources.</summary>
    /// <param name="type">How the register is reached, and its width.</param>
    /// <param name="bar">The base address register, 0 to 5.</param>
    /// <param name="offset">Bytes from the start of the BAR; a multiple of the register's width.</param>
    /// <param name="mask">The bits that are sources: the bound of what one interrupt can lead to.</param>
    public StatusBankAttribute(RegisterType type, byte bar, uint offset, ulong mask)
        : base(type, bar, offset, mask, value: null)
    {
    }

    /// <summary>The index of the lowest bit of the mask.</summary>
    public int First { get; set; }

    /// <summary>
    /// Calls the handler once for the register, with its value as <see cref="Interrupt.Status"/>, instead of once for each bit.
    /// </summary>
    public bool Whole { get; set; }

    /// <summary>How the set bits are cleared, before the handler; by default they are written back to the register.</summary>
    public BankClear Clear { get; set; }

    /// <summary>Where they are written back with <see cref="BankClear.EchoTo"/>, which needs it; 0 is a register too.</summary>
    public uint ClearOffset { get; set; }
}
