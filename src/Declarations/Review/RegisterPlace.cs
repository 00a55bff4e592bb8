namespace TopHalf.Declarations;

/// <summary>The bytes of a register.</summary>
/// <param name="Bar">The base address register that it is behind.</param>
/// <param name="Offset">Bytes from the start of the BAR.</param>
/// <param name="Bytes">How many bytes one access takes.</param>
public readonly record struct RegisterPlace(int Bar, ulong Offset, uint Bytes)
{
    /// <summary>The offset of the last byte; the highest there is for one that would lie beyond it.</summary>
    public ulong Last => Offset > ulong.MaxValue - Bytes ? ulong.MaxValue : Offset + Bytes - 1;

    /// <summary>Whether an access of one is an access of the other.</summary>
    public bool Overlaps(RegisterPlace other) => Bar == other.Bar && Offset <= other.Last && other.Offset <= Last;
}
