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
}
