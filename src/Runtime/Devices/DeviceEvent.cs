namespace TopHalf;

/// <summary>What a device's kernel tells of the device itself; the values are the vectors of <see cref="DeviceWatch"/>'s receiver.</summary>
internal enum DeviceEvent
{
    /// <summary>The device is to be released. VFIO signals it when it is unbound, again and again until it is closed.</summary>
    Request,

    /// <summary>An error that the kernel cannot mend. Only PCI Express functions have it.</summary>
    Error,
}
