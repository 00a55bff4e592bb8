using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace TopHalf;

/// <summary>
/// A real PCI function, through the VFIO of Linux: it must be bound to vfio-pci, and no other program may have its IOMMU group.
/// While it is open the function belongs to this process; closing it resets it, if it can be reset.
/// </summary>
/// <remarks>
/// All members may be called from any thread, but <see cref="PciDevice.Dispose"/> not from a handler. Devices of one IOMMU group
/// that are open in one process share the group.
/// </remarks>
public sealed unsafe class VfioDevice : PciDevice
{
    // PCI Local Bus Specification 3.0, section 6.2.5.1: the first of six registers, and the bit that says I/O ports.
    private const uint BaseAddress0 = 0x10;
    private const uint BaseAddressIsPort = 0x1;

    private readonly VfioHost _host;
    private readonly VfioGroup _group;
    private readonly VfioHandle _handle;
    private readonly VfioRegion _config;
    private readonly VfioInterrupts _interrupts;
    private readonly VfioUnmask _unmask;
    private readonly VfioEvents _events;

    private VfioDevice(string name, VfioHost host, VfioGroup group, VfioHandle handle)
        : base(name)
    {
        _host = host;
        _group = group;
        _handle = handle;
        CheckIsPci();
        _config = VfioRegion.Read(handle, name, VfioConstants.ConfigRegion);
        _interrupts = new VfioInterrupts(handle, name);
        _events = new VfioEvents(handle, name);
        _unmask = new VfioUnmask(handle, name);
    }

    /// <summary>Opens the function at an address. Bus mastering is off from then on, until interrupts are enabled.</summary>
    /// <param name="address">Such as 0000:00:05.0, or 00:05.0 in domain 0; hexadecimal.</param>
    /// <exception cref="FormatException">The address has another form.</exception>
    /// <exception cref="PciDeviceException">
    /// The function is not there, has no IOMMU group, is not bound to vfio-pci, or may not be opened; the message says which, and
    /// how to mend it.
    /// </exception>
    /// <exception cref="PlatformNotSupportedException">The system is not Linux, or the process neither x86-64 nor arm64.</exception>
    public static VfioDevice Open(string address)
    {
        VfioPlatform.ThrowIfUnsupported(OperatingSystem.IsLinux(), RuntimeInformation.ProcessArchitecture);
        return Open(address, VfioHost.Machine);
    }

    internal static VfioDevice Open(string address, VfioHost host)
    {
        string name = PciAddress.Parse(address).ToString();
        int number = new VfioPreconditions(host.Paths, host.Sysfs, host.Remedies).Check(name);
        VfioGroup group = host.Groups.Acquire(number, name);
        VfioHandle? handle = null;
        try
        {
            handle = group.OpenDevice(name);
            return new VfioDevice(name, host, group, handle);
        }
        catch
        {
            handle?.Dispose();
            host.Groups.Release(group);
            throw;
        }
    }

    internal override BarRegion OpenBar(int index)
    {
        VfioRegion region = VfioRegion.Read(_handle, Name, VfioConstants.Bar0Region + (uint)index);
        if (region.Length == 0)
        {
            throw BarMissing(index);
        }

        bool isPort = (ReadConfig(BaseAddress0 + (4 * (uint)index), 4) & BaseAddressIsPort) != 0;
        MsixTable? table = isPort ? null : MsixTable.Find(ReadConfig);
        List<RegionArea> areas = MappableAreas.Of(
            region, table?.Bar == index ? table.Value.Area : null, (ulong)Environment.SystemPageSize);
        return VfioBarRegion.Open(_handle, Name, region, areas, isPort);
    }

    internal override void ReadConfig(uint offset, Span<byte> destination)
    {
        int result = IsInConfig(offset, destination.Length)
            ? _handle.ReadAt(destination, _config.Offset + offset)
            : -Errno.EINVAL;
        if (result != destination.Length)
        {
            throw ConfigFailed("pread", offset, destination.Length, result);
        }
    }

