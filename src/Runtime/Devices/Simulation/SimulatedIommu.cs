using System.Runtime.InteropServices;

namespace TopHalf;

/// <summary>The memory that a simulated device reaches: the buffers of its driver, by the device's addresses, and nothing else.</summary>
/// <remarks>Any thread. One lock orders accesses and changes: a buffer is not freed under an access.</remarks>
internal sealed unsafe class SimulatedIommu(SimulatedDevice device)
{
    private const int PageSize = 4096;

    // A PC's: 48 bits of addresses, without the window of interrupt messages.
    private static readonly IovaRange[] Ranges = [new(0, 0xFEDF_FFFF), new(0xFEF0_0000, 0xFFFF_FFFF_FFFF)];

    private readonly object _gate = new();
    private readonly IovaSpace _space = new(Ranges, PageSize);
    private readonly SortedList<ulong, DmaBuffer> _buffers = [];

    /// <exception cref="PciDeviceException">There is no memory, or no address.</exception>
    public DmaBuffer Map(PciDevice owner, ulong length, ulong highest)
    {
        lock (_gate)
        {
            // A page stays free behind each, so that who writes too far hits no other buffer.
            ulong whole = _space.RoundUp(length);
            ulong address = _space.Take(whole + PageSize, highest) ?? throw Refused("No addresses are free for it.");
            void* memory;
            try
            {
                memory = NativeMemory.AlignedAlloc((nuint)whole, PageSize);
            }
            catch (OutOfMemoryException)
            {
                _space.Give(address);
                throw Refused("There is no memory for it.");
            }

            NativeMemory.Clear(memory, (nuint)whole);
            var buffer = new DmaBuffer(owner, (nint)memory, address, length);
            _buffers.Add(address, buffer);
            return buffer;
        }

        PciDeviceException Refused(string problem)
            => new(device.Name, $"allocation of a DMA buffer of {length:#,0} bytes", Errno.ENOMEM, problem, "free others, or allocate a smaller one");
    }

    public void Disconnect(DmaBuffer buffer)
    {
        lock (_gate)
        {
            _buffers.Remove(buffer.Address);
            _space.Give(buffer.Address);
        }
    }

    /// <summary>Frees the memory of a buffer that is disconnected.</summary>
    public static void Release(DmaBuffer buffer) => NativeMemory.AlignedFree((void*)buffer.Mapping);

    /// <returns>
    /// False where the access goes nowhere. Looked at under the lock: bus mastering is off before buffers are disconnected, so that no
    /// access that came in time finds its buffer gone.
    /// </returns>
    /// <exception cref="PciDeviceException">Part of it lies outside of all buffers.</exception>
    public bool Read(ulong address, Span<byte> destination)
    {
        lock (_gate)
        {
            if (!device.ReachesMemory)
            {
                return false;
            }

            new ReadOnlySpan<byte>(Find(address, destination.Length, "read"), destination.Length).CopyTo(destination);
            return true;
        }
    }

    /// <inheritdoc cref="Read"/>
    public bool Write(ulong address, ReadOnlySpan<byte> source)
    {
        // The lock's end publishes the bytes: two writes of a device are seen in their order.
        lock (_gate)
        {
            if (!device.ReachesMemory)
            {
                return false;
            }

            source.CopyTo(new Span<byte>(Find(address, source.Length, "write"), source.Length));
            return true;
        }
    }

    private byte* Find(ulong address, int length, string access)
    {
        int i = IndexBelow(address);
        if (i >= 0)
        {
            DmaBuffer buffer = _buffers.Values[i];
            ulong offset = address - buffer.Address;
            if (offset <= (ulong)buffer.Length && (ulong)length <= (ulong)buffer.Length - offset)
            {
                return (byte*)buffer.Mapping + offset;
            }
        }

        throw new PciDeviceException(
            device.Name,
            $"DMA {access}",
            Errno.EFAULT,
            $"The device addresses {length:#,0} bytes at 0x{address:X}, which no DMA buffer of its driver has: an IOMMU refuses that.",
            "look at the addresses and lengths that the driver told the device, and at what it freed before the device was done");
    }

    /// <summary>The buffer that begins at an address, or as the last one before it; -1 for none.</summary>
    private int IndexBelow(ulong address)
    {
        int low = 0;
        int high = _buffers.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_buffers.Keys[middle] <= address)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low - 1;
    }
}
