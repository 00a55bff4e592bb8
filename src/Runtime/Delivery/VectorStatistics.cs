namespace TopHalf;

/// <summary>
/// The counts of one vector since its binding began. An event is counted when it is over: what stands here has been done.
/// </summary>
/// <param name="Vector">The vector's number.</param>
/// <param name="Handler">The method that handles it.</param>
/// <param name="Signals">Signals of the events that are over.</param>
/// <param name="Handled">Calls of the handler that have ended; one may stand for several signals.</param>
/// <param name="Spurious">Events whose pending register said that the device did not interrupt.</param>
public readonly record struct VectorStatistics(int Vector, string Handler, long Signals, long Handled, long Spurious)
{
    /// <summary>
    /// Events that found the ring of the native top half full, since the handlers were behind: their status bits and signals were
    /// merged into one later call. Nothing of them is lost; 0 without a native top half.
    /// </summary>
    public long Merged { get; init; }

    /// <summary>
    /// Pending bits that no handler claims (<see cref="StatusBitsAttribute"/>): each was masked by <see cref="IrqUnclaimedAttribute"/>,
    /// where the driver has it.
    /// </summary>
    public long Unclaimed { get; init; }

    /// <summary>
    /// Events whose status was still pending after as many looks as <see cref="IrqPendingAttribute.Recheck"/> allows: the card
    /// interrupts faster than it is served, or the acknowledge does not clear it.
    /// </summary>
    public long Unsettled { get; init; }

    /// <summary>
    /// How often the source was taken for a storm and masked: <see cref="InterruptThreadOptions.StormRate"/>, or a status that does not
    /// settle.
    /// </summary>
    public long Storms { get; init; }

    /// <summary>Signals that came together with an earlier one and had no call of their own.</summary>
    public long Coalesced => Signals - Handled - Spurious;
}