    internal override void WriteConfig(uint offset, ReadOnlySpan<byte> source)
    {
        int result = IsInConfig(offset, source.Length)
            ? _handle.WriteAt(source, _config.Offset + offset)
            : -Errno.EINVAL;
        if (result != source.Length)
        {
            throw ConfigFailed("pwrite", offset, source.Length, result);
        }
    }

    internal override RegisterLocation LocateConfig(uint offset, int width) => _handle.Locate(_config.Offset + offset, width);

    internal override VectorCapability GetVectorCapability(bool line) => _interrupts.GetCapability(line);

    internal override void UnmaskLine() => _unmask.Run();

    internal override RegisterLocation LocateUnmask() => _unmask.Location;

    internal override void EnableVectors(VectorKind kind, ReadOnlySpan<VectorLine?> lines)
    {
        var eventFds = new EventFd?[lines.Length];
        for (int vector = 0; vector < lines.Length; vector++)
        {
            // Every line of this device is one: it is the kind that its receivers make.
            eventFds[vector] = ((EventFdLine?)lines[vector])?.EventFd;
        }

        _interrupts.Enable(kind, eventFds);
    }

    internal override bool HasEvents => true;

    internal override void ConnectEvents(VectorLine request, VectorLine error)
    {
        _events.Connect(DeviceEvent.Request, ((EventFdLine)request).EventFd);
        _events.Connect(DeviceEvent.Error, ((EventFdLine)error).EventFd);
    }

    internal override void DisconnectEvents() => _events.Disconnect();

    internal override InterruptLines? Lines => new(_host.Paths, Name);

    internal override void DisableVectors(VectorKind kind) => _interrupts.Disable(kind);

    private protected override void TriggerCore(int vector) => _interrupts.Trigger(vector);

    internal override DmaBuffer MapDma(ulong length, ulong highest)
    {
        (nint memory, ulong address) = _group.Iommu.Map(this, length, highest);
        return new DmaBuffer(this, memory, address, length);
    }

    internal override void DisconnectDma(DmaBuffer buffer) => _group.Iommu.Disconnect(buffer.Address, (ulong)buffer.Length);

    internal override void ReleaseDma(DmaBuffer buffer) => _group.Iommu.Release(buffer.Mapping, (ulong)buffer.Length);

    private protected override void DisposeCore()
    {
        _unmask.Dispose();
        _handle.Dispose();
        _host.Groups.Release(_group);
    }

    private void CheckIsPci()
    {
        var info = new VfioDeviceInfo { ArgSz = (uint)sizeof(VfioDeviceInfo) };
        int result = _handle.Ioctl(VfioIoctl.DeviceGetInfo, &info);
        bool isPci = (info.Flags & VfioConstants.DevicePci) != 0 && info.RegionCount > VfioConstants.ConfigRegion;
        if (result < 0 || !isPci)
        {
            throw new PciDeviceException(
                Name,
                "VFIO_DEVICE_GET_INFO",
                Math.Max(0, -result),
                result < 0 ? "The kernel does not describe the device." : "VFIO does not offer it as a PCI device.",
                _host.Remedies.Bind(Name));
        }
    }

    private bool IsInConfig(uint offset, int length) => offset + (ulong)length <= _config.Length;

    private uint ReadConfig(uint offset, int length)
    {
        Span<byte> buffer = stackalloc byte[sizeof(uint)];
        buffer.Clear();
        ReadConfig(offset, buffer[..length]);
        return BinaryPrimitives.ReadUInt32LittleEndian(buffer);
    }

    private PciDeviceException ConfigFailed(string call, uint offset, int length, int result)
        => new(
            Name,
            call,
            Math.Max(0, -result),
            $"The {length} bytes at 0x{offset:X} of configuration space, which has {_config.Length:#,0}, cannot be reached.",
            $"see whether the device is still there (lspci -s {Name}; dmesg)");
}
