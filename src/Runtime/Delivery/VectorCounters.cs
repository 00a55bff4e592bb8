namespace TopHalf;

/// <summary>What a receive thread counts for each vector; written by that thread only.</summary>
internal struct VectorCounters
{
    /// <summary>Signals that the device sent, coalesced ones included.</summary>
    public long Signals;

    /// <summary>Events that were dispatched.</summary>
    public long Events;

    /// <summary>Events whose pending register said no.</summary>
    public long Spurious;
}
