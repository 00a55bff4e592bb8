namespace TopHalf.Samples.Xdma;

/// <summary>
/// A descriptor of a transfer (PG195): 32 bytes in the host's memory, which the channel fetches itself.
/// </summary>
/// <param name="Control">0xAD4B in the upper half; <see cref="Stop"/> and <see cref="Completed"/>.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Source">Where from: in the host's memory or in the card's.</param>
/// <param name="Destination">Where to.</param>
/// <param name="Next">The next descriptor.</param>
public readonly record struct XdmaDescriptor(uint Control, uint Length, ulong Source, ulong Destination, ulong Next)
{
    /// <summary>Bytes of a descriptor.</summary>
    public const uint Size = 32;

    /// <summary>The upper half of <see cref="Control"/>.</summary>
    public const uint Magic = 0xAD4B_0000;

    /// <summary>The channel stops after this one.</summary>
    public const uint Stop = 0x1;

    /// <summary>The status notes the end of this one.</summary>
    public const uint Completed = 0x2;

    /// <summary>The eight words in their order, each of 32 bits, and of addresses the low one first.</summary>
    public uint[] ToWords()
        => [Control, Length, (uint)Source, (uint)(Source >> 32), (uint)Destination, (uint)(Destination >> 32), (uint)Next, (uint)(Next >> 32)];

    /// <summary>The descriptor of eight words.</summary>
    public static XdmaDescriptor FromWords(ReadOnlySpan<uint> words) => new(
        words[0], words[1], words[2] | ((ulong)words[3] << 32), words[4] | ((ulong)words[5] << 32), words[6] | ((ulong)words[7] << 32));
}
