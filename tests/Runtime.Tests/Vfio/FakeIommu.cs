namespace TopHalf.Runtime.Tests.Vfio;

/// <summary>The address space of a container, by the rules of vfio_iommu_type1: whole pages, allowed addresses, nothing twice.</summary>
internal sealed unsafe class FakeIommu
{
    /// <summary>What may be mapped; null for a kernel that does not say so.</summary>
    public List<IovaRange>? Ranges { get; set; } = [new(0, 0xFEDF_FFFF), new(0xFEF0_0000, 0x7F_FFFF_FFFF)];

    public ulong PageSizes { get; set; } = ~0xFFFUL;

    /// <summary>Bytes that the process may lock.</summary>
    public ulong LockLimit { get; set; } = 8 << 20;

    public int EntryLimit { get; set; } = 65535;

    /// <summary>The device's address → the process's address, and bytes.</summary>
    public SortedDictionary<ulong, (ulong Memory, ulong Size)> Mappings { get; } = [];

    /// <summary>Where a device's access goes; fails the test where an IOMMU refuses it.</summary>
    public byte* Translate(ulong address)
    {
        foreach ((ulong first, (ulong memory, ulong size)) in Mappings)
        {
            if (address >= first && address - first < size)
            {
                return (byte*)memory + (address - first);
            }
        }

        throw new Xunit.Sdk.XunitException($"nothing is mapped at 0x{address:X}");
    }

    public int GetInfo(VfioIommuInfo* info)
    {
        const uint WithoutCapabilities = 16; // what the first kernels filled in
        if (info->ArgSz < WithoutCapabilities)
        {
            return -Errno.EINVAL;
        }

        uint room = info->ArgSz;
        info->Flags = VfioConstants.IommuInfoPageSizes;
        info->PageSizes = PageSizes;
        info->CapOffset = 0;
        if (Ranges is null)
        {
            return 0;
        }

        // A capability that this library does not know, then the ranges.
        uint size = (uint)(sizeof(VfioInfoCapHeader) + sizeof(VfioIovaRanges) + (sizeof(VfioIovaRange) * Ranges.Count));
        info->Flags |= VfioConstants.IommuInfoCapabilities;
        info->ArgSz = (uint)sizeof(VfioIommuInfo) + size;
        if (room < info->ArgSz)
        {
            return 0;
        }

        info->CapOffset = (uint)sizeof(VfioIommuInfo);
        var other = (VfioInfoCapHeader*)(info + 1);
        *other = new VfioInfoCapHeader { Id = 0x77, Next = (uint)(sizeof(VfioIommuInfo) + sizeof(VfioInfoCapHeader)) };
        var list = (VfioIovaRanges*)(other + 1);
        *list = new VfioIovaRanges { Header = new VfioInfoCapHeader { Id = VfioConstants.CapabilityIovaRange, Version = 1 }, Count = (uint)Ranges.Count };
        var ranges = (VfioIovaRange*)(list + 1);
        for (int i = 0; i < Ranges.Count; i++)
        {
            ranges[i] = new VfioIovaRange { Start = Ranges[i].First, End = Ranges[i].Last };
        }

        return 0;
    }

    /// <param name="map">The request.</param>
    /// <param name="memory">What the process has allocated.</param>
    public int Map(VfioDmaMap* map, Dictionary<nint, nuint> memory)
    {
        ulong last = map->Address + (map->Size - 1);
        ulong page = PageSizes & (~PageSizes + 1);
        bool whole = map->Size > 0 && ((map->Address | map->Size | map->Memory) & (page - 1)) == 0;
        if (map->ArgSz < sizeof(VfioDmaMap) || map->Flags is 0 or > 3 || !whole || Ranges?.Any(range => range.First <= map->Address && last <= range.Last) == false)
        {
            return -Errno.EINVAL;
        }

        Assert.Equal((nuint)map->Size, memory[(nint)map->Memory]);
        if (Mappings.Any(other => other.Key <= last && map->Address <= other.Key + (other.Value.Size - 1)))
        {
            return -Errno.EEXIST;
        }

        if (Mappings.Count == EntryLimit)
        {
            return -Errno.ENOSPC;
        }

        if ((ulong)Mappings.Sum(static mapping => (long)mapping.Value.Size) + map->Size > LockLimit)
        {
            return -Errno.ENOMEM;
        }

        // Pinning brings the pages in, as a write does.
        for (ulong at = 0; at < map->Size; at += page)
        {
            ((byte*)map->Memory)[at] = 0;
        }

        Mappings.Add(map->Address, (map->Memory, map->Size));
        return 0;
    }

    public int Unmap(VfioDmaUnmap* unmap)
    {
        if (unmap->ArgSz < sizeof(VfioDmaUnmap) || unmap->Flags != 0 || unmap->Size == 0)
        {
            return -Errno.EINVAL;
        }

        if (Mappings.TryGetValue(unmap->Address, out (ulong Memory, ulong Size) mapping) && mapping.Size == unmap->Size)
        {
            Mappings.Remove(unmap->Address);
            return 0;
        }

        unmap->Size = 0;
        return 0;
    }
}
