using System.Buffers.Binary;

namespace TopHalf;

/// <summary>
/// A PCI device whose registers are C#: derive from it, override <see cref="ReadRegister"/> and <see cref="WriteRegister"/>,
/// and a driver runs without any hardware. Without overrides its BARs are plain memory. What a real device does silently it
/// does too: an interrupt raised without bus mastering, or with no vector enabled, is lost.
/// </summary>
/// <remarks>
/// Register accesses are serialised, as on a bus: the model's methods never run on two threads at once, and may call
/// <see cref="Raise"/>. All other members may be called from any thread.
/// </remarks>
public partial class SimulatedDevice : PciDevice
{
    private readonly SimulatedDeviceOptions _options;
    private readonly SimulatedBarRegion?[] _regions = new SimulatedBarRegion?[PciConfig.BarCount];
    private readonly byte[] _config = new byte[PciConfig.ConventionalLength];
    private readonly SimulatedVectors _vectors;
    private readonly SimulatedVectors _events = new(new SimulatedDeviceOptions { MsiVectors = 2 });
    private readonly SimulatedFaults _faults;
    private readonly object _bus = new();
    private bool _needsEventFds;
    private RegisterTrace? _trace;
    private CalledRegisters? _calledConfig;
    private CalledRegisters? _calledUnmask;
    private volatile bool _removed;

    /// <summary>A device with the ids, BARs and vectors of <paramref name="options"/>.</summary>
    public SimulatedDevice(SimulatedDeviceOptions options)
        : base(options?.Name ?? $"simulated {options?.VendorId:x4}:{options?.DeviceId:x4}")
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _vectors = new SimulatedVectors(options);
        _faults = new SimulatedFaults(Name);
        _iommu = new SimulatedIommu(this);
        foreach ((int index, SimulatedBar bar) in options.Bars)
        {
            if (index is < 0 or >= PciConfig.BarCount || bar.Length is 0 or > 1u << 30)
            {
                throw new ArgumentException($"BAR {index} of {bar.Length} bytes: a BAR is one of 0 to 5 and of 1 byte to 1 GiB.", nameof(options));
            }

            _regions[index] = new SimulatedBarRegion(this, index, bar);
        }

