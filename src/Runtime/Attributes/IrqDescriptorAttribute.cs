namespace TopHalf;

/// <summary>
/// A register access in the five fields that Alan Cox proposed for user-space drivers (linux-kernel, 11 March 2005): type,
/// BAR, offset, mask, value. What the access is for is its role, and each role is an attribute of its own.
/// On a method a descriptor is that handler's; on the class it is every handler's that has none in that role.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, Inherited = false)]
public abstract class IrqDescriptorAttribute : Attribute
{
    private protected IrqDescriptorAttribute(RegisterType type, byte bar, uint offset, ulong mask, ulong? value)
    {
        Type = type;
        Bar = bar;
        Offset = offset;
        Mask = mask;
        Value = value;
    }

    /// <summary>How the register is reached, and its width.</summary>
    public RegisterType Type { get; }

    /// <summary>The base address register, 0 to 5.</summary>
    public byte Bar { get; }

    /// <summary>Bytes from the start of the BAR; a multiple of the register's width.</summary>
    public uint Offset { get; }

    /// <summary>The bits that matter; no wider than the register.</summary>
    public ulong Mask { get; }

    /// <summary>The value, within <see cref="Mask"/>; null where none was given.</summary>
    public ulong? Value { get; }

    /// <summary>
    /// Bytes from the register of one source to that of the next: the register of <see cref="Interrupt.Index"/> n is at
    /// <see cref="Offset"/> + n * Stride. 0, the default, where all share one.
    /// </summary>
    public uint Stride { get; set; }

    /// <summary>
    /// Bits from those of one source to those of the next, in one register: <see cref="Mask"/> and <see cref="Value"/> of
    /// <see cref="Interrupt.Index"/> n are shifted left by n * BitStride. 0, the default, where all have the same bits.
    /// </summary>
    public int BitStride { get; set; }

    /// <summary>
    /// A member of the driver, by <c>nameof</c>: a field or property of type <see cref="uint"/> or <see cref="int"/> that is added
    /// to <see cref="Offset"/>. It is read once, when interrupts are enabled.
    /// </summary>
    public string? OffsetFrom { get; set; }

    /// <summary>The same for <see cref="Stride"/>, in its place.</summary>
    public string? StrideFrom { get; set; }

    /// <summary>
    /// The virtio structure that <see cref="Offset"/> counts from: where it is, and in which BAR, the card says in its capabilities.
    /// <see cref="Bar"/> is not used then and must be 0.
    /// </summary>
    public VirtioStructure Structure { get; set; }

    /// <summary>
    /// The register is reached through an address/data pair: <see cref="Offset"/> is that of the data register, and this is that of
    /// the address register, in the same BAR and of the same width; <see cref="OffsetFrom"/> and <see cref="Structure"/> move both.
    /// <see cref="Index"/> is written there before each access.
    /// </summary>
    /// <remarks>
    /// The two accesses belong together. Code of the driver that uses the pair as well must not do so on another thread while
    /// interrupts are enabled.
    /// </remarks>
    public uint IndexOffset { get; set; }

    /// <summary>What is written to the address register; see <see cref="IndexOffset"/>.</summary>
    public ulong Index { get; set; }

    /// <summary>What is added to <see cref="Index"/> from one source to the next.</summary>
    public ulong IndexStride { get; set; }
}
