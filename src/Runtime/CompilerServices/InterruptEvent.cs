using System.ComponentModel;

namespace TopHalf.CompilerServices;

/// <summary>For generated code: one vector that was signalled, as the receiver hands it to the dispatcher.</summary>
/// <param name="vector">The vector's number.</param>
/// <param name="signals">How many signals came since the last event of the vector; at least 1.</param>
/// <param name="timestamp">When the wait returned: nanoseconds of CLOCK_MONOTONIC.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct InterruptEvent(int vector, long signals, long timestamp)
{
    /// <summary>The vector's number.</summary>
    public int Vector { get; } = vector;

    /// <summary>How many signals came since the last event of the vector; at least 1.</summary>
    public long Signals { get; } = signals;

    /// <summary>When the wait returned: nanoseconds of CLOCK_MONOTONIC.</summary>
    public long Timestamp { get; } = timestamp;
}
