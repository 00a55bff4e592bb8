using System.Collections;

namespace TopHalf;

/// <summary>
/// The register accesses of a <see cref="SimulatedDevice"/> in the order in which the device saw them, from
/// <see cref="SimulatedDevice.StartTrace"/> until it is disposed. Any thread may read it while it grows.
/// </summary>
public sealed class RegisterTrace : IReadOnlyList<RegisterAccess>, IDisposable
{
    private readonly List<RegisterAccess> _accesses = [];
    private readonly SimulatedDevice _device;

    internal RegisterTrace(SimulatedDevice device) => _device = device;

    /// <inheritdoc/>
    public int Count
    {
        get
        {
            lock (_accesses)
            {
                return _accesses.Count;
            }
        }
    }

    /// <inheritdoc/>
    public RegisterAccess this[int index]
    {
        get
        {
            lock (_accesses)
            {
                return _accesses[index];
            }
        }
    }

    /// <summary>The accesses so far; what comes later is not in it.</summary>
    public IEnumerator<RegisterAccess> GetEnumerator()
    {
        lock (_accesses)
        {
            return ((IEnumerable<RegisterAccess>)_accesses.ToArray()).GetEnumerator();
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Stops recording; what was recorded stays.</summary>
    public void Dispose() => _device.StopTrace(this);

    internal void Add(RegisterAccess access)
    {
        lock (_accesses)
        {
            _accesses.Add(access);
        }
    }
}
