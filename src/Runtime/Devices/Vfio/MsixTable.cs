namespace TopHalf;

/// <summary>Where the MSI-X table of a function lies (PCI Local Bus Specification 3.0, section 6.8.2).</summary>
/// <param name="Bar">The BAR that holds it.</param>
/// <param name="Area">Its place there.</param>
internal readonly record struct MsixTable(int Bar, RegionArea Area)
{
    private const uint StatusRegister = 0x06;
    private const ushort StatusHasCapabilities = 0x0010;
    private const uint CapabilitiesPointer = 0x34;
    private const byte MsixCapability = 0x11;
    private const uint EntryLength = 16;

    // 256 bytes of configuration space less the 64 of its header hold no more capabilities than this.
    private const int MostCapabilities = 48;

    /// <summary>Walks the capabilities; null where the function has no MSI-X.</summary>
    /// <param name="read">Reads a number of bytes, 1, 2 or 4, of configuration space.</param>
    public static MsixTable? Find(Func<uint, int, uint> read)
    {
        if ((read(StatusRegister, 2) & StatusHasCapabilities) == 0)
        {
            return null;
        }

        // The two lowest bits of a pointer are reserved.
        uint at = read(CapabilitiesPointer, 1) & 0xFC;
        for (int i = 0; at != 0 && i < MostCapabilities; i++)
        {
            if (read(at, 1) == MsixCapability)
            {
                uint entries = (read(at + 2, 2) & 0x7FF) + 1;
                uint place = read(at + 4, 4);
                return new MsixTable((int)(place & 7), new RegionArea(place & ~7u, entries * EntryLength));
            }

            at = read(at + 1, 1) & 0xFC;
        }

        return null;
    }
}
