namespace TopHalf;

/// <summary>The list of capabilities in a function's configuration space (PCI Local Bus Specification 3.0, section 6.7).</summary>
internal static class PciCapabilities
{
    /// <summary>Message-signalled interrupts (section 6.8.1).</summary>
    public const byte Msi = 0x05;

    /// <summary>MSI-X (section 6.8.2).</summary>
    public const byte MsiX = 0x11;

    private const uint StatusRegister = 0x06;
    private const ushort StatusHasCapabilities = 0x0010;
    private const uint Pointer = 0x34;

    // 256 bytes of configuration space less the 64 of its header hold no more capabilities than this.
    private const int MostCapabilities = 48;

    /// <summary>Where a capability begins; null where the function has none of that id.</summary>
    /// <param name="read">Reads a number of bytes, 1, 2 or 4, of configuration space.</param>
    /// <param name="id">The capability.</param>
    public static uint? Find(Func<uint, int, uint> read, byte id)
    {
        foreach (uint at in FindAll(read, id))
        {
            return at;
        }

        return null;
    }

    /// <summary>The places of all capabilities of an id, in the order of the list.</summary>
    /// <inheritdoc cref="Find"/>
    public static IEnumerable<uint> FindAll(Func<uint, int, uint> read, byte id)
    {
        if ((read(StatusRegister, 2) & StatusHasCapabilities) == 0)
        {
            yield break;
        }

        // The two lowest bits of a pointer are reserved.
        uint at = read(Pointer, 1) & 0xFC;
        for (int i = 0; at != 0 && i < MostCapabilities; i++)
        {
            if (read(at, 1) == id)
            {
                yield return at;
            }

            at = read(at + 1, 1) & 0xFC;
        }
    }
}
