namespace TopHalf;

/// <summary>How the register of a step, and its bits in there, are found, where they are not simply at an offset of a BAR.</summary>
/// <param name="Stride">Bytes from the register of one index to that of the next.</param>
/// <param name="OffsetFrom">The driver's member whose value is added to the offset when the driver is bound.</param>
/// <param name="StrideFrom">The driver's member whose value is the stride.</param>
/// <param name="Structure">The virtio structure whose BAR and place the capabilities of the device tell.</param>
/// <param name="IndexOffset">
/// The offset of the address register of an address/data pair, in the same BAR and of the same width; null where there is none.
/// </param>
/// <param name="Index">What is written there before each access.</param>
/// <param name="IndexStride">What is added to that from one index to the next.</param>
/// <param name="BitStride">Bits from those of one index to those of the next: mask and value of index n are shifted left by n times as much.</param>
public sealed record StepAddress(
    uint Stride = 0,
    string? OffsetFrom = null,
    string? StrideFrom = null,
    VirtioStructure Structure = VirtioStructure.None,
    uint? IndexOffset = null,
    ulong Index = 0,
    ulong IndexStride = 0,
    int BitStride = 0)
{
    /// <summary>Something of it is known only when the driver is bound to a device.</summary>
    internal bool IsOpen => OffsetFrom is not null || StrideFrom is not null || Structure != VirtioStructure.None;

    /// <summary>The address for one index; null where it is a plain one.</summary>
    internal StepAddress? At(int index)
        => IndexOffset is null ? null : new StepAddress(IndexOffset: IndexOffset, Index: Index + ((ulong)index * IndexStride));
}
