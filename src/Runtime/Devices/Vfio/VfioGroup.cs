using System.Text;

namespace TopHalf;

/// <summary>
/// An IOMMU group, the smallest set of functions that can be kept apart from the rest of the machine, within a container of its
/// own that gives it an address space.
/// </summary>
internal sealed unsafe class VfioGroup : IDisposable
{
    private readonly VfioHost _host;
    private readonly VfioHandle _group;
    private readonly VfioHandle _container;

    private VfioGroup(VfioHost host, int number, VfioHandle group, VfioHandle container)
    {
        _host = host;
        Number = number;
        _group = group;
        _container = container;
        Iommu = new VfioIommu(host, container);
    }

    public int Number { get; }

    /// <summary>The address space of the group's devices.</summary>
    public VfioIommu Iommu { get; }

    /// <exception cref="PciDeviceException">A file cannot be opened, or the group cannot be used.</exception>
    public static VfioGroup Open(VfioHost host, int number, string device)
    {
        var errors = new VfioErrors(host, device);
        VfioHandle? group = null;
        VfioHandle? container = null;
        try
        {
            group = OpenFile(host, host.Paths.Group(number), errno => errors.GroupNotOpened(number, errno));
            container = OpenFile(host, host.Paths.Container, errors.ContainerNotOpened);
            CheckViable(group, number, errors);
            SetUp(group, container, errors);
            return new VfioGroup(host, number, group, container);
        }
        catch
        {
            group?.Dispose();
            container?.Dispose();
            throw;
        }
    }

    /// <summary>Opens a function of the group.</summary>
    public VfioHandle OpenDevice(string device)
    {
        byte[] name = Encoding.ASCII.GetBytes(device + '\0');
        fixed (byte* text = name)
        {
            int fd = _group.Ioctl(VfioIoctl.GroupGetDeviceFd, text);
            return fd >= 0
                ? new VfioHandle(_host.Kernel, fd)
                : throw new VfioErrors(_host, device).DeviceNotOpened(Number, -fd);
        }
    }

    public void Dispose()
    {
        // The group first: it leaves the container by that, and takes the address space down in order.
        _group.Dispose();
        _container.Dispose();
    }

    private static VfioHandle OpenFile(VfioHost host, string path, Func<int, PciDeviceException> error)
    {
        int fd = host.Kernel.Open(path);
        return fd >= 0 ? new VfioHandle(host.Kernel, fd) : throw error(-fd);
    }

    private static void CheckViable(VfioHandle group, int number, VfioErrors errors)
    {
        var status = new VfioGroupStatus { ArgSz = (uint)sizeof(VfioGroupStatus) };
        int result = group.Ioctl(VfioIoctl.GroupGetStatus, &status);
        if (result < 0)
        {
            throw errors.Refused(
                "VFIO_GROUP_GET_STATUS", -result, $"The kernel does not say whether IOMMU group {number} can be used.");
        }

        if ((status.Flags & VfioConstants.GroupViable) == 0)
        {
            throw errors.GroupNotViable(number);
        }
    }

    private static void SetUp(VfioHandle group, VfioHandle container, VfioErrors errors)
    {
        int version = container.Ioctl(VfioIoctl.GetApiVersion, null);
        if (version != VfioConstants.ApiVersion)
        {
            throw errors.WrongVersion(version);
        }

        // The extension of an IOMMU type is there only once its module is.
        uint type = Has(container, VfioConstants.Type1V2Iommu) ? VfioConstants.Type1V2Iommu
            : Has(container, VfioConstants.Type1Iommu) ? VfioConstants.Type1Iommu
            : throw errors.NoType1();
        int result = group.IoctlWith(VfioIoctl.GroupSetContainer, container);
        if (result < 0)
        {
            throw errors.Refused("VFIO_GROUP_SET_CONTAINER", -result, "The group cannot be put into a container.");
        }

        result = container.Ioctl(VfioIoctl.SetIommu, (void*)type);
        if (result < 0)
        {
            throw errors.IommuNotSet(-result);
        }
    }

    private static bool Has(VfioHandle container, uint type) => container.Ioctl(VfioIoctl.CheckExtension, (void*)type) > 0;
}
