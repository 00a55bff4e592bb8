using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TopHalf;

/// <summary>Part of a region, in bytes from its start.</summary>
internal readonly record struct RegionArea(ulong Offset, ulong Length)
{
    public ulong End => Offset + Length;

    public bool Contains(ulong offset, int width) => offset >= Offset && offset < End && End - offset >= (ulong)width;
}

/// <summary>A region of a device as the kernel describes it: a BAR, or configuration space.</summary>
/// <param name="Index">The region's number; BAR n is region n.</param>
/// <param name="Flags">READ, WRITE, MMAP.</param>
/// <param name="Length">Bytes; 0 for a region that the device lacks.</param>
/// <param name="Offset">Where it begins in the device's file.</param>
/// <param name="SparseAreas">The only areas that may be mapped; null where the kernel names none.</param>
/// <param name="MsixMappable">Whether the page of the MSI-X table may be mapped too.</param>
internal sealed record VfioRegion(
    uint Index, uint Flags, ulong Length, ulong Offset, RegionArea[]? SparseAreas, bool MsixMappable)
{
    // A capability needs 8 bytes at least, so that more of them do not fit into what the kernel sends.
    private const int LargestInfo = 1 << 16;

    public bool CanMap => (Flags & VfioConstants.RegionMmap) != 0;

    /// <exception cref="PciDeviceException">The kernel does not describe the region.</exception>
    public static unsafe VfioRegion Read(VfioHandle handle, string device, uint index)
    {
        byte[] buffer = new byte[sizeof(VfioRegionInfo)];
        for (int attempt = 0; ; attempt++)
        {
            ref VfioRegionInfo info = ref Unsafe.As<byte, VfioRegionInfo>(ref MemoryMarshal.GetArrayDataReference(buffer));
            info.ArgSz = (uint)buffer.Length;
            info.Index = index;
            int result;
            fixed (byte* argument = buffer)
            {
                result = handle.Ioctl(VfioIoctl.DeviceGetRegionInfo, argument);
            }

            if (result < 0)
            {
                throw new PciDeviceException(
                    device,
                    "VFIO_DEVICE_GET_REGION_INFO",
                    -result,
                    $"The kernel does not describe region {index}.",
                    "look at the last lines of dmesg");
            }

            // Capabilities need more room than the first attempt gave: the kernel says how much.
            if (info.ArgSz > buffer.Length && info.ArgSz <= LargestInfo && attempt == 0)
            {
                buffer = new byte[info.ArgSz];
                continue;
            }

            return Parse(buffer);
        }
    }

    private static VfioRegion Parse(ReadOnlySpan<byte> buffer)
    {
        VfioRegionInfo info = MemoryMarshal.Read<VfioRegionInfo>(buffer);
        RegionArea[]? areas = null;
        bool mappable = false;
        uint at = (info.Flags & VfioConstants.RegionCapabilities) != 0 ? info.CapOffset : 0;
        while (at != 0 && Fits<VfioInfoCapHeader>(buffer, at))
        {
            VfioInfoCapHeader header = MemoryMarshal.Read<VfioInfoCapHeader>(buffer[(int)at..]);
            if (header.Id == VfioConstants.CapabilitySparseMmap && Fits<VfioRegionSparseMmap>(buffer, at))
            {
                areas = ParseAreas(buffer[(int)at..]);
            }

            mappable |= header.Id == VfioConstants.CapabilityMsixMappable;

            // A chain leads forward; one that did not would be read for ever.
            at = header.Next > at ? header.Next : 0;
        }

        return new VfioRegion(info.Index, info.Flags, info.Size, info.Offset, areas, mappable);
    }

    private static RegionArea[] ParseAreas(ReadOnlySpan<byte> capability)
    {
        VfioRegionSparseMmap sparse = MemoryMarshal.Read<VfioRegionSparseMmap>(capability);
        ReadOnlySpan<byte> rest = capability[Unsafe.SizeOf<VfioRegionSparseMmap>()..];
        int count = (int)Math.Min(sparse.AreaCount, (uint)(rest.Length / Unsafe.SizeOf<VfioSparseArea>()));
        var areas = new List<RegionArea>(count);
        foreach (VfioSparseArea area in MemoryMarshal.Cast<byte, VfioSparseArea>(rest)[..count])
        {
            if (area.Size > 0)
            {
                areas.Add(new RegionArea(area.Offset, area.Size));
            }
        }

        return [.. areas.OrderBy(static area => area.Offset)];
    }

    private static bool Fits<T>(ReadOnlySpan<byte> buffer, uint at) => at <= buffer.Length - Unsafe.SizeOf<T>();
}
