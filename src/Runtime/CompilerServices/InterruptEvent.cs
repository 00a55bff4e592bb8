using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace TopHalf.CompilerServices;

/// <summary>For generated code: one vector that was signalled, as the receiver hands it to the dispatcher.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct InterruptEvent
{
    // As small as it can be: a batch of events is 10 cache lines. An eventfd is read before 2^32 signals have come.
    private readonly uint _signals;
    private readonly ushort _step;
    private readonly bool _isNotLast;

    /// <param name="vector">The vector's number.</param>
    /// <param name="signals">How many signals came since the last event of the vector; at least 1.</param>
    /// <param name="timestamp">When the wait returned: nanoseconds of CLOCK_MONOTONIC.</param>
    public InterruptEvent(int vector, long signals, long timestamp)
        : this(null, vector, signals, timestamp)
    {
    }

    internal InterruptEvent(VectorCounters* counters, int vector, long signals, long timestamp)
    {
        Counters = counters;
        Vector = vector;
        _signals = (uint)Math.Min(signals, uint.MaxValue);
        Timestamp = timestamp;
    }

    /// <summary>What a top half leaves of an interrupt.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal InterruptEvent(VectorCounters* counters, int vector, in TopHalfRecord record)
        : this(counters, vector, record.Signals, record.Time)
    {
        Status = record.Status;
        Index = (int)record.Index;
        _step = record.Step;
        _isNotLast = record.IsNotLast != 0;
    }

    /// <summary>The vector's number.</summary>
    public int Vector { get; }

    /// <summary>How many signals came since the last event of the vector; at least 1.</summary>
    public long Signals => _signals;

    /// <summary>When the wait returned: nanoseconds of CLOCK_MONOTONIC.</summary>
    public long Timestamp { get; }

    /// <summary>What the top half read from the status register; 0 where none ran.</summary>
    public ulong Status { get; }

    /// <summary>The index of the source that the top half found; 0 where none ran.</summary>
    public int Index { get; }

    /// <summary>Which step of the vector's program calls the handler that the top half found; 0 where none ran.</summary>
    public int Step => _step;

    /// <summary>No further handler is called for the same interrupt of a top half.</summary>
    public bool IsLast => !_isNotLast;

    /// <summary>Where the event is counted: here, so that counting needs no look-up. The receiver's; pinned.</summary>
    internal VectorCounters* Counters { get; }
}
