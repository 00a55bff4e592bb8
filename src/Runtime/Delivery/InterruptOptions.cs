namespace TopHalf;

/// <summary>Options of a binding.</summary>
public sealed class InterruptOptions
{
    /// <summary>Options of the named receive threads.</summary>
    public IDictionary<string, object> Threads { get; } = new Dictionary<string, object>(StringComparer.Ordinal);
}
