using System.Runtime.InteropServices;

namespace TopHalf;

/// <summary>What VFIO tells of a device by eventfds of their own: that it is to be released, and that it has had an error.</summary>
/// <remarks>One thread at a time: a binding's start and its end.</remarks>
internal sealed unsafe class VfioEvents(VfioHandle handle, string device)
{
    private readonly List<uint> _connected = [];

    /// <summary>Connects an event, where the device has it.</summary>
    public void Connect(DeviceEvent which, EventFd eventFd)
    {
        uint index = which == DeviceEvent.Request ? VfioConstants.RequestIndex : VfioConstants.ErrorIndex;
        if (!Has(index))
        {
            return;
        }

        int result = Set(index, VfioConstants.IrqSetDataEventFd, count: 1, eventFd.Number);
        if (result != 0)
        {
            throw Failed(result, $"The device's event {which} cannot be connected.", "close whatever else has this device open");
        }

        _connected.Add(index);
    }

    /// <summary>Disconnects what is connected.</summary>
    public void Disconnect()
    {
        int worst = 0;
        foreach (uint index in _connected)
        {
            // EINVAL: not connected any more, which is what is asked for.
            int result = Set(index, VfioConstants.IrqSetDataNone, count: 0, number: -1);
            worst = result is 0 or -Errno.EINVAL ? worst : result;
        }

        _connected.Clear();
        if (worst != 0)
        {
            throw Failed(worst, "The device's events cannot be disconnected.", "close the device");
        }
    }

    // A function that is not PCI Express has no ERR, and the kernel says so by EINVAL.
    private bool Has(uint index)
    {
        var info = new VfioIrqInfo { ArgSz = (uint)sizeof(VfioIrqInfo), Index = index };
        int result = handle.Ioctl(VfioIoctl.DeviceGetIrqInfo, &info);
        return result switch
        {
            >= 0 => info.Count > 0 && (info.Flags & VfioConstants.IrqEventFd) != 0,
            -Errno.EINVAL => false,
            _ => throw new PciDeviceException(
                device, "VFIO_DEVICE_GET_IRQ_INFO", -result, $"The kernel does not describe irq index {index}.", "look at the last lines of dmesg"),
        };
    }

    private int Set(uint index, uint data, uint count, int number)
    {
        Span<byte> buffer = stackalloc byte[sizeof(VfioIrqSet) + sizeof(int)];
        var header = new VfioIrqSet
        {
            ArgSz = (uint)buffer.Length,
            Flags = data | VfioConstants.IrqSetActionTrigger,
            Index = index,
            Start = 0,
            Count = count,
        };
        MemoryMarshal.Write(buffer, in header);
        MemoryMarshal.Write(buffer[sizeof(VfioIrqSet)..], in number);
        fixed (byte* argument = buffer)
        {
            return handle.Ioctl(VfioIoctl.DeviceSetIrqs, argument);
        }
    }

    private PciDeviceException Failed(int result, string problem, string remedy)
        => new(device, "VFIO_DEVICE_SET_IRQS", Math.Max(0, -result), problem, remedy);
}
