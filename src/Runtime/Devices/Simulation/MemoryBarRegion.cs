using System.Diagnostics;

namespace TopHalf;

/// <summary>A BAR that is mapped memory from its first byte to its last: accessed as a mapped BAR of a card is.</summary>
internal sealed class MemoryBarRegion : BarRegion
{
    private const string AllMapped = "all of it is mapped: no access of a register that exists comes here";

    private readonly nint _address;

    /// <exception cref="PciDeviceException">It cannot be mapped.</exception>
    public MemoryBarRegion(string device, int index, SharedMemory memory)
        : base(device, index, memory.Length, isPort: false)
    {
        _address = memory.Map(device);
        Map(_address, Length);
    }

    [InterruptUnsafe(AllMapped)]
    internal override ulong SlowRead(ulong offset, int width) => throw new UnreachableException(AllMapped);

    [InterruptUnsafe(AllMapped)]
    internal override void SlowWrite(ulong offset, int width, ulong value) => throw new UnreachableException(AllMapped);

    private protected override RegisterLocation LocateSlow(ulong offset, int width) => throw new UnreachableException(AllMapped);

    private protected override void DisposeCore() => _ = SystemCall.Unmap(_address, (nuint)Length);
}
