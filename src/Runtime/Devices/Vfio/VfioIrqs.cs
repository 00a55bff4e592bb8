using System.Runtime.InteropServices;

namespace TopHalf;

/// <summary>The two calls by which VFIO tells of a device's interrupts and connects them.</summary>
internal static unsafe class VfioIrqs
{
    public const string GetInfo = "VFIO_DEVICE_GET_IRQ_INFO";
    public const string SetIrqs = "VFIO_DEVICE_SET_IRQS";

    /// <summary>What the kernel says of an irq index.</summary>
    /// <returns>The result of the call, or the negative errno.</returns>
    public static int Describe(VfioHandle handle, uint index, out VfioIrqInfo info)
    {
        VfioIrqInfo asked = new() { ArgSz = (uint)sizeof(VfioIrqInfo), Index = index };
        int result = handle.Ioctl(VfioIoctl.DeviceGetIrqInfo, &asked);
        info = asked;
        return result;
    }

    /// <summary>The error that an index cannot be described.</summary>
    public static PciDeviceException NotDescribed(string device, uint index, int result)
        => new(device, GetInfo, -result, $"The kernel does not describe irq index {index}.", "look at the last lines of dmesg");

    /// <summary>Interrupts of the index can be connected to eventfds.</summary>
    public static bool IsUsable(VfioIrqInfo info) => info.Count > 0 && (info.Flags & VfioConstants.IrqEventFd) != 0;

    /// <summary>Connects, disconnects, masks or fires.</summary>
    /// <param name="handle">The device.</param>
    /// <param name="index">The irq index.</param>
    /// <param name="flags">Kind of data, and action.</param>
    /// <param name="start">The first vector.</param>
    /// <param name="count">How many.</param>
    /// <param name="eventFds">A number for each, -1 for none; empty where the kind of data has none.</param>
    /// <returns>The result of the call, or the negative errno. A positive one is no success.</returns>
    public static int Set(VfioHandle handle, uint index, uint flags, uint start, uint count, ReadOnlySpan<int> eventFds = default)
    {
        // Header and descriptors in one piece, as the call wants it.
        byte[] buffer = new byte[sizeof(VfioIrqSet) + (sizeof(int) * eventFds.Length)];
        VfioIrqSet header = Header(index, flags, start, count) with { ArgSz = (uint)buffer.Length };
        MemoryMarshal.Write(buffer, in header);
        MemoryMarshal.AsBytes(eventFds).CopyTo(buffer.AsSpan(sizeof(VfioIrqSet)));
        fixed (byte* argument = buffer)
        {
            return handle.Ioctl(VfioIoctl.DeviceSetIrqs, argument);
        }
    }

    /// <summary>The argument of a call without data.</summary>
    public static VfioIrqSet Header(uint index, uint flags, uint start, uint count)
        => new() { ArgSz = (uint)sizeof(VfioIrqSet), Flags = flags, Index = index, Start = start, Count = count };
}
