using System.Runtime.InteropServices;

namespace TopHalf.Runtime.Tests.Vfio;

/// <summary>
/// A kernel with VFIO: as strict as the real one about order and sizes, able to fail at any call, and counting what is open.
/// </summary>
internal sealed unsafe class FakeVfioKernel(VfioPaths paths) : IVfioKernel, IDisposable
{
    private const int FirstDescriptor = 1000;
    private const int RegionShift = 40; // as vfio-pci places its regions in the device's file

    private readonly Dictionary<int, object> _files = []; // descriptor → "container", "group", or a FakeVfioDevice
    private readonly Dictionary<nint, nuint> _mappings = [];
    private readonly Dictionary<nint, nuint> _memory = [];
    private int _next = FirstDescriptor;
    private bool _groupInContainer;
    private bool _iommuSet;

    public Dictionary<string, FakeVfioDevice> Devices { get; } = [];

    public bool Viable { get; set; } = true;

    public int ApiVersion { get; set; }

    public List<uint> IommuTypes { get; } = [VfioConstants.Type1Iommu, VfioConstants.Type1V2Iommu];

    public uint IommuType { get; private set; }

    /// <summary>The calls so far, by name; also those that failed.</summary>
    public List<string> Calls { get; } = [];

    /// <summary>Answers instead of the kernel: given the call's number and name, an errno, or 0 to let the call happen.</summary>
    public Func<int, string, int>? Fault { get; set; }

    public int OpenFiles => _files.Count;

    public int OpenMappings => _mappings.Count;

    /// <summary>What the devices of the container reach.</summary>
    public FakeIommu Iommu { get; } = new();

    public void AssertNothingIsOpen()
    {
        Assert.Empty(_files);
        Assert.Empty(_mappings);
        Assert.Empty(_memory);
        Assert.Empty(Iommu.Mappings);
    }

    public int Open(string path)
    {
        bool isGroup = path != paths.Container;
        if (Fails($"open {(isGroup ? "group" : "container")}") is var errno and > 0)
        {
            return -errno;
        }

        return !File.Exists(path) ? -Errno.ENOENT
            : isGroup && _files.ContainsValue("group") ? -Errno.EBUSY
            : Add(isGroup ? "group" : "container");
    }

    public void Close(int fd)
    {
        // A real close may answer an error, and closes all the same.
        _ = Fails("close");
        Assert.True(_files.Remove(fd, out object? file), $"descriptor {fd} was closed twice");
        if (file is "group")
        {
            _groupInContainer = false;
            _iommuSet = false;
        }
        else if (file is "container")
        {
            Iommu.Mappings.Clear(); // as the kernel does
        }
        else if (file is FakeVfioDevice device)
        {
            // The kernel disables what is still enabled, and lets go of its eventfds.
            device.EnabledIndex = -1;
            device.EventFds = [];
        }
    }

    public int Ioctl(int fd, uint request, void* argument)
    {
        Assert.True(_files.TryGetValue(fd, out object? file), $"an ioctl of descriptor {fd}, which is not open");
        return Fails(Name(request)) is var errno and > 0
            ? -errno
            : (file, request) switch
            {
                ("container", VfioIoctl.GetApiVersion) => ApiVersion,
                ("container", VfioIoctl.CheckExtension) => IommuTypes.Contains((uint)argument) ? 1 : 0,
                ("container", VfioIoctl.SetIommu) => SetIommu((uint)argument),
                ("container", VfioIoctl.IommuGetInfo) when _iommuSet => Iommu.GetInfo((VfioIommuInfo*)argument),
                ("container", VfioIoctl.IommuMapDma) when _iommuSet => Iommu.Map((VfioDmaMap*)argument, _memory),
                ("container", VfioIoctl.IommuUnmapDma) when _iommuSet => Iommu.Unmap((VfioDmaUnmap*)argument),
                ("group", VfioIoctl.GroupGetStatus) => GroupStatus((VfioGroupStatus*)argument),
                ("group", VfioIoctl.GroupSetContainer) => SetContainer(*(int*)argument),
                ("group", VfioIoctl.GroupGetDeviceFd) => OpenDevice(Marshal.PtrToStringUTF8((nint)argument)!),
                (FakeVfioDevice device, VfioIoctl.DeviceGetInfo) => FakeVfioReplies.DeviceInfo(device, (VfioDeviceInfo*)argument),
                (FakeVfioDevice device, VfioIoctl.DeviceGetRegionInfo) => FakeVfioReplies.RegionInfo(device, (VfioRegionInfo*)argument, RegionShift),
                (FakeVfioDevice device, VfioIoctl.DeviceGetIrqInfo) => FakeVfioReplies.IrqInfo(device, (VfioIrqInfo*)argument),
                (FakeVfioDevice device, VfioIoctl.DeviceSetIrqs) => FakeVfioReplies.SetIrqs(device, (VfioIrqSet*)argument),
                _ => -Errno.ENOTTY,
            };
    }

    public nint Map(int fd, ulong offset, nuint length, int protection)
    {
        if (Fails("mmap") is var errno and > 0)
        {
            return -errno;
        }

        (FakeRegion? region, ulong at) = Find(fd, offset);
        bool allowed = region is not null && (region.Flags & VfioConstants.RegionMmap) != 0 && at + length <= region.Length
            && at % (ulong)Environment.SystemPageSize == 0
            && (region.Sparse is null || region.Sparse.Any(area => area.Offset <= at && at + length <= area.End));
        if (!allowed)
        {
            return -Errno.EINVAL;
        }

        nint address = SystemCall.Map(region!.Descriptor, at, length, protection);
        Assert.False(address is < 0 and > -4096, "the region cannot be mapped");
        _mappings.Add(address, length);
        return address;
    }

