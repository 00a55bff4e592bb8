namespace TopHalf;

/// <summary>
/// Declares the size of a BAR, as the device's data sheet gives it, so that the compiler can hold every register of the driver
/// class against it: those of descriptors, and the constant offsets that its code reads and writes. A BAR without a declaration
/// is not checked at build time; each is checked against the real device when interrupts are enabled.
/// </summary>
/// <param name="index">The base address register, 0 to 5.</param>
/// <param name="length">Bytes; a power of two, at least 16 for memory and 4 for I/O ports.</param>
/// <example>
/// <code>
/// [InterruptDriver(VendorId = 0x1234, DeviceId = 0x11E8)]
/// [DeviceBar(0, 0x10_0000)]
/// public sealed partial class EduDriver(PciDevice device) { … }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class DeviceBarAttribute(byte index, ulong length) : Attribute
{
    /// <summary>The base address register, 0 to 5.</summary>
    public byte Index { get; } = index;

    /// <summary>The length in bytes.</summary>
    public ulong Length { get; } = length;

    /// <summary>The BAR is one of I/O ports; its registers are of the types <c>Port8</c> to <c>Port32</c>.</summary>
    public bool IsPort { get; set; }
}
