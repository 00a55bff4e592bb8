namespace TopHalf.Samples.Emu10k1;

/// <summary>The sources of the card that have a handler, numbered through, for counts and for names.</summary>
public static class Source
{
    /// <summary>The loop of channel 0; the half loops follow after 64.</summary>
    public const int FirstChannel = 0;

    /// <summary>A byte came by MIDI.</summary>
    public const int MidiReceived = 128;

    /// <summary>A byte went by MIDI.</summary>
    public const int MidiSent = 129;

    /// <summary>The timer.</summary>
    public const int Tick = 130;

    /// <summary>The S/PDIF input.</summary>
    public const int Spdif = 131;

    /// <summary>The first of six: effects, ADC, microphone, of each half and full.</summary>
    public const int FirstBuffer = 132;

    /// <summary>The first of three: mute, softer, louder.</summary>
    public const int FirstButton = 138;

    /// <summary>The effects processor.</summary>
    public const int Dsp = 141;

    /// <summary>How many there are.</summary>
    public const int Count = 142;

    private static readonly string[] Names =
    [
        "MIDI received", "MIDI sent", "timer", "S/PDIF", "effects buffer half", "effects buffer full", "ADC buffer half", "ADC buffer full",
        "microphone buffer half", "microphone buffer full", "mute button", "softer button", "louder button", "effects processor",
    ];

    /// <summary>What a source is called.</summary>
    public static string NameOf(int source) => source < MidiReceived
        ? $"channel {source % Emu10k1Driver.Channels} {(source < Emu10k1Driver.Channels ? "loop" : "half loop")}"
        : Names[source - MidiReceived];
}
