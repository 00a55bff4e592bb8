namespace TopHalf;

/// <summary>The interrupt side of a simulated device: which vectors and which line it has, and where they go.</summary>
internal sealed class SimulatedVectors
{
    private readonly object _gate = new(); // a line must not be closed while it is signalled
    private readonly VectorCapability _messages;
    private readonly bool _hasLine;
    private VectorKind _kind = VectorKind.None;
    private VectorLine?[] _lines = [];
    private bool _isHigh; // the level-triggered line
    private bool _isMasked; // by the kernel, from its interrupt on
    private int _drops;

    public SimulatedVectors(SimulatedDeviceOptions options)
    {
        // PCI 3.0, 6.8.1 and 6.8.2: MSI has at most 32 vectors, MSI-X 2048.
        if (options.MsiVectors is < 0 or > 32 || options.MsiXVectors is < 0 or > 2048)
        {
            throw new ArgumentException(
                $"{options.MsiVectors} MSI and {options.MsiXVectors} MSI-X vectors: a device offers 0 to 32 and 0 to 2048.", nameof(options));
        }

        _hasLine = options.HasLine;
        _messages = options.MsiXVectors > 0
            ? new VectorCapability(VectorKind.MsiX, options.MsiXVectors, NoResize: false)
            : new VectorCapability(options.MsiVectors > 0 ? VectorKind.Msi : VectorKind.None, options.MsiVectors, NoResize: true);
    }

    public VectorCapability Capability(bool line)
        => !line ? _messages : _hasLine ? new VectorCapability(VectorKind.Intx, 1, NoResize: true) : VectorCapability.Nothing;

    public bool InProcess { get; set; }

    public void Enable(VectorKind kind, ReadOnlySpan<VectorLine?> lines)
    {
        lock (_gate)
        {
            _kind = kind;
            _lines = lines.ToArray();
            _isMasked = false;
            Deliver();
        }
    }

    public void Disable()
    {
        lock (_gate)
        {
            _kind = VectorKind.None;
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
        if ((uint)vector >= (uint)_messages.Count)
        {
            throw new ArgumentOutOfRangeException(nameof(vector), vector, $"The device offers {_messages.Count} vectors.");
        }

        lock (_gate)
        {
            if (!heard || _kind == VectorKind.Intx || !IsEnabled(vector))
            {
                return false;
            }

            if (_drops > 0)
            {
                _drops--;
                return false;
            }

            _lines[vector]!.Signal();
            return true;
        }
    }

    /// <summary>The level of the line.</summary>
    public void SetLine(bool isHigh)
    {
        if (!_hasLine)
        {
            throw new InvalidOperationException("The device has no level-triggered line; set HasLine of its options.");
        }

        lock (_gate)
        {
            _isHigh = isHigh;
            Deliver();
        }
    }

    /// <summary>Takes the kernel's mask off the line.</summary>
    public void UnmaskLine()
    {
        lock (_gate)
        {
            _isMasked = false;
            Deliver();
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

    // As the kernel does: first the mask, then the signal.
    private void Deliver()
    {
        if (_isHigh && !_isMasked && _kind == VectorKind.Intx && IsEnabled(0))
        {
            _isMasked = true;
            _lines[0]!.Signal();
        }
    }

    private bool IsEnabled(int vector) => (uint)vector < (uint)_lines.Length && _lines[vector] is not null;
}
