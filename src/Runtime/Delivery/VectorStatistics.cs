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

    /// <summary>Signals that came together with an earlier one and had no call of their own.</summary>
    public long Coalesced => Signals - Handled - Spurious;
}
