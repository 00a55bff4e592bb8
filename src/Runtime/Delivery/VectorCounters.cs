namespace TopHalf;

/// <summary>
/// What a receive thread counts for each vector; written by that thread only, when an event is over. Signals are the sum, so that
/// a reader on another thread never sees more of one kind than there were signals.
/// </summary>
internal struct VectorCounters
{
    /// <summary>Events whose handler was called.</summary>
    public long Handled;

    /// <summary>Events whose pending register said no.</summary>
    public long Spurious;

    /// <summary>Signals beyond the first of an event.</summary>
    public long Coalesced;

    /// <summary>Pending bits that no handler claims.</summary>
    public long Unclaimed;

    /// <summary>Events whose status was still pending after the last look.</summary>
    public long Unsettled;

    /// <summary>Events that found the ring of the top half full, and were merged with others of their vector.</summary>
    public long Merged;

    /// <summary>Spurious events in a row, and when the first of them was.</summary>
    public int Streak;
    public long StreakBegan;

    /// <summary>The source was taken for a storm.</summary>
    public long Storms;

    /// <summary>Signals that the device sent.</summary>
    public readonly long Signals => Handled + Spurious + Coalesced;
}
