namespace TopHalf;

/// <summary>What VFIO tells of a device by eventfds of their own: that it is to be released, and that it has had an error.</summary>
/// <remarks>One thread at a time: a binding's start and its end.</remarks>
internal sealed class VfioEvents(VfioHandle handle, string device)
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

        int result = VfioIrqs.Set(handle, index, VfioConstants.IrqSetDataEventFd | VfioConstants.IrqSetActionTrigger, start: 0, count: 1, [eventFd.Number]);
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
            int result = VfioIrqs.Set(handle, index, VfioConstants.IrqSetDataNone | VfioConstants.IrqSetActionTrigger, start: 0, count: 0);
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
        int result = VfioIrqs.Describe(handle, index, out VfioIrqInfo info);
        return result switch
        {
            >= 0 => VfioIrqs.IsUsable(info),
            -Errno.EINVAL => false,
            _ => throw VfioIrqs.NotDescribed(device, index, result),
        };
    }

    private PciDeviceException Failed(int result, string problem, string remedy)
        => new(device, VfioIrqs.SetIrqs, Math.Max(0, -result), problem, remedy);
}
