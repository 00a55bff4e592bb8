using System.Buffers.Binary;

namespace TopHalf;

/// <summary>A BAR through its file in sysfs: memory is mapped whole, I/O ports are read and written.</summary>
internal sealed unsafe class UioBarRegion : BarRegion
{
    private const string NotMapped = "I/O ports are reached by a system call, and a card that does not answer is an error that must be told";

    private readonly VfioHandle _file;
    private nint _mapping;
    private nuint _mappedLength;

    private UioBarRegion(VfioHandle file, string device, int index, PciResource resource)
        : base(device, index, resource.Length, resource.IsPort) => _file = file;

    /// <param name="file">Its file; belongs to the region from then on.</param>
    /// <param name="device">The device's name.</param>
    /// <param name="index">The BAR.</param>
    /// <param name="resource">Where and how long it is.</param>
    /// <exception cref="PciDeviceException">It cannot be mapped; the file is closed.</exception>
    public static UioBarRegion Open(VfioHandle file, string device, int index, PciResource resource)
    {
        var bar = new UioBarRegion(file, device, index, resource);
        try
        {
            if (!resource.IsPort)
            {
                bar.MapMemory(resource);
            }

            return bar;
        }
        catch
        {
            bar.Dispose();
            throw;
        }
    }

    public override bool Reaches(ulong offset, int width) => !IsPort || width <= sizeof(uint);

    [InterruptUnsafe(NotMapped)]
    internal override ulong SlowRead(ulong offset, int width)
    {
        Span<byte> buffer = stackalloc byte[sizeof(ulong)];
        buffer.Clear();
        int result = _file.ReadAt(buffer[..width], offset);
        return result == width ? BinaryPrimitives.ReadUInt64LittleEndian(buffer) : throw AccessFailed("pread", offset, width, result);
    }

    [InterruptUnsafe(NotMapped)]
    internal override void SlowWrite(ulong offset, int width, ulong value)
    {
        Span<byte> buffer = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(buffer, value);
        int result = _file.WriteAt(buffer[..width], offset);
        if (result != width)
        {
            throw AccessFailed("pwrite", offset, width, result);
        }
    }

    private protected override RegisterLocation LocateSlow(ulong offset, int width) => _file.Locate(offset, width);

    private protected override void DisposeCore()
    {
        if (_mapping != 0)
        {
            _file.Unmap(_mapping, _mappedLength);
        }

        _file.Dispose();
    }

    // The kernel maps whole pages, from the one in which a small BAR begins.
    private void MapMemory(PciResource resource)
    {
        ulong skipped = resource.Start % (ulong)Environment.SystemPageSize;
        nuint length = (nuint)(skipped + resource.Length);
        nint address = _file.Map(0, length, LinuxConstants.ProtectionRead | LinuxConstants.ProtectionWrite);
        if (address is < 0 and > -4096)
        {
            throw new PciDeviceException(
                Device,
                "mmap",
                (int)-address,
                $"BAR {Index} of {resource.Length:#,0} bytes cannot be mapped.",
                (int)-address == Errno.EPERM
                    ? "the kernel is locked down (Secure Boot), and gives registers to no program; use vfio-pci and VfioDevice"
                    : "look at the last lines of dmesg");
        }

        (_mapping, _mappedLength) = (address, length);
        Map(address + (nint)skipped, resource.Length);
    }

    private PciDeviceException AccessFailed(string call, ulong offset, int width, int result)
        => new(
            Device,
            call,
            Math.Max(0, -result),
            $"The {8 * width} bits at 0x{offset:X} of BAR {Index} do not answer.",
            $"see whether the device is still there (lspci -s {Device}; dmesg)");
}
