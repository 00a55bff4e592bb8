using System.Buffers.Binary;

namespace TopHalf;

/// <summary>
/// A PCI function that a driver can be bound to: <see cref="VfioDevice"/> for a real one, <see cref="SimulatedDevice"/> for
/// one whose registers are C#. It owns its mappings and its DMA buffers; disposing it ends its binding first.
/// </summary>
/// <remarks>All members may be called from any thread, but <see cref="Dispose"/> not from a handler.</remarks>
public abstract partial class PciDevice : IDisposable
{
    // Guards the fields below; held while a BAR is mapped, never while a binding ends.
    private readonly object _gate = new();
    private readonly object _disposal = new();
    private readonly BarRegion?[] _bars = new BarRegion?[PciConfig.BarCount];
    private InterruptBinding? _binding;
    private bool _closing; // no new binding; the old one still needs the registers to leave the device quiet
    private bool _disposed;

    private protected PciDevice(string name) => Name = name;

    /// <summary>The name that error messages use: the address for a real device.</summary>
    [InterruptSafe]
    public string Name { get; }

    /// <summary>The vendor id, read from configuration space; 0xFFFF where the device does not answer.</summary>
    public ushort VendorId => ReadConfig16(PciConfig.VendorId);

    /// <summary>The device id, read from configuration space; 0xFFFF where the device does not answer.</summary>
    public ushort DeviceId => ReadConfig16(PciConfig.DeviceId);

