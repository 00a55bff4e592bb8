namespace TopHalf.Analyzers.Effects;

/// <summary>What one entry does with storage, in order: its own code and what it calls.</summary>
/// <param name="Name">The entry, as messages name it.</param>
internal sealed record Trace(string Name)
{
    /// <summary>Every use that counts.</summary>
    public List<Access> Accesses { get; } = [];

    /// <summary>Every use of what orders others.</summary>
    public List<Sync> Syncs { get; } = [];

    /// <summary>
    /// Whether a write that a handler made is seen by a use here: the handler released a flag after it, which was acquired before the use.
    /// </summary>
    public bool Sees(Access write, Trace handler, Access use)
    {
        foreach (Sync release in handler.Syncs)
        {
            if (release.IsRelease
                && release.Order > write.Order
                && (release.Storage == Storage.Fence || !release.Storage.Overlaps(use.Storage))
                && Syncs.Any(a => a.IsAcquire && a.Order < use.Order && a.Storage == release.Storage && (a.IsTested || use.Storage.IsInElement)))
            {
                return true;
            }
        }

        return false;
    }
}
