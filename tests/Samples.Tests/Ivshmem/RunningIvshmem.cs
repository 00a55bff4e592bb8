using TopHalf.Samples.Ivshmem;

namespace TopHalf.Samples.Tests.Ivshmem;

/// <summary>A card and its driver with interrupts enabled, and a peer unless the test is that itself.</summary>
internal sealed class RunningIvshmem : IDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>The number of the card; the peer is 0.</summary>
    public const uint Position = 1;

    private readonly SimulatedPeer? _peer;

    public RunningIvshmem(TopHalfMode topHalf, bool withPeer = true, TimeSpan? timeLimit = null, SimulatedIvshmem? card = null)
    {
        Card = card ?? new SimulatedIvshmem(Position);
        _peer = withPeer ? new SimulatedPeer(Card) : null;
        Card.Poke(2, SharedLayout.Mark, 4, SharedLayout.MarkValue);
        Driver = new IvshmemDriver(Card, timeLimit ?? Patience);
        Driver.Prepare();
        Interrupts = Driver.EnableInterrupts(Card, CheckedHandlers.Options(topHalf));
    }

    public static TheoryData<TopHalfMode> Ways => [TopHalfMode.Managed, TopHalfMode.Native];

    public SimulatedIvshmem Card { get; }

    public IvshmemDriver Driver { get; }

    public InterruptBinding Interrupts { get; }

    public uint Word(uint word, int vector = 0) => (uint)Card.Peek(2, SharedLayout.Of(word, vector), 4);

    /// <summary>A peer's next number, and its doorbell.</summary>
    public static void RingNext(SimulatedIvshmem card, int vector)
    {
        uint word = SharedLayout.Of(SharedLayout.Sent, vector);
        card.Poke(2, word, 4, card.Peek(2, word, 4) + 1);
        Assert.True(card.Ring(Position, vector));
    }

    /// <summary>Waits for something that an interrupt brings about.</summary>
    public void WaitUntil(Func<bool> condition, string what)
    {
        bool came = SpinWait.SpinUntil(() => Interrupts.Completion.IsCompleted || condition(), Patience);
        Assert.False(Interrupts.Completion.IsCompleted, Interrupts.Completion.Exception?.ToString());
        Assert.True(came, $"not within {Patience}: {what}");
    }

    public void Dispose()
    {
        CheckedHandlers.End(Interrupts);
        _peer?.Dispose();
        Card.Dispose();
    }
}
