namespace TopHalf;

/// <summary>Which kind of interrupts; the values are VFIO's irq indices (linux/vfio.h).</summary>
internal enum VectorKind
{
    None = -1,

    /// <summary>The level-triggered line: one, which counts as vector 0.</summary>
    Intx = 0,
    Msi = 1,
    MsiX = 2,
}

/// <summary>The interrupts of a kind that a device offers.</summary>
/// <param name="Kind">Of messages MSI-X where the device has it, MSI otherwise.</param>
/// <param name="Count">How many vectors.</param>
/// <param name="NoResize">More vectors can be added only after all were disabled.</param>
internal readonly record struct VectorCapability(VectorKind Kind, int Count, bool NoResize)
{
    /// <summary>The device has no such interrupts.</summary>
    public static VectorCapability Nothing => new(VectorKind.None, 0, NoResize: false);
}
