using System.ComponentModel;

namespace TopHalf.CompilerServices;

/// <summary>For generated code: one vector that was signalled, as the receiver hands it to the dispatcher.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct InterruptEvent
{
    // As small as it can be, 32 bytes: a batch of events is 8 cache lines. An eventfd is read before 2^32 signals have come.
    private readonly uint _signals;

    /// <param name="vector">The vector's number.</param>
    /// <param name="signals">How many signals came since the last event of the vector; at least 1.</param>
    /// <param name="timestamp">When the wait returned: nanoseconds of CLOCK_MONOTONIC.</param>
    public InterruptEvent(int vector, long signals, long timestamp)
        : this(null, vector, signals, timestamp, status: 0)
    {
    }

    internal InterruptEvent(VectorCounters* counters, int vector, long signals, long timestamp, ulong status)
    {
        Counters = counters;
        Vector = vector;
        _signals = (uint)Math.Min(signals, uint.MaxValue);
        Timestamp = timestamp;
        Status = status;
    }

    /// <summary>The vector's number.</summary>
    public int Vector { get; }

    /// <summary>How many signals came since the last event of the vector; at least 1.</summary>
    public long Signals => _signals;

    /// <summary>When the wait returned: nanoseconds of CLOCK_MONOTONIC.</summary>
    public long Timestamp { get; }

    /// <summary>What the top half read from the pending register; 0 where none ran.</summary>
    public ulong Status { get; }

    /// <summary>Where the event is counted: here, so that counting needs no look-up. The receiver's; pinned.</summary>
    internal VectorCounters* Counters { get; }
}
