namespace TopHalf;

/// <content>Memory that the device reads and writes itself.</content>
public abstract partial class PciDevice
{
    // The first mebibyte is given to no buffer (IovaSpace.Lowest).
    private const int FewestAddressBits = 21;

    // Held while a buffer is mapped and freed, so that the disposal finds every buffer either there or gone.
    private readonly object _dmaGate = new();
    private readonly HashSet<DmaBuffer> _dma = [];
    private readonly HashSet<DmaBuffer> _kept = []; // out of the device's reach, and not yet given up by the driver
    private bool _dmaClosed;

    /// <summary>Bytes that the device's DMA buffers hold now.</summary>
    public long DmaBytes
    {
        get
        {
            lock (_dmaGate)
            {
                return _dma.Sum(static buffer => buffer.Length);
            }
        }
    }

    /// <summary>
    /// Allocates memory that the device can read and write: zeroed, resident, aligned to pages, at one range of addresses for the
    /// device however long it is. The device reaches nothing else of the process. It is freed with the buffer or with the device.
    /// </summary>
    /// <param name="bytes">How many, above 0. A whole number of pages is mapped.</param>
    /// <param name="addressBits">How many bits of an address the device can form, 21 to 64.</param>
    /// <exception cref="PciDeviceException">
    /// There is no such memory, the process may not lock it, or no address is free; the message says which, and how to mend it.
    /// </exception>
    /// <remarks>
    /// The memory is locked, and counts against the limit of locked memory. The device uses it only with bus mastering, which
    /// enabling interrupts turns on, and the end of the binding off.
    /// </remarks>
    public DmaBuffer AllocateDma(long bytes, int addressBits = 64)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bytes);
        if (addressBits is < FewestAddressBits or > 64)
        {
            throw new ArgumentOutOfRangeException(nameof(addressBits), addressBits, "A device forms addresses of 21 to 64 bits.");
        }

        lock (_dmaGate)
        {
            ObjectDisposedException.ThrowIf(_dmaClosed, this);
            DmaBuffer buffer = MapDma((ulong)bytes, ulong.MaxValue >> (64 - addressBits));
            _dma.Add(buffer);
            return buffer;
        }
    }

    /// <summary>Makes memory that the device reaches, of zeros; called under the lock of the buffers.</summary>
    /// <param name="length">Bytes, above 0.</param>
    /// <param name="highest">The highest address that the device can form.</param>
    internal virtual DmaBuffer MapDma(ulong length, ulong highest)
        => throw new NotSupportedException($"{Name}: nothing stands behind this device that could read or write memory.");

    /// <summary>The device reaches it no more. Once for each buffer, under that lock.</summary>
    internal virtual void DisconnectDma(DmaBuffer buffer)
    {
    }

    /// <summary>Frees the memory of a buffer that is disconnected. Once for each buffer, under that lock.</summary>
    internal virtual void ReleaseDma(DmaBuffer buffer)
    {
    }

    /// <summary>Frees a buffer, unless that was done before.</summary>
    internal void Free(DmaBuffer buffer)
    {
        lock (_dmaGate)
        {
            if (_dma.Remove(buffer))
            {
                DisconnectDma(buffer);
                ReleaseDma(buffer);
            }
            else if (_kept.Remove(buffer))
            {
                ReleaseDma(buffer);
            }
        }
    }

    /// <summary>What is left of the buffers, when the binding has ended.</summary>
    /// <param name="keepMemory">
    /// Nobody of the driver has asked for it: its threads may be at work on the memory, which stays until they give it up.
    /// </param>
    private void FreeDma(bool keepMemory)
    {
        lock (_dmaGate)
        {
            _dmaClosed = true;
            if (_dma.Count == 0)
            {
                return;
            }

            StopDma();
            foreach (DmaBuffer buffer in _dma)
            {
                buffer.Invalidate();
                DisconnectDma(buffer);
            }

            _kept.UnionWith(_dma);
            _dma.Clear();
        }

        if (!keepMemory)
        {
            ReleaseKept();
        }
    }

    private void ReleaseKept()
    {
        lock (_dmaGate)
        {
            foreach (DmaBuffer buffer in _kept)
            {
                ReleaseDma(buffer);
            }

            _kept.Clear();
        }
    }

    /// <summary>Turns bus mastering off for those who turned it on without a binding.</summary>
    private void StopDma()
    {
        try
        {
            if (Answers())
            {
                SetBusMaster(on: false);
            }
        }
        catch (PciDeviceException)
        {
            // A device that does not answer any more. The IOMMU keeps it from what is unmapped.
        }
    }
}
