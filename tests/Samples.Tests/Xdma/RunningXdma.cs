using TopHalf.Samples.Xdma;

namespace TopHalf.Samples.Tests.Xdma;

/// <summary>A card and its driver, with interrupts enabled.</summary>
internal sealed class RunningXdma : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public RunningXdma(SimulatedXdma card, TopHalfMode topHalf, TimeSpan? timeLimit = null)
    {
        Card = card;
        Driver = new XdmaDriver(card, timeLimit);
        Driver.Prepare();
        Interrupts = Driver.EnableInterrupts(card, CheckedHandlers.Options(topHalf));
    }

    public SimulatedXdma Card { get; }

    public XdmaDriver Driver { get; }

    public InterruptBinding Interrupts { get; }

    public long[] UserEvents => [.. Enumerable.Range(0, UserLogic.Handled).Select(Driver.UserEvents)];

    /// <summary>Waits for something that an interrupt brings about.</summary>
    public void WaitUntil(Func<bool> condition, string what)
    {
        bool came = SpinWait.SpinUntil(() => Interrupts.Completion.IsCompleted || condition(), Patience);
        Assert.False(Interrupts.Completion.IsCompleted, Interrupts.Completion.Exception?.ToString());
        Assert.True(came, $"not within {Patience}: {what}");
    }

    /// <summary>Waits until every event is handled that was raised, and the sources are unmasked again.</summary>
    public void WaitForUserEvents(params long[] expected)
        => WaitUntil(() => UserEvents.SequenceEqual(expected) && (Card.Enabled.User & 0xF) == 0xF, $"events {string.Join(", ", expected)}, not {string.Join(", ", UserEvents)}");

    public void Dispose()
    {
        CheckedHandlers.End(Interrupts);
        Card.Dispose();
    }
}
