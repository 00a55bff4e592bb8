using System.Buffers.Binary;

namespace TopHalf;

/// <summary>
/// A BAR of a VFIO device: mapped where the kernel allows it. What begins at offset 0 is the window that <see cref="Bar"/>
/// reaches by itself; other mapped areas and what cannot be mapped are reached here.
/// </summary>
internal sealed unsafe class VfioBarRegion : BarRegion
{
    // Most kernels make two accesses of 32 bits from one of 64 through the file, in silence, where a device may count them.
    private const int LargestFileAccess = sizeof(uint);

    private const string NotMapped = "what cannot be mapped (I/O ports, the page of the MSI-X table) is reached by a system call alone, "
        + "and a card that does not answer is an error that must be told";

    private readonly VfioHandle _handle;
    private readonly VfioRegion _region;
    private readonly List<(RegionArea Area, nint Address)> _mappings = [];

    private VfioBarRegion(VfioHandle handle, string device, VfioRegion region, bool isPort)
        : base(device, (int)region.Index, region.Length, isPort)
    {
        _handle = handle;
        _region = region;
    }

    /// <param name="handle">The device.</param>
    /// <param name="device">Its name.</param>
    /// <param name="region">The BAR.</param>
    /// <param name="areas">What to map of it.</param>
    /// <param name="isPort">Whether it is one of I/O ports.</param>
    /// <exception cref="PciDeviceException">An area cannot be mapped.</exception>
    public static VfioBarRegion Open(VfioHandle handle, string device, VfioRegion region, List<RegionArea> areas, bool isPort)
    {
        var bar = new VfioBarRegion(handle, device, region, isPort);
        try
        {
            areas.ForEach(bar.MapArea);
        }
        catch
        {
            bar.Dispose();
            throw;
        }

        if (bar._mappings is [((0, ulong length), nint window), ..])
        {
            bar.Map(window, length);
        }

        return bar;
    }

    public override bool Reaches(ulong offset, int width) => width <= LargestFileAccess || FindMapped(offset, width) is not null;

    [InterruptUnsafe(NotMapped)]
    internal override ulong SlowRead(ulong offset, int width)
    {
        byte* address = FindMapped(offset, width);
        if (address is not null)
        {
            return width switch
            {
                1 => MappedRegister.Read8(address),
                2 => MappedRegister.Read16(address),
                4 => MappedRegister.Read32(address),
                _ => MappedRegister.Read64(address),
            };
        }

        ThrowIfSplit(offset, width);
        Span<byte> buffer = stackalloc byte[LargestFileAccess];
        buffer.Clear();
        int result = _handle.ReadAt(buffer[..width], _region.Offset + offset);
        return result == width
            ? BinaryPrimitives.ReadUInt32LittleEndian(buffer)
            : throw AccessFailed("pread", offset, width, result);
    }

    [InterruptUnsafe(NotMapped)]
    internal override void SlowWrite(ulong offset, int width, ulong value)
    {
        byte* address = FindMapped(offset, width);
        if (address is not null)
        {
            switch (width)
            {
                case 1:
                    MappedRegister.Write8(address, (byte)value);
                    break;
                case 2:
                    MappedRegister.Write16(address, (ushort)value);
                    break;
                case 4:
                    MappedRegister.Write32(address, (uint)value);
                    break;
                default:
                    MappedRegister.Write64(address, value);
                    break;
            }

            return;
        }

        ThrowIfSplit(offset, width);
        Span<byte> buffer = stackalloc byte[LargestFileAccess];
        BinaryPrimitives.WriteUInt32LittleEndian(buffer, (uint)value);
        int result = _handle.WriteAt(buffer[..width], _region.Offset + offset);
        if (result != width)
        {
            throw AccessFailed("pwrite", offset, width, result);
        }
    }

    private protected override RegisterLocation LocateSlow(ulong offset, int width)
    {
        byte* address = FindMapped(offset, width);
        return address is not null
            ? RegisterLocation.InMemory(address, width)
            : _handle.Locate(_region.Offset + offset, width);
    }

    private protected override void DisposeCore()
    {
        foreach ((RegionArea area, nint address) in _mappings)
        {
            _handle.Unmap(address, (nuint)area.Length);
        }

        _mappings.Clear();
    }

    private void MapArea(RegionArea area)
    {
        int protection = ((_region.Flags & VfioConstants.RegionRead) != 0 ? LinuxConstants.ProtectionRead : 0)
            | ((_region.Flags & VfioConstants.RegionWrite) != 0 ? LinuxConstants.ProtectionWrite : 0);
        nint address = _handle.Map(_region.Offset + area.Offset, (nuint)area.Length, protection);
        if (address is < 0 and > -4096)
        {
            throw new PciDeviceException(
                Device,
                "mmap",
                (int)-address,
                $"{area.Length:#,0} bytes at 0x{area.Offset:X} of BAR {Index} cannot be mapped.",
                (int)-address == Errno.ENOMEM ? "raise 'ulimit -v' or free some memory" : "look at the last lines of dmesg");
        }

        _mappings.Add((area, address));
    }

    private byte* FindMapped(ulong offset, int width)
    {
        foreach ((RegionArea area, nint address) in _mappings)
        {
            if (area.Contains(offset, width))
            {
                return (byte*)address + (offset - area.Offset);
            }
        }

        return null;
    }

    private void ThrowIfSplit(ulong offset, int width)
    {
        if (width > LargestFileAccess)
        {
            throw new NotSupportedException(
                $"{Device}: BAR {Index}: the register at 0x{offset:X} cannot be mapped, and the kernel would split an access of " +
                "64 bits. Make two of 32 bits, in the order that the device's manual gives.");
        }
    }

    private PciDeviceException AccessFailed(string call, ulong offset, int width, int result)
        => new(
            Device,
            call,
            Math.Max(0, -result),
            result < 0
                ? $"The {8 * width} bits at 0x{offset:X} of BAR {Index} do not answer."
                : $"Of the {8 * width} bits at 0x{offset:X} of BAR {Index} only {8 * result} came through.",
            $"see whether the device is still there (lspci -s {Device}; dmesg), and whether its command register (COMMAND in " +
            "configuration space) has memory and I/O decoding on");
}
