namespace TopHalf.Samples.Ivshmem;

/// <summary>Numbers of QEMU's ivshmem-doorbell, by its specification (docs/specs/ivshmem-spec): offsets in BAR 0.</summary>
public static class IvshmemRegisters
{
    /// <summary>Vendor 0x1AF4 (Red Hat) and device 0x1110, as the first word of configuration space has them.</summary>
    public const uint Identifier = 0x1110_1AF4;

    /// <summary>Bytes of BAR 0.</summary>
    public const uint Length = 0x100;

    /// <summary>The mask of the line; of no effect with MSI-X.</summary>
    public const uint Mask = 0x00;

    /// <summary>The status of the line; of no effect with MSI-X.</summary>
    public const uint Status = 0x04;

    /// <summary>The number that the server has given to this machine. Read only.</summary>
    public const uint Position = 0x08;

    /// <summary>A write rings: the peer's number in bits 31:16, its vector in bits 15:0. Reads 0.</summary>
    public const uint Doorbell = 0x0C;

    /// <summary>What to write there.</summary>
    public static uint Ring(uint peer, int vector) => (peer << 16) | (uint)vector;
}
