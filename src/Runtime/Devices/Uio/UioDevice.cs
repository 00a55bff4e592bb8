using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace TopHalf;

/// <summary>
/// A real PCI function through the kernel's uio_pci_generic: its registers, and its level-triggered line. For machines without an IOMMU,
/// and cards that vfio-pci cannot have; <see cref="VfioDevice"/> is the better way wherever it can be had.
/// </summary>
/// <remarks>
/// <para>
/// For drivers of <see cref="IntxLineAttribute"/>: messages (MSI, MSI-X) do not come this way, there is no memory for the card
/// (<see cref="PciDevice.AllocateDma"/> fails), and a native top half cannot be had, since interrupts are counted by a file.
/// </para>
/// <para>
/// Nothing keeps the card from writing anywhere in the machine's memory if the driver lets it, and nothing keeps another program from
/// opening it too. All members may be called from any thread, but <see cref="PciDevice.Dispose"/> not from a handler.
/// </para>
/// </remarks>
public sealed class UioDevice : PciDevice
{
    private const ushort LineDisabled = 0x0400; // PCI Local Bus Specification 3.0, section 6.2.2: bit 10 of the command register
    private const uint InterruptPin = 0x3D; // section 6.2.4: 0 for a function without a line

    private readonly VfioHost _host;
    private readonly VfioHandle _config;
    private readonly UioInterrupts _interrupts;
    private readonly object _line = new(); // a line must not be closed while it is triggered
    private VectorLine? _connected;

    private UioDevice(string name, VfioHost host, VfioHandle config, UioInterrupts interrupts)
        : base(name) => (_host, _config, _interrupts) = (host, config, interrupts);

    /// <summary>Opens the function at an address. Its line is masked and bus mastering off from then on, until interrupts are enabled.</summary>
    /// <param name="address">Such as 0000:00:05.0, or 00:05.0 in domain 0; hexadecimal.</param>
    /// <exception cref="FormatException">The address has another form.</exception>
    /// <exception cref="PciDeviceException">
    /// The function is not there, is not bound to uio_pci_generic, or may not be opened; the message says which, and how to mend it.
    /// </exception>
    /// <exception cref="PlatformNotSupportedException">The system is not Linux, or the process neither x86-64 nor arm64.</exception>
    public static UioDevice Open(string address)
    {
        VfioPlatform.ThrowIfUnsupported(OperatingSystem.IsLinux(), RuntimeInformation.ProcessArchitecture, "UIO");
        return Open(address, VfioHost.Machine);
    }

    internal static UioDevice Open(string address, VfioHost host)
    {
        string name = PciAddress.Parse(address).ToString();
        var preconditions = new UioPreconditions(host);
        int number = preconditions.Check(name);
        VfioHandle? config = null;
        UioInterrupts? interrupts = null;
        try
        {
            config = preconditions.Open(name, $"{host.Paths.PciDevice(name)}/config");
            string file = host.Paths.Uio(number);
            uint counted = UioInterrupts.CountOf(host.Paths.UioCount(number));
            int fd = host.Kernel.Open(file);
            interrupts = fd >= 0 ? new UioInterrupts(name, file, fd, counted) : throw UioPreconditions.NotOpened(name, file, -fd);
            var device = new UioDevice(name, host, config, interrupts);
            device.MaskLine();
            device.SetBusMaster(on: false);
            return device;
        }
        catch
        {
            interrupts?.Dispose();
            config?.Dispose();
            throw;
        }
    }

    internal override BarRegion OpenBar(int index)
    {
        string folder = _host.Paths.PciDevice(Name);
        PciResource resource = PciResource.Parse(File.ReadAllLines($"{folder}/resource"), index);
        if (resource.Length == 0)
        {
            throw BarMissing(index);
        }

        return UioBarRegion.Open(new UioPreconditions(_host).Open(Name, $"{folder}/resource{index}"), Name, index, resource);
    }

