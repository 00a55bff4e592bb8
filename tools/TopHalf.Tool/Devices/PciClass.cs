namespace TopHalf.Tool;

/// <summary>Names of what PCI functions are (PCI Code and ID Assignment Specification 1.11, section 1).</summary>
internal static class PciClass
{
    // By base class, from 0x00.
    private static readonly string[] Names =
    [
        "unclassified", "storage", "network", "display", "multimedia", "memory", "bridge", "communication", "system", "input",
        "docking station", "processor", "serial bus", "wireless", "intelligent I/O", "satellite", "encryption", "signal processing",
        "accelerator", "instrumentation",
    ];

    // Those whose base class says too little.
    private static readonly Dictionary<uint, string> Better = new()
    {
        [0x0101] = "IDE controller",
        [0x0106] = "SATA controller",
        [0x0108] = "NVMe controller",
        [0x0200] = "Ethernet controller",
        [0x0300] = "VGA controller",
        [0x0403] = "audio device",
        [0x0600] = "host bridge",
        [0x0601] = "ISA bridge",
        [0x0604] = "PCI bridge",
        [0x0700] = "serial port",
        [0x0806] = "IOMMU",
        [0x0C03] = "USB controller",
        [0x0C05] = "SMBus",
    };

    /// <param name="code">Base class, subclass and programming interface, a byte each.</param>
    public static string NameOf(uint code)
    {
        uint baseClass = code >> 16;
        return Better.TryGetValue(code >> 8, out string? name) ? name
            : baseClass < Names.Length ? Names[baseClass]
            : baseClass == 0xFF ? "vendor's own"
            : $"class {code:x6}";
    }
}
