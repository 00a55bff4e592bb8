using System.Runtime.CompilerServices;

namespace TopHalf;

/// <summary>
/// A card that somebody else plays: its BARs are shared memory, mapped like a card's, and whoever has the descriptors of a vector
/// and of the memory (another process, native code) sets registers and raises interrupts. Linux.
/// </summary>
/// <remarks>It has no model and no faults: nothing stands between an access and the memory. Any thread.</remarks>
internal sealed unsafe class MemoryDevice : PciDevice
{
    private readonly byte[] _config = GC.AllocateArray<byte>(PciConfig.ConventionalLength, pinned: true);
    private readonly SharedMemory?[] _bars;
    private readonly SimulatedVectors _vectors;

    /// <param name="name">The name in messages.</param>
    /// <param name="vectors">How many MSI-X vectors it offers: 0 to 2048.</param>
    /// <param name="barLengths">Bytes of BAR 0, 1 and so on; 0 for one that does not exist.</param>
    /// <exception cref="PciDeviceException">There is too little memory, or no descriptor left.</exception>
    public MemoryDevice(string name, int vectors, params ReadOnlySpan<ulong> barLengths)
        : base(name)
    {
        _vectors = new SimulatedVectors(new SimulatedDeviceOptions { MsiXVectors = vectors });
        _bars = new SharedMemory?[PciConfig.BarCount];
        try
        {
            for (int bar = 0; bar < barLengths.Length; bar++)
            {
                _bars[bar] = barLengths[bar] == 0 ? null : SharedMemory.Create($"{name} BAR {bar}", barLengths[bar]);
            }
        }
        catch
        {
            DisposeCore();
            throw;
        }
    }

    /// <summary>What stands behind a BAR; the device's own, so not to be disposed.</summary>
    /// <exception cref="PciDeviceException">It has no such BAR.</exception>
    public SharedMemory Memory(int bar)
        => _bars[bar] ?? throw new PciDeviceException(
            Name, $"open BAR {bar}", Errno.ENODEV, "The device has no such BAR.", "give it a length, or correct the number.");

    /// <summary>The eventfd of an enabled vector, the binding's own: good until the binding ends.</summary>
    /// <exception cref="PciDeviceException">The vector is not enabled.</exception>
    public EventFd EventFd(int vector) => _vectors.Line(vector) is EventFdLine line ? line.EventFd : throw NotEnabled(vector);

    internal override BarRegion OpenBar(int index) => new MemoryBarRegion(Name, index, Memory(index));

    internal override void ReadConfig(uint offset, Span<byte> destination)
        => _config.AsSpan((int)offset, destination.Length).CopyTo(destination);

    internal override void WriteConfig(uint offset, ReadOnlySpan<byte> source)
        => source.CopyTo(_config.AsSpan((int)offset, source.Length));

    internal override RegisterLocation LocateConfig(uint offset, int width)
        => RegisterLocation.InMemory((byte*)Unsafe.AsPointer(ref _config[(int)offset]), width);

    internal override VectorCapability GetVectorCapability() => _vectors.Capability;

    internal override void EnableVectors(VectorKind kind, ReadOnlySpan<VectorLine?> lines) => _vectors.Enable(lines);

    internal override void DisableVectors(VectorKind kind) => _vectors.Disable();

    private protected override void TriggerCore(int vector)
    {
        if (!_vectors.Signal(vector))
        {
            throw NotEnabled(vector);
        }
    }

    private protected override void DisposeCore()
    {
        _vectors.Disable();
        foreach (SharedMemory? bar in _bars)
        {
            bar?.Dispose();
        }
    }

    private PciDeviceException NotEnabled(int vector)
        => new(
            Name, "triggering a vector", Errno.EINVAL, $"Vector {vector} is not enabled.", "enable interrupts, with a driver that declares it");
}
