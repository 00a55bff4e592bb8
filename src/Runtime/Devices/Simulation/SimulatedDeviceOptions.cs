namespace TopHalf;

/// <summary>What a <see cref="SimulatedDevice"/> is: its ids, its BARs and its vectors.</summary>
public sealed class SimulatedDeviceOptions
{
    /// <summary>The name in error messages; null for <c>simulated vvvv:dddd</c>.</summary>
    public string? Name { get; set; }

    /// <summary>The PCI vendor id.</summary>
    public ushort VendorId { get; set; }

    /// <summary>The PCI device id.</summary>
    public ushort DeviceId { get; set; }

    /// <summary>The BARs by index, 0 to 5; a missing one does not exist.</summary>
    public IDictionary<int, SimulatedBar> Bars { get; } = new SortedDictionary<int, SimulatedBar>();

    /// <summary>How many MSI vectors the device offers: 0 to 32. Used where it offers no MSI-X.</summary>
    public int MsiVectors { get; set; }

    /// <summary>How many MSI-X vectors the device offers: 0 to 2048.</summary>
    public int MsiXVectors { get; set; }

    /// <summary>The device has a level-triggered line (INTx).</summary>
    public bool HasLine { get; set; }
}
