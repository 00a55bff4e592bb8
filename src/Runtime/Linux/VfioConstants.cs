namespace TopHalf;

/// <summary>Constants of linux/vfio.h, by the names that they have there.</summary>
internal static class VfioConstants
{
    public const int ApiVersion = 0;

    /// <summary>VFIO_TYPE1_IOMMU.</summary>
    public const uint Type1Iommu = 1;

    /// <summary>VFIO_TYPE1v2_IOMMU: the same, with stricter unmapping; preferred.</summary>
    public const uint Type1V2Iommu = 3;

    /// <summary>VFIO_GROUP_FLAGS_VIABLE: no device of the group is bound to a kernel driver that does DMA.</summary>
    public const uint GroupViable = 1;

    /// <summary>VFIO_DEVICE_FLAGS_PCI.</summary>
    public const uint DevicePci = 2;

    /// <summary>VFIO_PCI_BAR0_REGION_INDEX; BAR n is region n.</summary>
    public const uint Bar0Region = 0;

    /// <summary>VFIO_PCI_CONFIG_REGION_INDEX.</summary>
    public const uint ConfigRegion = 7;

    /// <summary>VFIO_REGION_INFO_FLAG_READ.</summary>
    public const uint RegionRead = 1;

    /// <summary>VFIO_REGION_INFO_FLAG_WRITE.</summary>
    public const uint RegionWrite = 2;

    /// <summary>VFIO_REGION_INFO_FLAG_MMAP.</summary>
    public const uint RegionMmap = 4;

    /// <summary>VFIO_REGION_INFO_FLAG_CAPS.</summary>
    public const uint RegionCapabilities = 8;

    /// <summary>VFIO_REGION_INFO_CAP_SPARSE_MMAP: only the areas that it lists can be mapped.</summary>
    public const ushort CapabilitySparseMmap = 1;

    /// <summary>VFIO_REGION_INFO_CAP_MSIX_MAPPABLE: the page of the MSI-X table may be mapped.</summary>
    public const ushort CapabilityMsixMappable = 3;

    /// <summary>VFIO_PCI_INTX_IRQ_INDEX.</summary>
    public const uint IntxIndex = 0;

    /// <summary>VFIO_PCI_MSI_IRQ_INDEX.</summary>
    public const uint MsiIndex = 1;

    /// <summary>VFIO_PCI_MSIX_IRQ_INDEX.</summary>
    public const uint MsixIndex = 2;

    /// <summary>VFIO_PCI_ERR_IRQ_INDEX.</summary>
    public const uint ErrorIndex = 3;

    /// <summary>VFIO_PCI_REQ_IRQ_INDEX.</summary>
    public const uint RequestIndex = 4;

    /// <summary>VFIO_IRQ_INFO_EVENTFD: the index can signal eventfds.</summary>
    public const uint IrqEventFd = 1;

    /// <summary>VFIO_IRQ_INFO_NORESIZE.</summary>
    public const uint IrqNoResize = 8;

    /// <summary>VFIO_IRQ_SET_DATA_NONE.</summary>
    public const uint IrqSetDataNone = 1;

    /// <summary>VFIO_IRQ_SET_DATA_EVENTFD: an int per vector, -1 for none.</summary>
    public const uint IrqSetDataEventFd = 4;

    /// <summary>VFIO_IRQ_SET_ACTION_UNMASK.</summary>
    public const uint IrqSetActionUnmask = 0x10;

    /// <summary>VFIO_IRQ_SET_ACTION_TRIGGER.</summary>
    public const uint IrqSetActionTrigger = 0x20;

    /// <summary>VFIO_IOMMU_INFO_PGSIZES: the page sizes are filled in.</summary>
    public const uint IommuInfoPageSizes = 1;

    /// <summary>VFIO_IOMMU_INFO_CAPS.</summary>
    public const uint IommuInfoCapabilities = 2;

    /// <summary>VFIO_IOMMU_TYPE1_INFO_CAP_IOVA_RANGE: only the addresses that it lists can be mapped.</summary>
    public const ushort CapabilityIovaRange = 1;

    /// <summary>VFIO_DMA_MAP_FLAG_READ: the device may read.</summary>
    public const uint DmaMapRead = 1;

    /// <summary>VFIO_DMA_MAP_FLAG_WRITE.</summary>
    public const uint DmaMapWrite = 2;
}
