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
    private readonly VectorCounters[] _counters;
    private readonly InterruptEvent[] _batch = new InterruptEvent[BatchSize];
    private int _next;
    private int _count;
    private volatile bool _stopping;

    /// <param name="device">Whose vectors.</param>
    /// <param name="vectors">Their numbers, ascending; the place of each is its slot.</param>
    private protected InterruptReceiver(PciDevice device, int[] vectors)
    {
        _device = device;
        _vectors = vectors;
        _counters = new VectorCounters[vectors.Length];
    }

    /// <summary>The next signalled vector, waiting for one if need be. False once the binding stops.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Next(out InterruptEvent interrupt)
    {
        int next = _next;
        if (next < _count && !_stopping)
        {
            _next = next + 1;
            interrupt = _batch[next];
            return true;
        }

        return Refill(out interrupt);
    }

    /// <summary>Counts an event whose pending register said that the device did not interrupt.</summary>
    public void Spurious(in InterruptEvent interrupt)
    {
        // A span's search, since it is the one that does not allocate a comparer.
        int slot = _vectors.AsSpan().BinarySearch(interrupt.Vector);
        if (slot >= 0)
        {
            ref long spurious = ref _counters[slot].Spurious;
            Volatile.Write(ref spurious, spurious + 1);
        }
    }

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

    /// <summary>The vector of the event that <see cref="Next"/> gave last; -1 before the first.</summary>
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
            Signals = Volatile.Read(ref counters.Signals),
            Events = Volatile.Read(ref counters.Events),
            Spurious = Volatile.Read(ref counters.Spurious),
        };
    }

    /// <summary>Waits until a vector is signalled or <see cref="Wake"/> is called; fills the batch; 0 events are allowed.</summary>
    private protected abstract int Wait(Span<InterruptEvent> batch);

    /// <summary>Ends a wait on another thread, or the next one.</summary>
    private protected abstract void Wake();

    /// <summary>Counts an event and makes it.</summary>
    private protected InterruptEvent Record(int slot, long signals, long timestamp)
    {
        // One writer; the volatile writes keep a reader on another thread from seeing half of a counter.
        ref VectorCounters counters = ref _counters[slot];
        Volatile.Write(ref counters.Signals, counters.Signals + signals);
        Volatile.Write(ref counters.Events, counters.Events + 1);
        return new InterruptEvent(_vectors[slot], signals, timestamp);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool Refill(out InterruptEvent interrupt)
    {
        while (!_stopping)
        {
            _count = 0;
            _next = 0;
            int count = Wait(_batch);
            if (count > 0 && !_stopping)
            {
                _count = count;
                _next = 1;
                interrupt = _batch[0];
                return true;
            }
        }

        Withdraw();
        interrupt = default;
        return false;
    }

    /// <summary>Takes back the counts of events that a stop kept from being dispatched.</summary>
    private void Withdraw()
    {
        for (; _next < _count; _count--)
        {
            ref InterruptEvent skipped = ref _batch[_count - 1];
            ref VectorCounters counters = ref _counters[_vectors.AsSpan().BinarySearch(skipped.Vector)];
            Volatile.Write(ref counters.Signals, counters.Signals - skipped.Signals);
            Volatile.Write(ref counters.Events, counters.Events - 1);
        }
    }
}
