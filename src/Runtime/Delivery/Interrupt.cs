namespace TopHalf;

/// <summary>
/// One delivered interrupt, as the handler sees it. It lives on the receive thread's stack and ends with the handler.
/// </summary>
[InterruptSafe]
public readonly ref struct Interrupt
{
    /// <summary>Made by generated code for every interrupt, and by <see cref="Create"/> for tests.</summary>
    /// <param name="vector">The vector's number.</param>
    /// <param name="index">The vector's place in its declared range.</param>
    /// <param name="status">The value of the pending register.</param>
    /// <param name="signals">How many signals came together.</param>
    /// <param name="timestamp">Nanoseconds of CLOCK_MONOTONIC.</param>
    public Interrupt(int vector, int index, ulong status, long signals, long timestamp)
    {
        Vector = vector;
        Index = index;
        Status = status;
        Signals = signals;
        Timestamp = timestamp;
    }

    /// <summary>The vector's number, as the device counts them.</summary>
    public int Vector { get; }

    /// <summary>The vector's place in its <see cref="MsiVectorAttribute"/> range, from 0.</summary>
    public int Index { get; }

    /// <summary>
    /// The whole value that was read from the <see cref="IrqPendingAttribute"/> register, bits outside its mask included;
    /// 0 where the handler has none.
    /// </summary>
    public ulong Status { get; }

    /// <summary>How many signals of the vector this call stands for: 1, or more where they were coalesced.</summary>
    public long Signals { get; }

    /// <summary>When the wait returned: nanoseconds of CLOCK_MONOTONIC, the clock of <c>Stopwatch</c> on Linux.</summary>
    public long Timestamp { get; }

    /// <summary>An interrupt made by hand, so that a handler can be tested without a device.</summary>
    /// <inheritdoc cref="Interrupt(int, int, ulong, long, long)"/>
    public static Interrupt Create(int vector = 0, int index = 0, ulong status = 0, long signals = 1, long timestamp = 0)
        => new(vector, index, status, signals, timestamp);
}