    public void Unmap(nint address, nuint length)
    {
        _ = Fails("munmap");
        Assert.True(_mappings.Remove(address, out nuint mapped) || _memory.Remove(address, out mapped), "a mapping was taken back twice");
        Assert.Equal(mapped, length);
        Assert.Equal(0, SystemCall.Unmap(address, length));
    }

    public nint MapMemory(nuint length)
    {
        if (Fails("mmap") is var errno and > 0)
        {
            return -errno;
        }

        nint address = SystemCall.MapMemory(length);
        if (address is not (< 0 and > -4096))
        {
            _memory.Add(address, length);
        }

        return address;
    }

    public int DoNotFork(nint address, nuint length)
    {
        Assert.Equal(length, _memory[address]);
        return Fails("madvise") is var errno and > 0 ? -errno : SystemCall.DoNotFork(address, length);
    }

    public nint ReadAt(int fd, Span<byte> destination, ulong offset) => Transfer("pread", fd, destination, offset, write: false);

    public nint WriteAt(int fd, ReadOnlySpan<byte> source, ulong offset) => Transfer("pwrite", fd, source.ToArray(), offset, write: true);

    public void Dispose()
    {
        foreach (FakeVfioDevice device in Devices.Values)
        {
            device.Dispose();
        }
    }

    private static string Name(uint request) => request switch
    {
        VfioIoctl.GetApiVersion => "VFIO_GET_API_VERSION",
        VfioIoctl.CheckExtension => "VFIO_CHECK_EXTENSION",
        VfioIoctl.SetIommu => "VFIO_SET_IOMMU",
        VfioIoctl.GroupGetStatus => "VFIO_GROUP_GET_STATUS",
        VfioIoctl.GroupSetContainer => "VFIO_GROUP_SET_CONTAINER",
        VfioIoctl.GroupGetDeviceFd => "VFIO_GROUP_GET_DEVICE_FD",
        VfioIoctl.DeviceGetInfo => "VFIO_DEVICE_GET_INFO",
        VfioIoctl.DeviceGetRegionInfo => "VFIO_DEVICE_GET_REGION_INFO",
        VfioIoctl.DeviceGetIrqInfo => "VFIO_DEVICE_GET_IRQ_INFO",
        VfioIoctl.DeviceSetIrqs => "VFIO_DEVICE_SET_IRQS",
        VfioIoctl.IommuGetInfo => "VFIO_IOMMU_GET_INFO",
        VfioIoctl.IommuMapDma => "VFIO_IOMMU_MAP_DMA",
        VfioIoctl.IommuUnmapDma => "VFIO_IOMMU_UNMAP_DMA",
        _ => $"ioctl 0x{request:X}",
    };

    private nint Transfer(string call, int fd, Span<byte> bytes, ulong offset, bool write)
    {
        if (Fails(call) is var errno and > 0)
        {
            return -errno;
        }

        (FakeRegion? region, ulong at) = Find(fd, offset);
        if (region is null || at + (ulong)bytes.Length > region.Length)
        {
            return -Errno.EINVAL;
        }

        region.FileAccesses.Add((at, bytes.Length, write));
        var memory = new Span<byte>(region.Memory + at, bytes.Length);
        if (write)
        {
            bytes.CopyTo(memory);
        }
        else
        {
            memory.CopyTo(bytes);
        }

        return bytes.Length;
    }

    private int Fails(string call)
    {
        // Receive threads make calls too.
        lock (Calls)
        {
            Calls.Add(call);
            return Fault?.Invoke(Calls.Count - 1, call) ?? 0;
        }
    }

    private int Add(object file)
    {
        _files.Add(_next, file);
        return _next++;
    }

    private (FakeRegion? Region, ulong At) Find(int fd, ulong offset)
    {
        var device = Assert.IsType<FakeVfioDevice>(_files[fd]);
        return (device.Regions.GetValueOrDefault((uint)(offset >> RegionShift)), offset & ((1UL << RegionShift) - 1));
    }

    private int SetIommu(uint type)
    {
        bool possible = _groupInContainer && !_iommuSet && IommuTypes.Contains(type);
        IommuType = possible ? type : IommuType;
        _iommuSet |= possible;
        return possible ? 0 : -Errno.EINVAL;
    }

    private int GroupStatus(VfioGroupStatus* status)
    {
        const uint containerSet = 2;
        status->Flags = (Viable ? VfioConstants.GroupViable : 0) | (_groupInContainer ? containerSet : 0);
        return status->ArgSz < sizeof(VfioGroupStatus) ? -Errno.EINVAL : 0;
    }

    private int SetContainer(int container)
    {
        bool possible = !_groupInContainer && Viable && _files.GetValueOrDefault(container) is "container";
        _groupInContainer |= possible;
        return possible ? 0 : -Errno.EINVAL;
    }

    private int OpenDevice(string name)
        => !_iommuSet ? -Errno.EINVAL : Devices.TryGetValue(name, out FakeVfioDevice? device) ? Add(device) : -Errno.ENODEV;
}
