namespace TopHalf;

/// <summary>One access to a register of a <see cref="SimulatedDevice"/>.</summary>
/// <param name="IsWrite">A write; otherwise a read.</param>
/// <param name="Bar">The base address register, 0 to 5.</param>
/// <param name="Offset">Bytes from the start of the BAR.</param>
/// <param name="Width">Bytes: 1, 2, 4 or 8.</param>
/// <param name="Value">What is written, or in a trace what was read.</param>
public readonly record struct RegisterAccess(bool IsWrite, int Bar, ulong Offset, int Width, ulong Value)
{
    /// <summary>As in a trace: <c>read32 0:0x24 = 0x00000001</c>.</summary>
    public override string ToString()
        => $"{(IsWrite ? "write" : "read")}{8 * Width} {Bar}:0x{Offset:X2} = {RegisterTypes.Format(Value, Width)}";
}
