namespace TopHalf;

/// <summary>A driver bound to a device.</summary>
public sealed class InterruptBinding : IDisposable
{
    /// <inheritdoc/>
    public void Dispose() => throw new NotImplementedException();
}
