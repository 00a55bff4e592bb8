using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TopHalf;

/// <summary>The address space of a container, which the devices of its group share: memory is mapped into it for them.</summary>
/// <remarks>Any thread. A lock is held while addresses are chosen, and while the kernel is asked which there are.</remarks>
internal sealed unsafe class VfioIommu(VfioHost host, VfioHandle container)
{
    // A kernel before 5.4 does not say what is reserved; on a PC that is the window of interrupt messages.
    private static readonly IovaRange[] Unknown = [new(0, 0xFEDF_FFFF)];

    // A range has 16 bytes, so that more of them than any IOMMU has fit into it.
    private const int LargestInfo = 1 << 16;

    private readonly object _gate = new();
    private IovaSpace? _space;

    /// <summary>Makes memory and maps it. On failure nothing is left.</summary>
    /// <param name="device">For whom.</param>
    /// <param name="length">Bytes, above 0.</param>
    /// <param name="highest">The highest address that the device can form.</param>
    /// <returns>Where the process and where the device find it.</returns>
    public (nint Memory, ulong Address) Map(PciDevice device, ulong length, ulong highest)
    {
        var errors = new VfioDmaErrors(host, device.Name);
        ulong address;
        ulong whole;
        lock (_gate)
        {
            _space ??= ReadSpace(errors);
            whole = _space.RoundUp(length);
            address = _space.Take(whole, highest) ?? throw errors.NoAddress(length, highest);
        }

        nint memory = 0;
        try
        {
            memory = Allocate(whole, errors);
            Connect(memory, address, whole, errors);
            return (memory, address);
        }
        catch
        {
            if (memory != 0)
            {
                host.Kernel.Unmap(memory, (nuint)whole);
            }

            Give(address);
            throw;
        }
    }

    /// <summary>Takes a mapping back.</summary>
    public void Disconnect(ulong address, ulong length)
    {
        ulong whole = _space!.RoundUp(length);
        var request = new VfioDmaUnmap { ArgSz = (uint)sizeof(VfioDmaUnmap), Address = address, Size = whole };
        int result = container.Ioctl(VfioIoctl.IommuUnmapDma, &request);

        // Addresses that the kernel still has mapped are nobody else's.
        if (result >= 0 && request.Size == whole)
        {
            Give(address);
        }
    }

    /// <summary>Frees the memory of a mapping that was taken back, be it so in the kernel's eyes or not: of pages that it still has mapped it holds references.</summary>
    public void Release(nint memory, ulong length) => host.Kernel.Unmap(memory, (nuint)_space!.RoundUp(length));

    private void Give(ulong address)
    {
        lock (_gate)
        {
            _space!.Give(address);
        }
    }

    private nint Allocate(ulong length, VfioDmaErrors errors)
    {
        nint memory = host.Kernel.MapMemory((nuint)length);
        if (memory is < 0 and > -4096)
        {
            throw errors.NoMemory("mmap", (int)-memory, length);
        }

        // A forked child would share the pages, and a write after that give the process other ones than the device has.
        int result = host.Kernel.DoNotFork(memory, (nuint)length);
        if (result < 0)
        {
            host.Kernel.Unmap(memory, (nuint)length);
            throw errors.NoMemory("madvise", -result, length);
        }

        return memory;
    }

    private void Connect(nint memory, ulong address, ulong length, VfioDmaErrors errors)
    {
        var request = new VfioDmaMap
        {
            ArgSz = (uint)sizeof(VfioDmaMap),
            Flags = VfioConstants.DmaMapRead | VfioConstants.DmaMapWrite,
            Memory = (ulong)memory,
            Address = address,
            Size = length,
        };

        // The kernel brings in every page and pins it, as far as the process may lock memory: nothing touches them before, so that
        // what is too much is told and not taken from the machine.
        int result = container.Ioctl(VfioIoctl.IommuMapDma, &request);
        if (result < 0)
        {
            throw errors.NotMapped(-result, address, length);
        }
    }

    private IovaSpace ReadSpace(VfioDmaErrors errors)
    {
        byte[] buffer = new byte[sizeof(VfioIommuInfo)];
        for (int attempt = 0; ; attempt++)
        {
            ref VfioIommuInfo info = ref Unsafe.As<byte, VfioIommuInfo>(ref MemoryMarshal.GetArrayDataReference(buffer));
            info.ArgSz = (uint)buffer.Length;
            int result;
            fixed (byte* argument = buffer)
            {
                result = container.Ioctl(VfioIoctl.IommuGetInfo, argument);
            }

            if (result < 0)
            {
                throw errors.NoInfo(-result);
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

    private static IovaSpace Parse(ReadOnlySpan<byte> buffer)
    {
        VfioIommuInfo info = MemoryMarshal.Read<VfioIommuInfo>(buffer);
        IovaRange[] ranges = Unknown;
        uint at = (info.Flags & VfioConstants.IommuInfoCapabilities) != 0 ? info.CapOffset : 0;
        while (at != 0 && at <= buffer.Length - sizeof(VfioInfoCapHeader))
        {
            ReadOnlySpan<byte> capability = buffer[(int)at..];
            VfioInfoCapHeader header = MemoryMarshal.Read<VfioInfoCapHeader>(capability);
            if (header.Id == VfioConstants.CapabilityIovaRange && capability.Length >= sizeof(VfioIovaRanges))
            {
                ranges = ParseRanges(capability);
            }

            // A chain leads forward; one that did not would be read for ever.
            at = header.Next > at ? header.Next : 0;
        }

        // The smallest page of the IOMMU; memory of the process comes in its own pages, which may be larger.
        ulong page = (info.Flags & VfioConstants.IommuInfoPageSizes) != 0 && info.PageSizes != 0
            ? 1UL << BitOperations.TrailingZeroCount(info.PageSizes)
            : 0;
        return new IovaSpace(ranges, Math.Max(page, (ulong)Environment.SystemPageSize));
    }

    private static IovaRange[] ParseRanges(ReadOnlySpan<byte> capability)
    {
        VfioIovaRanges list = MemoryMarshal.Read<VfioIovaRanges>(capability);
        ReadOnlySpan<VfioIovaRange> all = MemoryMarshal.Cast<byte, VfioIovaRange>(capability[sizeof(VfioIovaRanges)..]);
        var ranges = new IovaRange[(int)Math.Min(list.Count, (uint)all.Length)];
        for (int i = 0; i < ranges.Length; i++)
        {
            ranges[i] = new IovaRange(all[i].Start, all[i].End);
        }

        return ranges;
    }
}
