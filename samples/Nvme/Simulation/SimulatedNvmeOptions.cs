namespace TopHalf.Samples.Nvme;

/// <summary>What a simulated controller is like.</summary>
public sealed record SimulatedNvmeOptions
{
    /// <summary>What is on the disk: whole blocks of 512 bytes.</summary>
    public byte[] Image { get; init; } = DiskImage.Generate(16_384);

    /// <summary>CAP.MQES + 1: entries that a queue may have.</summary>
    public int MaximumEntries { get; init; } = 2048;

    /// <summary>CAP.DSTRD: doorbells lie 4 « this apart.</summary>
    public int DoorbellStride { get; init; }

    /// <summary>I/O queue pairs.</summary>
    public int Queues { get; init; } = 8;

    /// <summary>Messages of MSI-X.</summary>
    public int Vectors { get; init; } = 65;

    /// <summary>Ends commands that are there together in another order than they came in, as a disk may: the seed of the order; null for the order they came in.</summary>
    public int? Shuffle { get; init; }
}
