namespace TopHalf.Samples.Emu10k1;

/// <summary>
/// What the program plays on the simulated card: six channels from both ends of the range at different rates, ticks, and now and
/// then one of everything else that can happen. The card's time stands still until the driver has handled what there was, so that
/// two runs count the same.
/// </summary>
internal static class Song
{
    /// <summary>Sample periods from one tick of the timer to the next.</summary>
    public const int TimerPeriods = 480;

    private const int Step = 16; // sample periods; shorter than the shortest half loop
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // What comes in turn, every 480 sample periods: buffers, MIDI, S/PDIF, buttons, effects processor.
    private static readonly uint[] Events =
    [
        0x1000, 0x4000, 0x1_0000, Ports.MidiSent, Ports.Spdif, 0x2000, 0x8000, 0x2_0000, 0x4_0000, 0x8_0000, 0x10_0000, Ports.Dsp,
    ];

    public static IReadOnlyList<Voice> Voices { get; } =
    [
        new(0, 0x1000, 480, 0x4000), new(1, 0x2000, 480, 0x2000), new(31, 0x3000, 1000, 0x6000),
        new(32, 0x4000, 96, 0x4000), new(40, 0x5000, 4096, 0x4000), new(63, 0x6000, 300, 0x5555),
    ];

    /// <summary>Plays.</summary>
    /// <param name="card">The card.</param>
    /// <param name="driver">Its driver.</param>
    /// <param name="periods">How long, in sample periods: 48,000 are a second.</param>
    /// <param name="interrupts">The binding, whose end ends the waiting.</param>
    /// <exception cref="TimeoutException">Something was raised and not handled.</exception>
    public static void Play(SimulatedEmu10k1 card, Emu10k1Driver driver, int periods, InterruptBinding interrupts)
    {
        int events = 0;
        for (int at = 0; at < periods; at += Step)
        {
            card.Play(Math.Min(Step, periods - at));
            if (at % TimerPeriods == 0)
            {
                card.Happen(Events[events++ % Events.Length]);
                card.Receive((byte)events);
                card.Happen(Ports.CdRom); // nobody handles it: the first one masks it
            }

            if (!SpinWait.SpinUntil(() => interrupts.Completion.IsCompleted || IsServed(card, driver), Patience))
            {
                throw new TimeoutException($"{card.Name}: {card.Raised.Sum} events were raised and {driver.Handled.Sum} handled.");
            }
        }
    }

    private static bool IsServed(SimulatedEmu10k1 card, Emu10k1Driver driver)
        => !card.IsLineHigh && driver.Handled.Sum == card.Raised.Sum;
}
