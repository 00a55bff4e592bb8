namespace TopHalf.Samples.Emu10k1;

/// <summary>
/// The I/O ports of the EMU10K1 and the bits of its interrupt registers. Creative published no manual; the numbers are those of
/// Linux's driver (include/sound/emu10k1.h).
/// </summary>
public static class Ports
{
    /// <summary>Which indexed register <see cref="Data"/> is: its number from bit 16 on, and the channel in bits 5:0.</summary>
    public const uint Address = 0x00;

    /// <summary>The register that <see cref="Address"/> names.</summary>
    public const uint Data = 0x04;

    /// <summary>
    /// What interrupts. A written 1 clears a bit; the channels' bit is cleared in their own registers, and one written here clears
    /// the channel whose number is written beside it.
    /// </summary>
    public const uint Pending = 0x08;

    /// <summary>What may interrupt.</summary>
    public const uint Enable = 0x0C;

    /// <summary>8 bits: a byte received by MIDI, or to be sent.</summary>
    public const uint MidiData = 0x18;

    /// <summary>8 bits, read: <see cref="MidiNothing"/> while no byte waits.</summary>
    public const uint MidiStatus = 0x19;

    /// <summary>16 bits: sample periods from one tick of the timer to the next; 0 for 1024.</summary>
    public const uint Timer = 0x1A;

    /// <summary>No received byte waits.</summary>
    public const byte MidiNothing = 0x80;

    /// <summary>Some channel has looped; bits 5:0 have the highest that has.</summary>
    public const uint Channel = 0x40;

    /// <summary>A byte was received by MIDI.</summary>
    public const uint MidiReceived = 0x80;

    /// <summary>The last byte was sent by MIDI.</summary>
    public const uint MidiSent = 0x100;

    /// <summary>The timer has ticked.</summary>
    public const uint Tick = 0x200;

    /// <summary>The status of the CD-ROM's S/PDIF has changed.</summary>
    public const uint CdRom = 0x400;

    /// <summary>The status of the S/PDIF input has changed.</summary>
    public const uint Spdif = 0x800;

    /// <summary>Six bits: effects, ADC and microphone buffer, of each half full and full.</summary>
    public const uint Buffers = 0x3_F000;

    /// <summary>Three bits: mute, softer, louder.</summary>
    public const uint Buttons = 0x1C_0000;

    /// <summary>An error on the PCI bus.</summary>
    public const uint BusError = 0x20_0000;

    /// <summary>Forced by software.</summary>
    public const uint Forced = 0x40_0000;

    /// <summary>The effects processor interrupts.</summary>
    public const uint Dsp = 0x80_0000;

    /// <summary>The lock of the sample rate tracker has changed.</summary>
    public const uint RateTracker = 0x100_0000;

    /// <summary>All that can be pending but the channels, which are cleared elsewhere.</summary>
    public const uint AllButChannels
        = MidiReceived | MidiSent | Tick | CdRom | Spdif | Buffers | Buttons | BusError | Forced | Dsp | RateTracker;

    /// <summary>In <see cref="Enable"/>: all sources that the driver handles.</summary>
    public const uint EnableHandled = 0x17F7;

    /// <summary>In <see cref="Enable"/>: CD-ROM, bus error, rate tracker, forced; nobody handles them.</summary>
    public const uint EnableUnhandled = 0x10_2808;
}
