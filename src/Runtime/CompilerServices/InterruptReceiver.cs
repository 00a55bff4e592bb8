using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace TopHalf.CompilerServices;

/// <summary>
/// For generated code: the vectors of one receive thread, as a stream of events. Only that thread calls
/// <see cref="Next"/>, <see cref="Spurious"/> and <see cref="ConfirmPresent"/>; none of them allocates.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class InterruptReceiver : IDisposable
{
    // Enough to spare system calls under load, and few enough that the first event is not kept waiting for the last read.
    private protected const int BatchSize = 16;

    private readonly PciDevice _device;
    private readonly int[] _vectors;
    private readonly int[] _slots; // by vector; -1 for one that is another thread's or nobody's
    private readonly VectorCounters[] _counters;
    private readonly InterruptEvent[] _batch = new InterruptEvent[BatchSize];

    // Of the batch: the event before _next is the current one, which the dispatch is at work on; _count are there.
    private int _next;
    private int _count;
    private bool _currentIsSpurious;
    private volatile bool _stopping;

    /// <param name="device">Whose vectors.</param>
    /// <param name="vectors">Their numbers, ascending, at least one; the place of each is its slot.</param>
    private protected InterruptReceiver(PciDevice device, int[] vectors)
    {
        _device = device;
        _vectors = vectors;
        _slots = new int[vectors[^1] + 1];
        Array.Fill(_slots, -1);
        for (int slot = 0; slot < vectors.Length; slot++)
        {
            _slots[vectors[slot]] = slot;
        }

        _counters = new VectorCounters[vectors.Length];
    }

    /// <summary>
    /// The next signalled vector, waiting for one if need be. False once the binding stops. The event before it is over by this,
    /// and is counted.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Next(out InterruptEvent interrupt)
    {
        int next = _next;
        if (next < _count && !_stopping)
        {
            CountCurrent();
            _next = next + 1;
            interrupt = _batch[next];
            return true;
        }

        return Refill(out interrupt);
    }

    /// <summary>Makes the current event one whose pending register said that the device did not interrupt.</summary>
    public void Spurious(in InterruptEvent interrupt) => _currentIsSpurious = true;

    /// <summary>Called when a status reads all ones: returns if that is a real value, throws if no device answers.</summary>
    /// <exception cref="DeviceGoneException">Configuration space reads all ones as well.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void ConfirmPresent()
    {
        try
        {
            if (_device.Answers())
            {
                return;
            }
        }
        catch (PciDeviceException e)
        {
            throw new DeviceGoneException(_device.Name, e);
        }

        throw new DeviceGoneException(_device.Name);
    }

    /// <inheritdoc/>
    public abstract void Dispose();

    internal ReadOnlySpan<int> Vectors => _vectors;

    /// <summary>The vector of the event that the dispatch is at work on; -1 for none.</summary>
    internal int Current => _next > 0 ? _batch[_next - 1].Vector : -1;

    private protected bool Stopping => _stopping;

    /// <summary>The line to connect to a slot's vector.</summary>
    internal abstract VectorLine Line(int slot);

    /// <summary>Makes <see cref="Next"/> return false, also when it waits. Any thread; not after <see cref="Dispose"/>.</summary>
    internal void Stop()
    {
        _stopping = true;
        Wake();
    }

    /// <summary>What was counted for a slot so far. Any thread.</summary>
    internal VectorCounters Counters(int slot)
    {
        ref VectorCounters counters = ref _counters[slot];
        return new VectorCounters
        {
            Handled = Volatile.Read(ref counters.Handled),
            Spurious = Volatile.Read(ref counters.Spurious),
            Coalesced = Volatile.Read(ref counters.Coalesced),
        };
    }

    /// <summary>Counts the current event, if there is one: its handler has returned, or thrown.</summary>
    internal void CountCurrent()
    {
        int current = _next - 1;
        if (current < 0)
        {
            return;
        }

        // One writer; the volatile writes are for readers on other threads.
        ref InterruptEvent ended = ref _batch[current];
        ref VectorCounters counters = ref _counters[_slots[ended.Vector]];
        Volatile.Write(ref counters.Coalesced, counters.Coalesced + ended.Signals - 1);
        if (_currentIsSpurious)
        {
            _currentIsSpurious = false;
            Volatile.Write(ref counters.Spurious, counters.Spurious + 1);
        }
        else
        {
            Volatile.Write(ref counters.Handled, counters.Handled + 1);
        }
    }

    /// <summary>Waits until a vector is signalled or <see cref="Wake"/> is called; fills the batch; 0 events are allowed.</summary>
    private protected abstract int Wait(Span<InterruptEvent> batch);

    /// <summary>Ends a wait on another thread, or the next one.</summary>
    private protected abstract void Wake();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool Refill(out InterruptEvent interrupt)
    {
        CountCurrent();
        _next = 0;
        _count = 0;
        while (!_stopping)
        {
            // What a wait brings when the binding has been stopped meanwhile is handed to nobody, and counted by nobody.
            int count = Wait(_batch);
            if (count > 0 && !_stopping)
            {
                _count = count;
                _next = 1;
                interrupt = _batch[0];
                return true;
            }
        }

        interrupt = default;
        return false;
    }
}
