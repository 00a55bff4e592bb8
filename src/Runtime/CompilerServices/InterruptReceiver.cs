using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TopHalf.CompilerServices;

/// <summary>
/// For generated code: the vectors of one receive thread, as batches of events. Only that thread calls the public members;
/// none of them allocates.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract unsafe class InterruptReceiver : IDisposable
{
    // Enough to spare system calls under load, and few enough that the first event is not kept waiting for the last read.
    private protected const int BatchSize = 16;

    private readonly PciDevice _device;
    private readonly int[] _vectors;
    private readonly VectorCounters[] _counters;
    private readonly VectorCounters* _countersPinned;
    private readonly InterruptEvent* _batchPinned;

    // Of what the last wait brought: the event that the dispatch is at work on, null for none, and what is behind the last one.
    private InterruptEvent* _current;
    private InterruptEvent* _end;
    private volatile bool _stopping;
    private readonly VectorTroubles[] _troubles;
    private readonly StormGuard _storms;
    private bool _isLineMasked;
    private VectorLine[]?[]? _others; // by slot, of vectors that have to share

    // Where handlers are looked at: events of the batch that are left, this one included, and what was counted before it.
    private int _left;
    private long _spuriousBefore;

    // Made when somebody first asks, on another thread.
    private LatencyCounts? _latency;

    /// <param name="device">Whose vectors.</param>
    /// <param name="vectors">Their numbers, ascending, at least one; the place of each is its slot.</param>
    /// <param name="batch">How many events a wait may bring.</param>
    private protected InterruptReceiver(PciDevice device, int[] vectors, int batch = BatchSize)
    {
        Batch = GC.AllocateArray<InterruptEvent>(batch, pinned: true);
        _batchPinned = (InterruptEvent*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(Batch));
        _device = device;
        _vectors = vectors;
        _counters = GC.AllocateArray<VectorCounters>(vectors.Length, pinned: true);
        _countersPinned = (VectorCounters*)Unsafe.AsPointer(ref _counters[0]);
        _troubles = new VectorTroubles[vectors.Length];
        _storms = new StormGuard(device, vectors);
    }

    /// <summary>
    /// A native routine has run each event's steps up to the handler, and will run those after it: the dispatch calls the
    /// handler with <see cref="InterruptEvent.Status"/>, and then <see cref="Complete"/> where steps are left.
    /// </summary>
    public bool HasTopHalf { get; private protected init; }

    /// <summary>The first of the next signalled vectors, waiting for one if need be; a null reference once the binding stops.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public ref readonly InterruptEvent Wait()
    {
        if (_latency is { } latency)
        {
            TakeTime(latency);
        }

        int count;
        if (Checks is { } checks)
        {
            count = WaitForOne(checks);
        }
        else
        {
            _current = null;
            count = NextBatch();
        }

        if (count == 0)
        {
            return ref Unsafe.NullRef<InterruptEvent>();
        }

        _current = Events;
        _end = _current + count;
        return ref *_current;
    }

    /// <summary>The event after one that was handled, waiting for one if need be; a null reference once the binding stops.</summary>
    /// <param name="interrupt">What <see cref="Wait"/> or this returned last.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref readonly InterruptEvent Next(in InterruptEvent interrupt)
    {
        var next = (InterruptEvent*)Unsafe.AsPointer(ref Unsafe.AsRef(in interrupt)) + 1;
        if (next == _end || _stopping)
        {
            return ref Wait();
        }

        _current = next;
        return ref *next;
    }

    /// <summary>
    /// As <see cref="NextBatch"/>, but one event at a time: what is done between two calls is the handling of that event, which needs no calls of its own around
    /// it, and so costs nothing where nobody looks.
    /// </summary>
    private int WaitForOne(HandlerChecks checks)
    {
        if (_current != null && SlotOf(in *_current) is var slot && _counters[slot].Spurious == _spuriousBefore)
        {
            checks.End(slot);
        }

        _current = null;
        if (--_left > 0)
        {
            Events++;
        }
        else
        {
            _left = NextBatch();
        }

        if (_left == 0 || _stopping)
        {
            return 0;
        }

        _spuriousBefore = _counters[SlotOf(in *Events)].Spurious;
        checks.Begin();
        return 1;
    }

    // Until the whole batch was handled: one look at the clock for all of it.
    private void TakeTime(LatencyCounts latency)
    {
        if (_current != null)
        {
            long now = MonotonicClock.Now();
            for (InterruptEvent* handled = Events; handled <= _current; handled++)
            {
                latency.Add(now - handled->Timestamp);
            }
        }
    }

    /// <summary>Counts an event whose handler has returned.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Handled(in InterruptEvent interrupt)
    {
        // One thread writes counters; the volatile writes are for readers on others.
        VectorCounters* counters = interrupt.Counters;
        Volatile.Write(ref counters->Coalesced, counters->Coalesced + interrupt.Signals - 1);
        Volatile.Write(ref counters->Handled, counters->Handled + 1);
    }

    /// <summary>Counts an event whose pending register said that the device did not interrupt.</summary>
    public void Spurious(in InterruptEvent interrupt)
    {
        VectorCounters* counters = interrupt.Counters;
        Volatile.Write(ref counters->Coalesced, counters->Coalesced + interrupt.Signals - 1);
        Volatile.Write(ref counters->Spurious, counters->Spurious + 1);
        int slot = SlotOf(interrupt);
        if (_storms.Strike(slot, counters->Handled, interrupt.Timestamp))
        {
            Volatile.Write(ref _troubles[slot].Storms, _troubles[slot].Storms + 1);
            MaskStorm(slot);
        }
    }

    /// <summary>Counts pending bits that no handler claims.</summary>
    /// <param name="interrupt">The event.</param>
    /// <param name="bits">The bits; at least one.</param>
    public void Unclaimed(in InterruptEvent interrupt, ulong bits)
    {
        ref VectorTroubles troubles = ref _troubles[SlotOf(interrupt)];
        Volatile.Write(ref troubles.Unclaimed, troubles.Unclaimed + BitOperations.PopCount(bits));
    }

    /// <summary>Counts an interrupt whose status was still pending after the last look, and masks its sources.</summary>
    public void Unsettled(in InterruptEvent interrupt)
    {
        int slot = SlotOf(interrupt);
        Volatile.Write(ref _troubles[slot].Unsettled, _troubles[slot].Unsettled + 1);
        MaskStorm(slot);
    }

    /// <summary>Takes the kernel's mask off the level-triggered line: the end of each of its interrupts.</summary>
    public void UnmaskLine()
    {
        // The line of a storm stays masked. A receiver of the line has no other vector.
        if (!_isLineMasked)
        {
            _device.UnmaskLine();
        }
    }

    /// <summary>Lets the top half run the steps after the handler, before <see cref="Handled"/>.</summary>
    public virtual void Complete(in InterruptEvent interrupt)
        => throw new NotSupportedException("There is no top half; the dispatch runs the steps after the handler itself.");

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

    /// <summary>How long what was received took to be handled, from the first call on. Any thread.</summary>
    internal LatencyCounts MeasureLatency()
    {
        if (Volatile.Read(ref _latency) is null)
        {
            Interlocked.CompareExchange(ref _latency, new LatencyCounts(), null);
        }

        return Volatile.Read(ref _latency)!;
    }

    /// <summary>Looks at the handlers' calls; null where nobody wants it. Set before the first wait.</summary>
    internal HandlerChecks? Checks { get; set; }

    /// <summary>The vector of the event that the dispatch is at work on; -1 for none.</summary>
    internal int Current => _current != null ? _current->Vector : -1;

    /// <summary>The body of a thread of its own that the delivery needs; null for none.</summary>
    internal virtual Action? Companion => null;

    /// <summary>What the name of the companion's thread begins with.</summary>
    internal virtual string CompanionName => "top";

    /// <summary>The companion runs on the receive thread's processor, where it has none of its own.</summary>
    internal virtual bool CompanionSharesCpu => true;

    /// <summary>The vector at which the companion failed; -1 for none.</summary>
    internal virtual int CompanionCurrent => -1;

    /// <summary>Waits until the companion has set up what it needs, after its thread and the receive thread have started.</summary>
    /// <exception cref="PciDeviceException">It could not.</exception>
    internal virtual void WaitForCompanion()
    {
    }

    /// <summary>Makes the companion return, when it has done what the dispatch left to it, and waits until it is out of the card's registers.</summary>
    internal virtual void StopCompanion()
    {
    }

    /// <summary>Called on the receive thread, before its first wait and before a vector is enabled: for what only a thread itself can set up.</summary>
    /// <exception cref="PciDeviceException">The kernel refuses.</exception>
    internal virtual void BeginOnThread()
    {
    }

    /// <summary>Called on the receive thread after its last wait, if <see cref="BeginOnThread"/> was, whether or not that succeeded; more than once does nothing.</summary>
    internal virtual void EndOnThread()
    {
    }

    /// <summary>For <see cref="WaitForEvents"/> to fill, from the first place on; pinned.</summary>
    private protected InterruptEvent[] Batch { get; }

    /// <summary>Where what <see cref="WaitForEvents"/> has brought begins: in <see cref="Batch"/>, where that does not say otherwise.</summary>
    private protected InterruptEvent* Events { get; set; }

    /// <summary>Where the vectors are counted, by slot.</summary>
    private protected VectorCounters* Counters => _countersPinned;

    private protected bool Stopping => _stopping;

    /// <summary>The line to connect to a slot's vector.</summary>
    internal abstract VectorLine Line(int slot);

    /// <summary>
    /// What arrives at a slot's line is for these lines too, before its own steps run: their vectors have none. While no vector is enabled.
    /// </summary>
    internal virtual void PassOn(int slot, VectorLine[] lines) => (_others ??= new VectorLine[]?[_vectors.Length])[slot] = lines;

    /// <summary>Sets what is taken for a storm; while no vector is enabled.</summary>
    /// <param name="manifest">The driver, bound.</param>
    /// <param name="rate">Spurious interrupts in a row within a second; 0 for no limit.</param>
    /// <param name="found">Called on the receive thread, once for a vector, with whether it could be masked.</param>
    internal virtual void GuardAgainstStorms(DriverManifest manifest, int rate, Action<int, bool>? found)
        => _storms.Set(manifest, rate, found);

    /// <summary>Reports a storm that a top half has found and masked.</summary>
    private protected void TellStorm(int slot) => _storms.Tell(slot);

    /// <summary>The next events, in their places. None once the binding stops.</summary>
    private int NextBatch()
    {
        while (!_stopping)
        {
            Events = _batchPinned;

            // What a wait brings when the binding has been stopped meanwhile is handed to nobody, and counted by nobody.
            int count = WaitForEvents();
            if (count > 0 && !_stopping)
            {
                if (_others is { } others)
                {
                    PassOn(others, count);
                }

                return count;
            }
        }

        return 0;
    }

    private void PassOn(VectorLine[]?[] others, int count)
    {
        foreach (ref readonly InterruptEvent interrupt in new ReadOnlySpan<InterruptEvent>(Events, count))
        {
            foreach (VectorLine line in others[SlotOf(interrupt)] ?? [])
            {
                line.Signal();
            }
        }
    }

    private void MaskStorm(int slot)
    {
        _isLineMasked = true;
        using CheckAside aside = CheckAside.Begin();
        _storms.Mask(slot);
        _storms.Tell(slot);
    }

    /// <summary>Makes <see cref="Wait"/> bring no more events, also when it waits. Any thread; not after <see cref="Dispose"/>.</summary>
    internal void Stop()
    {
        _stopping = true;
        Wake();
    }

    /// <summary>What was counted for a slot so far. Any thread.</summary>
    internal virtual VectorCounts Counts(int slot)
    {
        ref VectorCounters counters = ref _counters[slot];
        ref VectorTroubles troubles = ref _troubles[slot];
        return new VectorCounts
        {
            Handled = Volatile.Read(ref counters.Handled),
            Spurious = Volatile.Read(ref counters.Spurious),
            Coalesced = Volatile.Read(ref counters.Coalesced),
            Unclaimed = Volatile.Read(ref troubles.Unclaimed),
            Unsettled = Volatile.Read(ref troubles.Unsettled),
            Storms = Volatile.Read(ref troubles.Storms),
        };
    }

    /// <summary>Counts the current event, if there is one: its handler has thrown.</summary>
    internal void CountCurrent()
    {
        if (_current != null)
        {
            Handled(in *_current);
            _current = null;
        }
    }

    /// <summary>Takes <see cref="Stop"/> back.</summary>
    private protected void Restart() => _stopping = false;

    /// <summary>
    /// Waits until a vector is signalled or <see cref="Wake"/> is called; fills the batch, or sets <see cref="Events"/>; 0 events are allowed.
    /// </summary>
    private protected abstract int WaitForEvents();

    /// <summary>Ends a wait on another thread, or the next one.</summary>
    private protected abstract void Wake();

    private protected int SlotOf(in InterruptEvent interrupt) => (int)(interrupt.Counters - _countersPinned);

    /// <summary>An event of a slot's vector.</summary>
    private protected InterruptEvent Event(int slot, long signals, long timestamp)
        => new(_countersPinned + slot, _vectors[slot], signals, timestamp);
}
