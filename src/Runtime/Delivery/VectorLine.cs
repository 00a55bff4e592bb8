namespace TopHalf;

/// <summary>Where a device's vector arrives: one per declared vector, owned by its receiver.</summary>
internal abstract class VectorLine : IDisposable
{
    /// <summary>Signals the vector once, as a device does. Any thread; must not run beside <see cref="Dispose"/>.</summary>
    public abstract void Signal();

    public abstract void Dispose();
}
