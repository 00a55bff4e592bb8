namespace TopHalf;

/// <summary>
/// The ioctl requests of VFIO that are made here (linux/vfio.h). They encode no size: each structure says its own in argsz.
/// A number means one thing to a container, a group and a device each.
/// </summary>
internal static class VfioIoctl
{
    // _IO(';', 100 + n): the type in the second byte, no direction, no size.
    private const uint Base = ((uint)';' << 8) + 100;

    /// <summary>Container: VFIO_GET_API_VERSION. No argument; the version, which is 0.</summary>
    public const uint GetApiVersion = Base + 0;

    /// <summary>Container: VFIO_CHECK_EXTENSION. The argument itself is the IOMMU type; 1 if it is there.</summary>
    public const uint CheckExtension = Base + 1;

    /// <summary>Container: VFIO_SET_IOMMU. The argument itself is the IOMMU type.</summary>
    public const uint SetIommu = Base + 2;

    /// <summary>Group: VFIO_GROUP_GET_STATUS, with a <see cref="VfioGroupStatus"/>.</summary>
    public const uint GroupGetStatus = Base + 3;

    /// <summary>Group: VFIO_GROUP_SET_CONTAINER, with a pointer to the container's descriptor.</summary>
    public const uint GroupSetContainer = Base + 4;

    /// <summary>Group: VFIO_GROUP_GET_DEVICE_FD, with the address as text that a zero ends; the device's descriptor.</summary>
    public const uint GroupGetDeviceFd = Base + 6;

    /// <summary>Device: VFIO_DEVICE_GET_INFO, with a <see cref="VfioDeviceInfo"/>.</summary>
    public const uint DeviceGetInfo = Base + 7;

    /// <summary>Device: VFIO_DEVICE_GET_REGION_INFO, with a <see cref="VfioRegionInfo"/> and room for capabilities.</summary>
    public const uint DeviceGetRegionInfo = Base + 8;

    /// <summary>Device: VFIO_DEVICE_GET_IRQ_INFO, with a <see cref="VfioIrqInfo"/>.</summary>
    public const uint DeviceGetIrqInfo = Base + 9;

    /// <summary>
    /// Device: VFIO_DEVICE_SET_IRQS, with a <see cref="VfioIrqSet"/> and its data. A positive result is no success: it is how
    /// many vectors there are, and none was enabled.
    /// </summary>
    public const uint DeviceSetIrqs = Base + 10;

    /// <summary>Container: VFIO_IOMMU_GET_INFO, with a <see cref="VfioIommuInfo"/> and room for capabilities.</summary>
    public const uint IommuGetInfo = Base + 12;

    /// <summary>Container: VFIO_IOMMU_MAP_DMA, with a <see cref="VfioDmaMap"/>.</summary>
    public const uint IommuMapDma = Base + 13;

    /// <summary>Container: VFIO_IOMMU_UNMAP_DMA, with a <see cref="VfioDmaUnmap"/>, which takes the bytes that were unmapped.</summary>
    public const uint IommuUnmapDma = Base + 14;
}
