using System.Runtime.CompilerServices;

namespace TopHalf.Tool;

/// <summary>
/// A device that is nothing but a vector with an eventfd, for another process to signal: what a kernel or a user-space device does
/// for this process, without hardware.
/// </summary>
internal sealed class EventFdDevice() : PciDevice("another process")
{
    // Enough for the command register, where a binding turns bus mastering on.
    // In place for the native top half, which reads it by its address.
    private readonly byte[] _config = GC.AllocateArray<byte>(PciConfig.ConventionalLength, pinned: true);
    private EventFdLine? _line;

    /// <summary>A number of the vector's eventfd that a child process inherits; the caller closes it.</summary>
    /// <exception cref="PciDeviceException">The process has no descriptor left.</exception>
    public int DuplicateForChild()
    {
        int fd = SystemCall.DuplicateForChild(Line.EventFd.Number);
        return fd >= 0 ? fd : throw DescriptorErrors.NotOpened(Name, "dup", -fd);
    }

    internal override BarRegion OpenBar(int index)
        => throw new PciDeviceException(Name, $"open BAR {index}", Errno.ENODEV, "It has no registers.", "name a card with --device");

    internal override void ReadConfig(uint offset, Span<byte> destination)
        => _config.AsSpan((int)offset, destination.Length).CopyTo(destination);

    internal override void WriteConfig(uint offset, ReadOnlySpan<byte> source) => source.CopyTo(_config.AsSpan((int)offset));

    internal override unsafe RegisterLocation LocateConfig(uint offset, int width)
        => RegisterLocation.InMemory((byte*)Unsafe.AsPointer(ref _config[offset]), width);

    internal override VectorCapability GetVectorCapability(bool line)
        => line ? VectorCapability.Nothing : new(VectorKind.Msi, 1, NoResize: true);

    internal override void EnableVectors(VectorKind kind, ReadOnlySpan<VectorLine?> lines) => _line = (EventFdLine?)lines[0];

    internal override void DisableVectors(VectorKind kind) => _line = null;

    private protected override void TriggerCore(int vector) => Line.Signal();

    private protected override void DisposeCore()
    {
    }

    private EventFdLine Line
        => _line ?? throw new PciDeviceException(Name, "trigger a vector", Errno.EINVAL, "Vector 0 is not enabled.", "enable interrupts first");
}
