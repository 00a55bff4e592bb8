namespace TopHalf;

/// <summary>Which kind of message-signalled interrupts; the values are VFIO's irq indices (linux/vfio.h).</summary>
internal enum VectorKind
{
    None = 0,
    Msi = 1,
    MsiX = 2,
}

/// <summary>The interrupt messages that a device offers.</summary>
/// <param name="Kind">MSI-X where the device has it, MSI otherwise.</param>
/// <param name="Count">How many vectors.</param>
/// <param name="NoResize">More vectors can be added only after all were disabled.</param>
internal readonly record struct VectorCapability(VectorKind Kind, int Count, bool NoResize);
