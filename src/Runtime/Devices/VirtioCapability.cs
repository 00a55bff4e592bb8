namespace TopHalf;

/// <summary>
/// The vendor-specific capabilities by which a virtio card tells where its structures are: struct virtio_pci_cap (Virtual I/O
/// Device 1.2, section 4.1.4).
/// </summary>
internal static class VirtioCapability
{
    private const byte VendorSpecific = 0x09;
    private const uint TypeAt = 3;
    private const uint BarAt = 4;
    private const uint OffsetAt = 8;

    /// <summary>The BAR of a structure, and its offset there. Of several, the first: the card's preference.</summary>
    /// <exception cref="PciDeviceException">The device does not name it.</exception>
    public static (byte Bar, uint Offset) Find(PciDevice device, VirtioStructure structure)
    {
        foreach (uint at in PciCapabilities.FindAll((offset, width) => Read(device, offset, width), VendorSpecific))
        {
            // A driver ignores values of BAR that the specification reserves.
            if (device.ReadConfig8(at + TypeAt) == (byte)structure && device.ReadConfig8(at + BarAt) < PciConfig.BarCount)
            {
                return (device.ReadConfig8(at + BarAt), device.ReadConfig32(at + OffsetAt));
            }
        }

        throw new PciDeviceException(
            device.Name,
            "binding",
            errno: 0,
            $"The device has no virtio structure {structure}: no vendor-specific capability of type {(byte)structure}.",
            "open a virtio device, and not a transitional one in its legacy mode ('lspci -vv' lists the capabilities).");
    }

    private static uint Read(PciDevice device, uint offset, int width) => width switch
    {
        1 => device.ReadConfig8(offset),
        2 => device.ReadConfig16(offset),
        _ => device.ReadConfig32(offset),
    };
}
