namespace TopHalf;

/// <summary>
/// What a receive thread counts for each vector at every event; written by that thread only, when an event is over. Nothing else
/// stands here: what thousands of vectors count has to fit the cache.
/// </summary>
internal struct VectorCounters
{
    /// <summary>Events whose handler was called.</summary>
    public long Handled;

    /// <summary>Events whose pending register said no.</summary>
    public long Spurious;

    /// <summary>Signals beyond the first of an event.</summary>
    public long Coalesced;
}

/// <summary>What is counted where something is not as it should be; written likewise.</summary>
internal struct VectorTroubles
{
    /// <summary>Pending bits that no handler claims.</summary>
    public long Unclaimed;

    /// <summary>Events whose status was still pending after the last look.</summary>
    public long Unsettled;

    /// <summary>How often so many spurious events came that the source was taken for a storm.</summary>
    public long Storms;
}

/// <summary>
/// All that was counted for a vector up to now. Signals are the sum, so that a reader on another thread never sees more of one kind
/// than there were signals.
/// </summary>
internal struct VectorCounts
{
    public long Handled;
    public long Spurious;
    public long Coalesced;
    public long Unclaimed;
    public long Unsettled;
    public long Storms;

    /// <summary>Events that found the ring of the top half full, and were merged with others of their vector.</summary>
    public long Merged;

    /// <summary>Signals that the device sent.</summary>
    public readonly long Signals => Handled + Spurious + Coalesced;
}
