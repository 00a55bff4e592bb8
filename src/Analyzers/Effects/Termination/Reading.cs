namespace TopHalf.Analyzers.Effects;

/// <summary>What a value depends on.</summary>
internal sealed class Reading
{
    /// <summary>The variables in it that the loop moves on.</summary>
    public HashSet<string> Movers { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether others change it, at a place that the loop does not move on from.</summary>
    public bool IsShared { get; set; }

    /// <summary>Whether others change it, at a place that the loop moves on from: a ring that the card fills while it is emptied.</summary>
    public bool IsWalked { get; set; }

    /// <summary>Whether it looks at the clock.</summary>
    public bool IsClock { get; set; }

    /// <summary>Whether the loop moves it, if not always the same way.</summary>
    public bool IsStepped { get; set; }

    /// <summary>Takes over what a part depends on.</summary>
    public void Add(Reading part)
    {
        Movers.UnionWith(part.Movers);
        IsShared |= part.IsShared;
        IsWalked |= part.IsWalked;
        IsClock |= part.IsClock;
        IsStepped |= part.IsStepped;
    }
}