    /// <summary>The registers behind a base address register; mapped at the first call, the same mapping afterwards.</summary>
    /// <param name="index">0 to 5.</param>
    /// <exception cref="PciDeviceException">The device has no such BAR, or it cannot be mapped.</exception>
    public Bar GetBar(int index)
    {
        if (index is < 0 or >= PciConfig.BarCount)
        {
            throw new ArgumentOutOfRangeException(nameof(index), index, "A PCI function has the BARs 0 to 5.");
        }

        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return new Bar(_bars[index] ??= OpenBar(index));
        }
    }

    /// <summary>Reads 8 bits of configuration space.</summary>
    public byte ReadConfig8(uint offset)
    {
        Span<byte> value = stackalloc byte[1];
        AccessConfig(offset, value, write: false);
        return value[0];
    }

    /// <summary>Reads 16 bits of configuration space.</summary>
    public ushort ReadConfig16(uint offset)
    {
        Span<byte> value = stackalloc byte[2];
        AccessConfig(offset, value, write: false);
        return BinaryPrimitives.ReadUInt16LittleEndian(value);
    }

    /// <summary>Reads 32 bits of configuration space.</summary>
    public uint ReadConfig32(uint offset)
    {
        Span<byte> value = stackalloc byte[4];
        AccessConfig(offset, value, write: false);
        return BinaryPrimitives.ReadUInt32LittleEndian(value);
    }

    /// <summary>Writes 8 bits of configuration space.</summary>
    public void WriteConfig8(uint offset, byte value) => AccessConfig(offset, [value], write: true);

    /// <summary>Writes 16 bits of configuration space.</summary>
    public void WriteConfig16(uint offset, ushort value)
    {
        Span<byte> bytes = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, value);
        AccessConfig(offset, bytes, write: true);
    }

    /// <summary>Writes 32 bits of configuration space.</summary>
    public void WriteConfig32(uint offset, uint value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        AccessConfig(offset, bytes, write: true);
    }

    /// <summary>
    /// Fires a vector from software, as if the device had sent it: to test the way of an interrupt without making the device
    /// do something. Interrupts must be enabled, and the vector declared.
    /// </summary>
    /// <exception cref="PciDeviceException">The vector is not enabled.</exception>
    /// <exception cref="ObjectDisposedException">The device was disposed.</exception>
    public void TriggerVector(int vector)
    {
        ObjectDisposedException.ThrowIf(Volatile.Read(ref _disposed), this);
        TriggerCore(vector);
    }

    /// <summary>
    /// Ends the device's binding, as its own disposal does, then frees its DMA buffers, unmaps and closes. Not from a handler.
    /// </summary>
    /// <exception cref="InvalidOperationException">Called from a handler of this device.</exception>
    public void Dispose()
    {
        CloseCore(keepMemory: false);
        GC.SuppressFinalize(this);
    }

    /// <summary>
    /// The same, but that the memory of DMA buffers stays until the driver disposes them or this: for who closes the device without the
    /// driver's knowing.
    /// </summary>
    internal void Close() => CloseCore(keepMemory: true);

    private void CloseCore(bool keepMemory)
    {
        InterruptBinding? binding = Volatile.Read(ref _binding);
        binding?.ThrowIfInHandler();

        // A second caller waits here until the first is done, so that after Dispose the device is closed, whoever called.
        lock (_disposal)
        {
            if (_disposed)
            {
                if (!keepMemory)
                {
                    ReleaseKept();
                }

                return;
            }

            lock (_gate)
            {
                _closing = true;
                binding = _binding;
            }

            binding?.Dispose();
            FreeDma(keepMemory);
            lock (_gate)
            {
                _disposed = true;
                foreach (BarRegion? bar in _bars)
                {
                    bar?.Dispose();
                }
            }

            DisposeCore();
        }
    }

    /// <summary>Makes <paramref name="binding"/> the device's only one.</summary>
    internal void Claim(InterruptBinding binding)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closing, this);
            if (_binding is { } other)
            {
                throw new InvalidOperationException(
                    $"{Name}: interrupts are already enabled by {other.Manifest.Driver}; dispose its InterruptBinding first.");
            }

            Volatile.Write(ref _binding, binding);
        }
    }

    internal void Unclaim(InterruptBinding binding)
    {
        lock (_gate)
        {
            if (_binding == binding)
            {
                Volatile.Write(ref _binding, null);
            }
        }
    }

    /// <summary>
    /// False where configuration space reads all ones. The vendor id alone would not tell: vfio-pci answers it from memory, since
    /// a virtual function of SR-IOV has none of its own; the class code comes from the card.
    /// </summary>
    internal bool Answers()
        => ReadConfig32(PciConfig.ClassAndRevision) != uint.MaxValue && VendorId != PciConfig.NoVendor;

    /// <summary>Bus mastering, and with it the device's right to send messages; memory decoding is turned on with it.</summary>
    internal void SetBusMaster(bool on)
    {
        ushort command = ReadConfig16(PciConfig.Command);
        WriteConfig16(PciConfig.Command, on
            ? (ushort)(command | PciConfig.CommandMaster | PciConfig.CommandMemory)
            : (ushort)(command & ~PciConfig.CommandMaster));
    }

    /// <summary>Opens a BAR; called once for each, under the device's lock.</summary>
    internal abstract BarRegion OpenBar(int index);

    /// <summary>Reads 1, 2 or 4 aligned bytes of configuration space.</summary>
    internal abstract void ReadConfig(uint offset, Span<byte> destination);

    /// <summary>Writes 1, 2 or 4 aligned bytes of configuration space.</summary>
    internal abstract void WriteConfig(uint offset, ReadOnlySpan<byte> source);

    /// <summary>How native code reaches a register of configuration space; good until the disposal.</summary>
    internal abstract RegisterLocation LocateConfig(uint offset, int width);

    /// <param name="line">The level-triggered line is meant, and not messages.</param>
    internal abstract VectorCapability GetVectorCapability(bool line);

    private protected PciDeviceException BarMissing(int index) => new(
        Name,
        $"open BAR {index}",
        Errno.ENODEV,
        "The device has no such BAR, or the firmware gave it no addresses.",
        $"look at the regions of 'lspci -v -s {Name}'; the upper half of a 64-bit BAR has no number of its own");

    /// <summary>
    /// Takes the kernel's mask off the level-triggered line, which it puts there at each interrupt. Where the line is still high, it
    /// interrupts again. Any thread; allocates nothing.
    /// </summary>
    internal virtual void UnmaskLine() => throw new NotSupportedException($"{Name}: there is no level-triggered line.");

    /// <summary>How native code takes that mask off: by a write there. Good until the disposal.</summary>
    internal virtual RegisterLocation LocateUnmask() => throw new NotSupportedException($"{Name}: there is no level-triggered line.");

    /// <summary>The way in which this device's interrupts reach the process.</summary>
    internal virtual InterruptReceiverFactory Receivers => InterruptReceiverFactory.EventFds;

    /// <summary>Its vectors can be signalled at any line; without it they need eventfds.</summary>
    internal virtual bool PostsItself => false;

    /// <summary>Why its vectors cannot be sent on to a thread that waits for bits; null where they can. A sentence.</summary>
    internal virtual string? NoOtherDelivery => null;

    /// <summary>The kernel's interrupts that the vectors arrive by; null where they arrive without the kernel's interrupts.</summary>
    internal virtual InterruptLines? Lines => null;

    /// <summary>Connects vectors to lines: index is the vector's number, null a gap. On failure none is connected.</summary>
    internal abstract void EnableVectors(VectorKind kind, ReadOnlySpan<VectorLine?> lines);

    /// <summary>Whether the kernel tells of requests for the device and of its errors.</summary>
    internal virtual bool HasEvents => false;

    /// <summary>Connects what the kernel tells; an event that the device does not have is left out.</summary>
    internal virtual void ConnectEvents(VectorLine request, VectorLine error)
    {
    }

    /// <summary>Takes <see cref="ConnectEvents"/> back, as far as it came.</summary>
    internal virtual void DisconnectEvents()
    {
    }

    /// <summary>Fires an enabled vector; throws for another.</summary>
    private protected abstract void TriggerCore(int vector);

    /// <summary>Disconnects all vectors; does nothing where none is connected.</summary>
    internal abstract void DisableVectors(VectorKind kind);

    /// <summary>Closes what the device holds; called once, after the binding and the BARs.</summary>
    private protected abstract void DisposeCore();

    private void AccessConfig(uint offset, Span<byte> value, bool write)
    {
        ObjectDisposedException.ThrowIf(Volatile.Read(ref _disposed), this);
        if (offset % (uint)value.Length != 0)
        {
            throw new ArgumentException(
                $"{Name}: configuration space: offset 0x{offset:X} is not a multiple of the access's {value.Length} bytes.", nameof(offset));
        }

        if (write)
        {
            WriteConfig(offset, value);
        }
        else
        {
            ReadConfig(offset, value);
        }
    }
}
