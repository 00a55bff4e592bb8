namespace TopHalf;

/// <summary>Offsets and bits of a PCI function's configuration space (PCI Local Bus Specification 3.0, section 6.1 and 6.2).</summary>
internal static class PciConfig
{
    public const uint VendorId = 0x00;
    public const uint DeviceId = 0x02;
    public const uint Command = 0x04;

    /// <summary>Class code and revision: all ones is no class, but what reads when no device answers.</summary>
    public const uint ClassAndRevision = 0x08;

    /// <summary>Command: answers accesses to its memory BARs.</summary>
    public const ushort CommandMemory = 0x0002;

    /// <summary>Command: may write to memory itself. An MSI is such a write: without this bit it is lost without a trace.</summary>
    public const ushort CommandMaster = 0x0004;

    /// <summary>The vendor id that no vendor has: what reads when no device answers.</summary>
    public const ushort NoVendor = 0xFFFF;

    /// <summary>Bytes of a conventional configuration space; a PCI Express function has 4096.</summary>
    public const int ConventionalLength = 256;

    /// <summary>Base address registers of a function.</summary>
    public const int BarCount = 6;
}
