namespace TopHalf;

/// <summary>The counts of one vector since its binding began.</summary>
/// <param name="Vector">The vector's number.</param>
/// <param name="Handler">The method that handles it.</param>
/// <param name="Signals">Signals that arrived.</param>
/// <param name="Handled">Calls of the handler; one may stand for several signals.</param>
/// <param name="Spurious">Events whose pending register said that the device did not interrupt.</param>
public readonly record struct VectorStatistics(int Vector, string Handler, long Signals, long Handled, long Spurious)
{
    /// <summary>Signals that came together with an earlier one and had no call of their own.</summary>
    public long Coalesced => Signals - Handled - Spurious;
}
