namespace TopHalf.Runtime.Tests.Vfio;

/// <summary>What vfio-pci answers to a device's ioctls, by the rules of linux/vfio.h.</summary>
internal static unsafe class FakeVfioReplies
{
    private const uint Regions = 9;
    private const uint Irqs = 5;

    public static int DeviceInfo(FakeVfioDevice device, VfioDeviceInfo* info)
    {
        if (info->ArgSz < sizeof(VfioDeviceInfo))
        {
            return -Errno.EINVAL;
        }

        info->Flags = device.DeviceFlags;
        info->RegionCount = Regions;
        info->IrqCount = Irqs;
        return 0;
    }

    public static int RegionInfo(FakeVfioDevice device, VfioRegionInfo* info, int regionShift)
    {
        if (info->ArgSz < sizeof(VfioRegionInfo) || info->Index >= Regions)
        {
            return -Errno.EINVAL;
        }

        uint room = info->ArgSz;
        info->Offset = (ulong)info->Index << regionShift;
        info->CapOffset = 0;
        info->ArgSz = (uint)sizeof(VfioRegionInfo);
        device.Regions.TryGetValue(info->Index, out FakeRegion? region);
        info->Size = region?.Length ?? 0;
        info->Flags = region?.Flags ?? 0;
        byte[] capabilities = region is null ? [] : Capabilities(region);
        if (capabilities.Length == 0)
        {
            return 0;
        }

        info->Flags |= VfioConstants.RegionCapabilities;
        uint needed = (uint)(sizeof(VfioRegionInfo) + capabilities.Length);
        if (room < needed)
        {
            info->ArgSz = needed;
            return 0;
        }

        info->CapOffset = (uint)sizeof(VfioRegionInfo);
        capabilities.CopyTo(new Span<byte>((byte*)info + sizeof(VfioRegionInfo), capabilities.Length));
        return 0;
    }

    public static int IrqInfo(FakeVfioDevice device, VfioIrqInfo* info)
    {
        if (info->ArgSz < sizeof(VfioIrqInfo) || info->Index >= Irqs)
        {
            return -Errno.EINVAL;
        }

        info->Flags = device.IrqFlags;
        info->Count = device.Vectors.GetValueOrDefault(info->Index);
        return 0;
    }

    public static int SetIrqs(FakeVfioDevice device, VfioIrqSet* set)
    {
        uint vectors = device.Vectors.GetValueOrDefault(set->Index);
        bool eventFds = (set->Flags & VfioConstants.IrqSetDataEventFd) != 0;
        uint data = eventFds ? set->Count * sizeof(int) : 0;
        if (set->ArgSz < sizeof(VfioIrqSet) + data || set->Start >= vectors || set->Start + set->Count > vectors
            || (set->Flags & VfioConstants.IrqSetActionTrigger) == 0)
        {
            return -Errno.EINVAL;
        }

        if (set->Index is VfioConstants.ErrorIndex or VfioConstants.RequestIndex)
        {
            device.EventsConnected[set->Index] = eventFds ? *(int*)(set + 1) : -1;
            return 0;
        }

        return eventFds ? Enable(device, set) : set->Count == 0 ? Disable(device, set) : Fire(device, set);
    }

    private static int Enable(FakeVfioDevice device, VfioIrqSet* set)
    {
        uint end = set->Start + set->Count;
        bool isEnabled = device.EnabledIndex >= 0;
        bool canGrow = (device.IrqFlags & VfioConstants.IrqNoResize) == 0 && set->Index == VfioConstants.MsixIndex;
        if (isEnabled && (device.EnabledIndex != set->Index || (end > device.EventFds.Length && !canGrow)))
        {
            return -Errno.EINVAL;
        }

        // The first call allocates all up to its last vector, a later one only its own (drivers/vfio/pci/vfio_pci_intrs.c, 6.5).
        uint allocated = isEnabled ? device.VectorsAllocated + set->Count : end;
        if (allocated > device.VectorsAvailable)
        {
            return isEnabled ? -Errno.ENOSPC : (int)device.VectorsAvailable;
        }

        device.VectorsAllocated = allocated;
        int[] before = isEnabled ? device.EventFds : [];
        device.EventFds = [.. before, .. Enumerable.Repeat(-1, Math.Max(0, (int)end - before.Length))];
        new ReadOnlySpan<int>(set + 1, (int)set->Count).CopyTo(device.EventFds.AsSpan((int)set->Start));
        device.EnabledIndex = (int)set->Index;
        return 0;
    }

    private static int Disable(FakeVfioDevice device, VfioIrqSet* set)
    {
        if (device.EnabledIndex != set->Index)
        {
            return -Errno.EINVAL;
        }

        device.EventFds = [];
        device.VectorsAllocated = 0;
        device.EnabledIndex = -1;
        return 0;
    }

    private static int Fire(FakeVfioDevice device, VfioIrqSet* set)
    {
        if (device.EnabledIndex != set->Index)
        {
            return -Errno.EINVAL;
        }

        for (uint vector = set->Start; vector < set->Start + set->Count; vector++)
        {
            ulong one = 1;
            if (device.EventFds[vector] >= 0)
            {
                Assert.Equal(sizeof(ulong), SystemCall.Write(device.EventFds[vector], &one, sizeof(ulong)));
            }
        }

        return 0;
    }

    /// <summary>A capability that this library does not know, then those that the region has.</summary>
    private static byte[] Capabilities(FakeRegion region)
    {
        List<byte[]> capabilities = [];
        if (region.Sparse is { } areas)
        {
            byte[] sparse = new byte[sizeof(VfioRegionSparseMmap) + (sizeof(VfioSparseArea) * areas.Length)];
            fixed (byte* at = sparse)
            {
                ((VfioRegionSparseMmap*)at)->Header.Id = VfioConstants.CapabilitySparseMmap;
                ((VfioRegionSparseMmap*)at)->AreaCount = (uint)areas.Length;
                var list = (VfioSparseArea*)(at + sizeof(VfioRegionSparseMmap));
                for (int i = 0; i < areas.Length; i++)
                {
                    list[i] = new VfioSparseArea { Offset = areas[i].Offset, Size = areas[i].Length };
                }
            }

            capabilities.Add(sparse);
        }

        if (region.MsixMappable)
        {
            capabilities.Add([(byte)VfioConstants.CapabilityMsixMappable, 0, 1, 0, 0, 0, 0, 0]);
        }

        if (capabilities.Count == 0)
        {
            return [];
        }

        capabilities.Insert(0, [0x77, 0, 1, 0, 0, 0, 0, 0]);
        uint offset = (uint)sizeof(VfioRegionInfo);
        for (int i = 0; i < capabilities.Count - 1; i++)
        {
            offset += (uint)capabilities[i].Length;
            BitConverter.TryWriteBytes(capabilities[i].AsSpan(4), offset);
        }

        return [.. capabilities.SelectMany(bytes => bytes)];
    }
}
