using System.ComponentModel;
using System.Runtime.InteropServices;

namespace TopHalf.CompilerServices;

/// <summary>For generated code: one vector that was signalled, as the receiver hands it to the dispatcher.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[StructLayout(LayoutKind.Sequential)]
public readonly unsafe struct InterruptEvent
{
    // As small as it can be. An eventfd is read before 2^32 signals have come. These are the
    // fields of struct record in top_half.c, which writes events too.
    private readonly uint _signals;
    private readonly ushort _step;
    private readonly ushort _isNotLast;
    private readonly int _vector;
    private readonly int _index;
    private readonly long _timestamp;
    private readonly ulong _status;
    private readonly VectorCounters* _counters;

    /// <param name="vector">The vector's number.</param>
    /// <param name="signals">How many signals came since the last event of the vector; at least 1.</param>
    /// <param name="timestamp">When the wait returned: nanoseconds of CLOCK_MONOTONIC.</param>
    public InterruptEvent(int vector, long signals, long timestamp)
        : this(null, vector, signals, timestamp)
    {
    }

    internal InterruptEvent(VectorCounters* counters, int vector, long signals, long timestamp)
    {
        _counters = counters;
        _vector = vector;
        _signals = (uint)Math.Min(signals, uint.MaxValue);
        _timestamp = timestamp;
    }

    /// <summary>The vector's number.</summary>
    public int Vector => _vector;

    /// <summary>How many signals came since the last event of the vector; at least 1.</summary>
    public long Signals => _signals;

    /// <summary>When the wait returned: nanoseconds of CLOCK_MONOTONIC.</summary>
    public long Timestamp => _timestamp;

    /// <summary>What the top half read from the status register; 0 where none ran.</summary>
    public ulong Status => _status;

    /// <summary>The index of the source that the top half found; 0 where none ran.</summary>
    public int Index => _index;

    /// <summary>Which step of the vector's program calls the handler that the top half found; 0 where none ran.</summary>
    public int Step => _step;

    /// <summary>No further handler is called for the same interrupt of a top half.</summary>
    public bool IsLast => _isNotLast == 0;

    /// <summary>Where the event is counted: here, so that counting needs no look-up. The receiver's; pinned.</summary>
    internal VectorCounters* Counters => _counters;
}
