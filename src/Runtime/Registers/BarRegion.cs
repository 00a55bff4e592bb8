namespace TopHalf;

/// <summary>
/// What stands behind a <see cref="Bar"/>: its length and, where the kernel allows it, a mapped window from offset 0.
/// Accesses outside the window (I/O ports, the MSI-X table's page, simulated registers) go through the virtual methods.
/// </summary>
internal abstract unsafe class BarRegion(string device, int index, ulong length, bool isPort) : IDisposable
{
    // So that an end cannot overflow. For an offset that is a constant, as in generated code, one comparison is left of the three.
    private const ulong LargestOffset = 1UL << 62;

    // Written by Map and Dispose only; a zero length sends every access to Slow, which knows why.
    private byte* _window;
    private ulong _windowLength;
    private volatile bool _disposed;

    public string Device { get; } = device;

    public int Index { get; } = index;

    /// <summary>Bytes.</summary>
    public ulong Length { get; } = length;

    /// <summary>An I/O-port BAR, which no kernel maps.</summary>
    public bool IsPort { get; } = isPort;

    public byte* Window => _window;

    /// <summary>True where an aligned access of <paramref name="width"/> bytes lies within the mapped window.</summary>
    public bool InWindow(ulong offset, uint width)
        => offset <= LargestOffset && offset + width <= _windowLength && (offset & (width - 1)) == 0;

    /// <summary>Whether an access in range can be made at all; the width is what may forbid it.</summary>
    [InterruptSafe]
    public virtual bool Reaches(ulong offset, int width) => true;

    /// <summary>Every access that is not in the window: the checks first, then the device's own way.</summary>
    public ulong CheckedRead(ulong offset, int width)
    {
        Check(offset, width);
        return SlowRead(offset, width);
    }

    /// <inheritdoc cref="CheckedRead"/>
    public void CheckedWrite(ulong offset, int width, ulong value)
    {
        Check(offset, width);
        SlowWrite(offset, width, value);
    }

    /// <summary>How native code reaches a register that was checked to lie in the BAR; good until the disposal.</summary>
    public RegisterLocation Locate(ulong offset, int width)
        => InWindow(offset, (uint)width) ? RegisterLocation.InMemory(_window + offset, width) : LocateSlow(offset, width);

    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        Volatile.Write(ref _windowLength, 0);
        DisposeCore();
        _window = null;
    }

    /// <summary>Declares [0, <paramref name="length"/>) of the BAR as mapped at <paramref name="window"/>.</summary>
    protected void Map(nint window, ulong length)
    {
        _window = (byte*)window;
        Volatile.Write(ref _windowLength, length);
    }

    /// <summary>An access outside the window, already checked: in range, aligned, of 1, 2, 4 or 8 bytes.</summary>
    [InterruptSafe]
    internal abstract ulong SlowRead(ulong offset, int width);

    /// <inheritdoc cref="SlowRead"/>
    [InterruptSafe]
    internal abstract void SlowWrite(ulong offset, int width, ulong value);

    /// <summary>The way to a register outside the window.</summary>
    private protected abstract RegisterLocation LocateSlow(ulong offset, int width);

    /// <summary>Unmaps and closes; called once.</summary>
    private protected abstract void DisposeCore();

    [InterruptUnsafe("throws only for a register that the BAR does not have, which is a mistake in the driver and no event")]
    private void Check(ulong offset, int width)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (offset >= Length || Length - offset < (ulong)width)
        {
            throw new ArgumentOutOfRangeException(
                nameof(offset), offset, $"{Device}: BAR {Index} is {Length:#,0} bytes; {width} bytes at 0x{offset:X} lie outside it.");
        }

        if ((offset & (ulong)(width - 1)) != 0)
        {
            throw new ArgumentException(
                $"{Device}: BAR {Index}: offset 0x{offset:X} is not a multiple of the access's {width} bytes.", nameof(offset));
        }
    }
}
