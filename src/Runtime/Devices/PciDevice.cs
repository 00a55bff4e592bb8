namespace TopHalf;

/// <summary>A PCI function that a driver can be bound to.</summary>
public abstract class PciDevice : IDisposable
{
    private protected PciDevice()
    {
    }

    /// <summary>The mapping of a base address register.</summary>
    public Bar GetBar(int index) => throw new NotImplementedException();

    /// <inheritdoc/>
    public void Dispose() => GC.SuppressFinalize(this);
}
