namespace TopHalf;

/// <summary>Where the MSI-X table of a function lies (PCI Local Bus Specification 3.0, section 6.8.2).</summary>
/// <param name="Bar">The BAR that holds it.</param>
/// <param name="Area">Its place there.</param>
internal readonly record struct MsixTable(int Bar, RegionArea Area)
{
    private const uint EntryLength = 16;

    /// <summary>Interrupts that the table has room for, 1 to 2048.</summary>
    public int Entries => (int)(Area.Length / EntryLength);

    /// <summary>Looks among the capabilities; null where the function has no MSI-X.</summary>
    /// <param name="read">Reads a number of bytes, 1, 2 or 4, of configuration space.</param>
    public static MsixTable? Find(Func<uint, int, uint> read)
    {
        if (PciCapabilities.Find(read, PciCapabilities.MsiX) is not { } at)
        {
            return null;
        }

        uint entries = (read(at + 2, 2) & 0x7FF) + 1;
        uint place = read(at + 4, 4);
        return new MsixTable((int)(place & 7), new RegionArea(place & ~7u, entries * EntryLength));
    }
}
