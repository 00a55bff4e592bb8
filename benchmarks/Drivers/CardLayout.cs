namespace TopHalf.Benchmarks.Drivers;

/// <summary>The registers and the log of the card of benchmarks/Latency/card.h.</summary>
public static class CardLayout
{
    /// <summary>BAR 0: events raised so far, written by the card; 32 bits as all but <see cref="Start"/>.</summary>
    public const uint Raised = 0x000;

    /// <summary>The value of <see cref="Raised"/> that the driver saw last, written back by it.</summary>
    public const uint Acknowledged = 0x040;

    /// <summary>Events whose handling is over.</summary>
    public const uint Handled = 0x080;

    /// <summary>How often the driver found at least one new event.</summary>
    public const uint Wakes = 0x0C0;

    /// <summary>64 bits: when the first event is due, nanoseconds of CLOCK_MONOTONIC.</summary>
    public const uint Start = 0x100;

    /// <summary>Not zero when a C twin waits for events.</summary>
    public const uint Ready = 0x140;

    /// <summary>Events that the log has room for.</summary>
    public const int Capacity = 1 << 16;

    /// <summary>BAR 2: when each event was raised, by the card; 64 bits each, nanoseconds of CLOCK_MONOTONIC, as in the arrays after it.</summary>
    public const ulong RaisedLog = 0;

    /// <summary>When the wait returned.</summary>
    public const ulong WokenLog = Capacity * sizeof(long);

    /// <summary>When the card was told.</summary>
    public const ulong AcknowledgedLog = 2 * WokenLog;

    /// <summary>When the handler was done with it.</summary>
    public const ulong HandledLog = 3 * WokenLog;

    /// <summary>Bytes of BAR 2.</summary>
    public const ulong LogLength = 4 * WokenLog;

    /// <summary>Bytes of BAR 0.</summary>
    public const ulong RegistersLength = 0x1000;
}
