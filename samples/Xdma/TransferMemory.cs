namespace TopHalf.Samples.Xdma;

/// <summary>How the driver's DMA memory is divided: each channel has a page of descriptors and 16 KiB of data.</summary>
internal static class TransferMemory
{
    /// <summary>Its length.</summary>
    public const uint Length = 0x2_0000;

    /// <summary>The most that one transfer moves.</summary>
    public const int MostBytes = 0x4000;

    /// <summary>Where the descriptors of a channel are; channels from the card come behind those to it.</summary>
    public static uint DescriptorsOf(int engine) => (uint)engine * 0x1000;

    /// <summary>Where its data is.</summary>
    public static uint DataOf(int engine) => 0x8000 + ((uint)engine * MostBytes);
}
