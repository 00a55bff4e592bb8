namespace TopHalf.Tool;

/// <summary>How many interrupt messages a function offers.</summary>
/// <param name="Msi">0 to 32.</param>
/// <param name="MsiX">0 to 2048.</param>
internal readonly record struct VectorCounts(int Msi, int MsiX)
{
    /// <param name="read">Reads a number of bytes, 1, 2 or 4, of configuration space.</param>
    public static VectorCounts Read(Func<uint, int, uint> read)
    {
        // Message control: bits 3 to 1 are the logarithm (PCI Local Bus Specification 3.0, section 6.8.1.3).
        int msi = PciCapabilities.Find(read, PciCapabilities.Msi) is { } at ? 1 << (int)((read(at + 2, 2) >> 1) & 7) : 0;
        return new VectorCounts(msi, MsixTable.Find(read)?.Entries ?? 0);
    }

    /// <inheritdoc/>
    public override string ToString() => (Msi, MsiX) switch
    {
        (0, 0) => "none",
        (_, 0) => $"MSI {Msi}",
        (0, _) => $"MSI-X {MsiX}",
        _ => $"MSI {Msi}, MSI-X {MsiX}",
    };
}