    internal override void ReadConfig(uint offset, Span<byte> destination)
    {
        int result = _config.ReadAt(destination, offset);
        if (result != destination.Length)
        {
            throw ConfigFailed("pread", offset, destination.Length, result);
        }
    }

    internal override void WriteConfig(uint offset, ReadOnlySpan<byte> source)
    {
        int result = _config.WriteAt(source, offset);
        if (result != source.Length)
        {
            throw ConfigFailed("pwrite", offset, source.Length, result);
        }
    }

    internal override RegisterLocation LocateConfig(uint offset, int width) => _config.Locate(offset, width);

    /// <exception cref="PciDeviceException">Messages are asked for.</exception>
    internal override VectorCapability GetVectorCapability(bool line)
    {
        if (!line)
        {
            throw new PciDeviceException(
                Name,
                "binding",
                errno: 0,
                "The driver declares messages (MSI or MSI-X), and uio_pci_generic delivers the level-triggered line only.",
                "declare [IntxLine], or give the device to vfio-pci and open it with VfioDevice:" + _host.Remedies.Bind(Name));
        }

        return ReadConfig8(InterruptPin) != 0 ? new VectorCapability(VectorKind.Intx, 1, NoResize: true) : VectorCapability.Nothing;
    }

    internal override string? NoOtherDelivery => "UIO counts the line's interrupts in its own file.";

    internal override InterruptReceiverFactory Receivers => new UioReceiverFactory(_interrupts);

    internal override void EnableVectors(VectorKind kind, ReadOnlySpan<VectorLine?> lines)
    {
        lock (_line)
        {
            _connected = lines[0];
        }

        _interrupts.TurnOn();
        UnmaskLine();
    }

    internal override void DisableVectors(VectorKind kind)
    {
        lock (_line)
        {
            if (_connected is null)
            {
                return;
            }

            _connected = null;
        }

        _interrupts.TurnOff();
        MaskLine();
    }

    // The kernel has set the bit that disables the line: uio_pci_generic takes no order to clear it (ENOSYS), but configuration space does.
    internal override void UnmaskLine() => SetLineDisabled(false);

    private protected override void TriggerCore(int vector)
    {
        lock (_line)
        {
            if (vector != 0 || _connected is null)
            {
                throw new PciDeviceException(
                    Name, "trigger a vector", Errno.EINVAL, $"Vector {vector} is not enabled.", "enable interrupts first; the line is vector 0");
            }

            _connected.Signal();
        }
    }

    internal override DmaBuffer MapDma(ulong length, ulong highest) => throw new PciDeviceException(
        Name,
        "allocation of a DMA buffer",
        errno: 0,
        "UIO gives a device no memory: no IOMMU stands between the two.",
        "give the device to vfio-pci and open it with VfioDevice:" + _host.Remedies.Bind(Name));

    private protected override void DisposeCore()
    {
        _interrupts.Dispose();
        _config.Dispose();
    }

    private void MaskLine() => SetLineDisabled(true);

    // Both bytes, though the bit is in the upper one alone: after writes of that byte QEMU 7.2 keeps the line high, and the kernel counts
    // dozens of interrupts for one. The lower byte has bus mastering, which changes only while nobody unmasks.
    private void SetLineDisabled(bool isDisabled)
    {
        Span<byte> bytes = stackalloc byte[sizeof(ushort)];
        ReadConfig(PciConfig.Command, bytes);
        ushort command = BinaryPrimitives.ReadUInt16LittleEndian(bytes);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, (ushort)(isDisabled ? command | LineDisabled : command & ~LineDisabled));
        WriteConfig(PciConfig.Command, bytes);
    }

    private PciDeviceException ConfigFailed(string call, uint offset, int length, int result)
        => new(
            Name,
            call,
            Math.Max(0, -result),
            $"The {length} bytes at 0x{offset:X} of configuration space cannot be reached.",
            $"see whether the device is still there (lspci -s {Name}; dmesg); beyond the first 64 bytes sysfs answers root only");
}
