using System.Runtime.InteropServices;

namespace TopHalf;

// The structures of linux/vfio.h, as far as every kernel knows them. ArgSz, the bytes that the caller has room for, comes first
// in each; a kernel with more to say answers with the size that it would need.

/// <summary>struct vfio_group_status.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct VfioGroupStatus
{
    public uint ArgSz;
    public uint Flags;
}

/// <summary>struct vfio_device_info, without the capabilities that came later.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct VfioDeviceInfo
{
    public uint ArgSz;
    public uint Flags;

    /// <summary>Highest region index + 1.</summary>
    public uint RegionCount;

    /// <summary>Highest irq index + 1.</summary>
    public uint IrqCount;
}

/// <summary>struct vfio_region_info. Its capabilities follow it.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct VfioRegionInfo
{
    public uint ArgSz;
    public uint Flags;
    public uint Index;

    /// <summary>Where the first capability is, from the start of this structure; 0 for none.</summary>
    public uint CapOffset;

    /// <summary>Bytes.</summary>
    public ulong Size;

    /// <summary>Where the region begins in the device's file.</summary>
    public ulong Offset;
}

/// <summary>struct vfio_info_cap_header.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct VfioInfoCapHeader
{
    public ushort Id;
    public ushort Version;

    /// <summary>Where the next one is, from the start of the info structure; 0 for none.</summary>
    public uint Next;
}

/// <summary>struct vfio_region_info_cap_sparse_mmap; its areas follow it.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct VfioRegionSparseMmap
{
    public VfioInfoCapHeader Header;
    public uint AreaCount;
    public uint Reserved;
}

/// <summary>struct vfio_region_sparse_mmap_area.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct VfioSparseArea
{
    /// <summary>From the start of the region.</summary>
    public ulong Offset;

    /// <summary>Bytes.</summary>
    public ulong Size;
}

/// <summary>struct vfio_irq_info.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct VfioIrqInfo
{
    public uint ArgSz;
    public uint Flags;
    public uint Index;

    /// <summary>How many vectors the index has.</summary>
    public uint Count;
}

/// <summary>struct vfio_irq_set; its data follow it.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct VfioIrqSet
{
    public uint ArgSz;
    public uint Flags;
    public uint Index;

    /// <summary>The first vector that is meant.</summary>
    public uint Start;

    /// <summary>How many are meant; 0 with no data disables the index.</summary>
    public uint Count;
}

/// <summary>struct vfio_iommu_type1_info. Its capabilities follow it.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct VfioIommuInfo
{
    public uint ArgSz;
    public uint Flags;

    /// <summary>Bit n: pages of 2ⁿ bytes.</summary>
    public ulong PageSizes;

    /// <summary>Where the first capability is, from the start of this structure; 0 for none. Kernels before 5.4 do not fill it in.</summary>
    public uint CapOffset;
    public uint Pad;
}

/// <summary>struct vfio_iommu_type1_info_cap_iova_range; its ranges follow it.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct VfioIovaRanges
{
    public VfioInfoCapHeader Header;
    public uint Count;
    public uint Reserved;
}

/// <summary>struct vfio_iova_range.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct VfioIovaRange
{
    public ulong Start;

    /// <summary>The last address, and not the one behind it.</summary>
    public ulong End;
}

/// <summary>struct vfio_iommu_type1_dma_map.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct VfioDmaMap
{
    public uint ArgSz;
    public uint Flags;

    /// <summary>Where the memory is in the process.</summary>
    public ulong Memory;

    /// <summary>Where the device finds it.</summary>
    public ulong Address;

    /// <summary>Bytes.</summary>
    public ulong Size;
}

/// <summary>struct vfio_iommu_type1_dma_unmap, without the bitmap that may follow it.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct VfioDmaUnmap
{
    public uint ArgSz;
    public uint Flags;
    public ulong Address;

    /// <summary>Bytes; after the call, how many were mapped.</summary>
    public ulong Size;
}