        BinaryPrimitives.WriteUInt16LittleEndian(_config.AsSpan((int)PciConfig.VendorId), options.VendorId);
        BinaryPrimitives.WriteUInt16LittleEndian(_config.AsSpan((int)PciConfig.DeviceId), options.DeviceId);
    }

    /// <summary>Sends a vector, as the device would.</summary>
    /// <param name="vector">0 to the number of vectors that the device offers, exclusive.</param>
    /// <returns>
    /// False where a real device's interrupt would be lost: no bus mastering, the vector not enabled, the device removed, or
    /// <see cref="DropInterrupts"/> asked for it.
    /// </returns>
    public bool Raise(int vector) => _vectors.Raise(vector, heard: !_removed && BusMaster);

    /// <summary>
    /// Sets the level of the device's line, as the device would: while it is high it interrupts, each time when the kernel's mask is
    /// taken off. A message needs bus mastering; a line does not.
    /// </summary>
    /// <param name="isHigh">Asserted.</param>
    /// <exception cref="InvalidOperationException">The device has no line (<see cref="SimulatedDeviceOptions.HasLine"/>).</exception>
    public void SetLine(bool isHigh) => _vectors.SetLine(isHigh && !_removed);

    /// <summary>Sets bytes of configuration space, for example a capability, from behind.</summary>
    /// <param name="offset">Bytes from the start, within the first 256.</param>
    /// <param name="bytes">The contents.</param>
    public void PokeConfig(uint offset, ReadOnlySpan<byte> bytes)
    {
        lock (_bus)
        {
            bytes.CopyTo(ConfigAt(offset, bytes.Length));
        }
    }

    /// <summary>Loses the next interrupts that would have been delivered.</summary>
    /// <param name="count">How many.</param>
    public void DropInterrupts(int count) => _vectors.Drop(count);

    /// <summary>Takes the device away: every read gives all ones, writes go nowhere, interrupts are lost.</summary>
    public void Remove() => _removed = true;

    /// <summary>Makes an operation of a kind fail, once, as if the kernel had answered with <paramref name="errno"/>.</summary>
    /// <param name="fault">What fails.</param>
    /// <param name="errno">The Linux error number, for example 5 for EIO.</param>
    /// <param name="after">How many succeed before it: with 0 the next one fails.</param>
    public void FailNext(SimulatedFault fault, int errno, int after = 0) => _faults.Arm(fault, errno, after);

    /// <summary>Begins to record every register access, in the order in which the device sees them.</summary>
    /// <exception cref="InvalidOperationException">A trace is already being recorded.</exception>
    public RegisterTrace StartTrace()
    {
        lock (_bus)
        {
            if (_trace is not null)
            {
                throw new InvalidOperationException($"{Name}: a trace is already being recorded; dispose it first.");
            }

            return _trace = new RegisterTrace(this);
        }
    }

    /// <summary>Reads a register from behind: no model runs, no trace sees it.</summary>
    /// <param name="bar">The BAR's index.</param>
    /// <param name="offset">Bytes from its start.</param>
    /// <param name="width">Bytes: 1, 2, 4 or 8.</param>
    public ulong Peek(int bar, ulong offset, int width)
    {
        lock (_bus)
        {
            return Memory(bar).Peek(offset, width);
        }
    }

    /// <summary>Sets a register from behind: no model runs, no trace sees it.</summary>
    /// <inheritdoc cref="Peek"/>
    public void Poke(int bar, ulong offset, int width, ulong value)
    {
        lock (_bus)
        {
            Memory(bar).Poke(offset, width, value);
        }
    }

    /// <summary>What the driver reads. The base gives what was last written or poked.</summary>
    /// <param name="access">Where and how wide.</param>
    protected virtual ulong ReadRegister(in RegisterAccess access) => Memory(access.Bar).Peek(access.Offset, access.Width);

    /// <summary>What the driver writes. The base remembers it.</summary>
    /// <param name="access">Where, how wide, and the value.</param>
    protected virtual void WriteRegister(in RegisterAccess access)
        => Memory(access.Bar).Poke(access.Offset, access.Width, access.Value);

    internal ulong Access(RegisterAccess access)
    {
        using CheckAside aside = CheckAside.Begin(); // a card takes no memory of the program that reads it
        lock (_bus)
        {
            _faults.ThrowIfArmed(access.IsWrite ? SimulatedFault.WriteRegister : SimulatedFault.ReadRegister);
            if (!access.IsWrite)
            {
                ulong value = _removed ? ulong.MaxValue : ReadRegister(access);
                access = access with { Value = value & RegisterTypes.AllOnes(access.Width) };
            }
            else if (!_removed)
            {
                WriteRegister(access);
            }

            _trace?.Add(access);
            return access.Value;
        }
    }

    internal void StopTrace(RegisterTrace trace)
    {
        lock (_bus)
        {
            _trace = _trace == trace ? null : _trace;
        }
    }

    /// <summary>
    /// Asks for the device, as a kernel does when an administrator unbinds it: the binding ends and the device is closed.
    /// </summary>
    /// <returns>False where interrupts are not enabled, and nobody hears it.</returns>
    public bool RequestRelease() => _events.Signal((int)DeviceEvent.Request);

    /// <summary>Reports an error of the device that cannot be mended: the binding ends and faults.</summary>
    /// <returns>False where interrupts are not enabled, and nobody hears it.</returns>
    public bool ReportError() => _events.Signal((int)DeviceEvent.Error);

    internal override bool HasEvents => true;

    internal override void ConnectEvents(VectorLine request, VectorLine error) => _events.Enable(VectorKind.Msi, [request, error]);

    internal override void DisconnectEvents() => _events.Disable();

    internal override bool PostsItself => !_needsEventFds;

    internal override InterruptReceiverFactory Receivers
        => OperatingSystem.IsLinux() && !_vectors.InProcess ? InterruptReceiverFactory.EventFds : InterruptReceiverFactory.Mailboxes;

    /// <summary>Delivers in the process as on a system without eventfds, so that Linux can test that way too.</summary>
    internal void DeliverInProcess() => _vectors.InProcess = true;

    /// <summary>Signals only eventfds, as a real device, so that tests can go that way too.</summary>
    internal void DeliverThroughEventFds() => _needsEventFds = true;

    internal override BarRegion OpenBar(int index) => Memory(index);

    internal override void ReadConfig(uint offset, Span<byte> destination)
    {
        lock (_bus)
        {
            _faults.ThrowIfArmed(SimulatedFault.ReadConfig);
            if (_removed)
            {
                destination.Fill(0xFF);
            }
            else
            {
                ConfigAt(offset, destination.Length).CopyTo(destination);
            }
        }
    }

    internal override void WriteConfig(uint offset, ReadOnlySpan<byte> source)
    {
        lock (_bus)
        {
            _faults.ThrowIfArmed(SimulatedFault.WriteConfig);
            Span<byte> at = ConfigAt(offset, source.Length);
            if (!_removed)
            {
                source.CopyTo(at);
            }
        }
    }

    internal override RegisterLocation LocateConfig(uint offset, int width)
        => (_calledConfig ??= new CalledRegisters((at, wide) => ReadConfigValue((uint)at, wide), static (_, _, _) => { })).At(offset, width);

    internal override VectorCapability GetVectorCapability(bool line) => _vectors.Capability(line);

    internal override void UnmaskLine() => _vectors.UnmaskLine();

    internal override RegisterLocation LocateUnmask()
        => (_calledUnmask ??= new CalledRegisters(static (_, _) => 0, (_, _, _) => UnmaskLine())).At(0, sizeof(uint));

    internal override void EnableVectors(VectorKind kind, ReadOnlySpan<VectorLine?> lines)
    {
        _faults.ThrowIfArmed(SimulatedFault.EnableVectors);
        _vectors.Enable(kind, lines);
    }

    internal override void DisableVectors(VectorKind kind)
    {
        _vectors.Disable();
        _faults.ThrowIfArmed(SimulatedFault.DisableVectors);
    }

    private protected override void TriggerCore(int vector)
    {
        if (!_vectors.Signal(vector))
        {
            throw new PciDeviceException(
                Name, "triggering a vector", Errno.EINVAL, $"Vector {vector} is not enabled.", "enable interrupts, with a driver that declares it");
        }
    }

    private protected override void DisposeCore()
    {
        _vectors.Disable();
        _calledConfig?.Dispose();
        _calledUnmask?.Dispose();
    }

    private ulong ReadConfigValue(uint offset, int width) => width switch
    {
        1 => ReadConfig8(offset),
        2 => ReadConfig16(offset),
        _ => ReadConfig32(offset),
    };

    private bool BusMaster => (Volatile.Read(ref _config[PciConfig.Command]) & PciConfig.CommandMaster) != 0;

    private Span<byte> ConfigAt(uint offset, int width)
        => offset + (ulong)width <= (ulong)_config.Length
            ? _config.AsSpan((int)offset, width)
            : throw new PciDeviceException(
                Name, "access configuration space", Errno.EINVAL, $"Offset 0x{offset:X} lies beyond its {_config.Length} bytes.", "");

    private SimulatedBarRegion Memory(int bar)
        => (uint)bar < PciConfig.BarCount && _regions[bar] is { } region
            ? region
            : throw new PciDeviceException(Name, $"open BAR {bar}", Errno.ENODEV, "The device has no such BAR.",
                "declare it in SimulatedDeviceOptions.Bars, or correct the number.");
}
