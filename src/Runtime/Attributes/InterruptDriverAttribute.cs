namespace TopHalf;

/// <summary>
/// Makes a partial class an interrupt driver: TopHalf generates <c>EnableInterrupts</c>, <c>RunInterrupts</c> and
/// <c>Manifest</c> for it from the vectors, descriptors and handlers that it declares.
/// </summary>
/// <example>
/// <code>
/// [InterruptDriver(VendorId = 0x1234, DeviceId = 0x11E8)]
/// public sealed partial class EduDriver(PciDevice device) { … }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class InterruptDriverAttribute : Attribute
{
    /// <summary>
    /// The PCI vendor id that the device must have (configuration space, offset 0). Binding to a device with another one
    /// fails. Zero, which no vendor has, means any.
    /// </summary>
    public ushort VendorId { get; set; }

    /// <summary>
    /// The PCI device id that the device must have (configuration space, offset 2). Binding to a device with another one
    /// fails. Checked only where it is declared; zero means any.
    /// </summary>
    public ushort DeviceId { get; set; }

    /// <summary>
    /// What is done where there are fewer vectors than the highest declared one needs. With <see cref="VectorShortage.Share"/> every handler
    /// has an <see cref="IrqPendingAttribute"/>; with both ways to share, the driver tells its card which vector to use in a method with
    /// <see cref="VectorsGrantedAttribute"/>.
    /// </summary>
    public VectorShortage TooFewVectors { get; set; }
}
