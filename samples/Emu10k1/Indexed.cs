namespace TopHalf.Samples.Emu10k1;

/// <summary>
/// The indexed registers, as they are written to <see cref="Ports.Address"/>. Those of a channel get its number added; the others
/// have a bit for each of 32 channels.
/// </summary>
public static class Indexed
{
    /// <summary>A channel's pitch in the upper half, 0x4000 for one sample a period; 0 stops it.</summary>
    public const uint Pitch = 0x00_0000;

    /// <summary>Where a channel's loop starts, in samples: 24 bits.</summary>
    public const uint LoopStart = 0x06_0000;

    /// <summary>Where a channel's loop ends, in samples: 24 bits.</summary>
    public const uint LoopEnd = 0x07_0000;

    /// <summary>Where a channel is, in samples: 24 bits.</summary>
    public const uint Current = 0x08_0000;

    /// <summary>The first 32 channels' loops: which may interrupt.</summary>
    public const uint LoopEnableLow = 0x58_0000;

    /// <summary>The same of the last 32.</summary>
    public const uint LoopEnableHigh = 0x59_0000;

    /// <summary>The first 32 channels' loops: which interrupt. A written 1 clears.</summary>
    public const uint LoopPendingLow = 0x5A_0000;

    /// <summary>The same of the last 32.</summary>
    public const uint LoopPendingHigh = 0x5B_0000;

    /// <summary>The first 32 channels' half loops: which may interrupt.</summary>
    public const uint HalfEnableLow = 0x66_0000;

    /// <summary>The same of the last 32.</summary>
    public const uint HalfEnableHigh = 0x67_0000;

    /// <summary>The first 32 channels' half loops: which interrupt. A written 1 clears.</summary>
    public const uint HalfPendingLow = 0x68_0000;

    /// <summary>The same of the last 32.</summary>
    public const uint HalfPendingHigh = 0x69_0000;
}
