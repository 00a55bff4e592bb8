namespace TopHalfDriver;

/// <summary>The registers of a channel, in BAR 0.</summary>
public static class ChannelRegisters
{
    /// <summary>Of the whole BAR, as the card's manual gives it: registers beyond it are reported while you type.</summary>
    public const ulong BarLength = 0x1_0000;

    /// <summary>From one channel's block to the next one's.</summary>
    public const uint Stride = 0x10;

    /// <summary>Control: writing <see cref="Run"/> begins.</summary>
    public const uint Control = 0x00;

    /// <summary>Status: <see cref="Done"/> is set when the channel is done, and cleared by writing a 1.</summary>
    public const uint Status = 0x04;

    public const uint Run = 0x1;
    public const uint Done = 0x1;

    public static uint At(int channel, uint register) => ((uint)channel * Stride) + register;
}
