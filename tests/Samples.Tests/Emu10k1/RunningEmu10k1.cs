using TopHalf.Samples.Emu10k1;

namespace TopHalf.Samples.Tests.Emu10k1;

/// <summary>A card and its driver, with interrupts enabled.</summary>
internal sealed class RunningEmu10k1 : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public RunningEmu10k1(SimulatedEmu10k1 card, TopHalfMode topHalf, params Voice[] voices)
    {
        Card = card;
        Driver = new Emu10k1Driver(card);
        foreach (Voice voice in voices)
        {
            Driver.Start(voice);
        }

        Driver.EnableSources(timerPeriods: 1024);
        Interrupts = Driver.EnableInterrupts(card, CheckedHandlers.Options(topHalf));
    }

    public SimulatedEmu10k1 Card { get; }

    public Emu10k1Driver Driver { get; }

    public InterruptBinding Interrupts { get; }

    /// <summary>The binding's counts, when it has ended.</summary>
    public VectorStatistics End()
    {
        Interrupts.Dispose();
        return Interrupts.Statistics[0];
    }

    /// <summary>Waits until the line is low and as much was handled as was raised.</summary>
    public void WaitUntilServed()
    {
        bool isServed = SpinWait.SpinUntil(
            () => Interrupts.Completion.IsCompleted || (!Card.IsLineHigh && Driver.Handled.Sum == Card.Raised.Sum), Patience);
        Assert.False(Interrupts.Completion.IsCompleted, Interrupts.Completion.Exception?.ToString());
        Assert.True(isServed, $"{Card.Raised.Sum} raised, {Driver.Handled.Sum} handled, line {(Card.IsLineHigh ? "high" : "low")}");
    }

    public void Dispose()
    {
        CheckedHandlers.End(Interrupts);
        Card.Dispose();
    }
}
