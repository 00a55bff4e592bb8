namespace TopHalf;

/// <summary>The interrupt side of a simulated device: which vectors it has, and where they go.</summary>
internal sealed class SimulatedVectors
{
    private readonly object _gate = new(); // a line must not be closed while it is signalled
    private VectorLine?[] _lines = [];
    private int _drops;

    public SimulatedVectors(SimulatedDeviceOptions options)
    {
        // PCI 3.0, 6.8.1 and 6.8.2: MSI has at most 32 vectors, MSI-X 2048.
        if (options.MsiVectors is < 0 or > 32 || options.MsiXVectors is < 0 or > 2048)
        {
            throw new ArgumentException(
                $"{options.MsiVectors} MSI and {options.MsiXVectors} MSI-X vectors: a device offers 0 to 32 and 0 to 2048.", nameof(options));
        }

        Capability = options.MsiXVectors > 0
            ? new VectorCapability(VectorKind.MsiX, options.MsiXVectors, NoResize: false)
            : new VectorCapability(options.MsiVectors > 0 ? VectorKind.Msi : VectorKind.None, options.MsiVectors, NoResize: true);
    }

    public VectorCapability Capability { get; }

    public bool InProcess { get; set; }

    public void Enable(ReadOnlySpan<VectorLine?> lines)
    {
        lock (_gate)
        {
            _lines = lines.ToArray();
        }
    }

    public void Disable()
    {
        lock (_gate)
        {
            _lines = [];
        }
    }

    /// <summary>Where an enabled vector arrives; null for another.</summary>
    public VectorLine? Line(int vector)
    {
        lock (_gate)
        {
            return IsEnabled(vector) ? _lines[vector] : null;
        }
    }

    public void Drop(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        lock (_gate)
        {
            _drops += count;
        }
    }

    /// <param name="vector">Which one.</param>
    /// <param name="heard">The message would arrive at the host at all.</param>
    public bool Raise(int vector, bool heard)
    {
        if ((uint)vector >= (uint)Capability.Count)
        {
            throw new ArgumentOutOfRangeException(nameof(vector), vector, $"The device offers {Capability.Count} vectors.");
        }

        lock (_gate)
        {
            if (heard && _drops > 0 && IsEnabled(vector))
            {
                _drops--;
                return false;
            }

            return heard && Signal(vector);
        }
    }

    /// <summary>Signals an enabled vector, whatever happens to the device's own messages; false for another vector.</summary>
    public bool Signal(int vector)
    {
        lock (_gate)
        {
            if (!IsEnabled(vector))
            {
                return false;
            }

            _lines[vector]!.Signal();
            return true;
        }
    }

    private bool IsEnabled(int vector) => (uint)vector < (uint)_lines.Length && _lines[vector] is not null;
}
