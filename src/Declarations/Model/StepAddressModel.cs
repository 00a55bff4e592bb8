namespace TopHalf.Declarations;

/// <summary>How a register and its bits are found, where they are not simply at an offset; the fields of the runtime's <c>StepAddress</c>, in its order.</summary>
public sealed record StepAddressModel(
    uint Stride = 0,
    string? OffsetFrom = null,
    string? StrideFrom = null,
    VirtioStructure Structure = VirtioStructure.None,
    uint? IndexOffset = null,
    ulong Index = 0,
    ulong IndexStride = 0,
    int BitStride = 0)
{
    /// <summary>The register of one source, or its bits in there, are others than those of the next.</summary>
    public bool HasStride => Stride != 0 || StrideFrom is not null || IndexStride != 0 || BitStride != 0;

    /// <summary>The argument that says so, for people.</summary>
    public string StrideArgument => Stride != 0 ? nameof(Stride)
        : StrideFrom is not null ? nameof(StrideFrom)
        : IndexStride != 0 ? nameof(IndexStride)
        : nameof(BitStride);

    /// <summary>Something of it is known only when the driver is bound to a device.</summary>
    public bool IsOpen => OffsetFrom is not null || StrideFrom is not null || Structure != VirtioStructure.None;

    /// <summary>The names of the driver's members that it takes.</summary>
    public IEnumerable<string> Members => new[] { OffsetFrom, StrideFrom }.OfType<string>();
}
