using TopHalf.Samples.Emu10k1;

namespace TopHalf.Samples.Tests.Emu10k1;

/// <summary>Whatever happens at whichever moment of an interrupt, it is handled once.</summary>
public sealed class Emu10k1InterleavingTests
{
    private const int MoreThanAnInterruptHas = 40;

    public static TheoryData<TopHalfMode> TopHalves => [TopHalfMode.Managed, TopHalfMode.Native];

    [Theory]
    [MemberData(nameof(TopHalves))]
    public void What_comes_before_or_after_an_access_of_an_interrupt_is_not_lost(TopHalfMode topHalf)
    {
        int moments = Meddler.TryEveryMoment(MoreThanAnInterruptHas, (access, before) => Meddle(topHalf, access, before));
        Assert.InRange(moments, 20, 2 * MoreThanAnInterruptHas);
    }

    [Theory]
    [MemberData(nameof(TopHalves))]
    public void A_card_that_plays_on_while_interrupts_are_handled_loses_none(TopHalfMode topHalf)
    {
        using var running = new RunningEmu10k1(
            new SimulatedEmu10k1(), topHalf, [.. Enumerable.Range(0, 64).Select(n => new Voice(n, 0, 100 + (uint)n, 0x4000))]);
        for (int burst = 0; burst < 50; burst++)
        {
            for (int i = 0; i < 50; i++)
            {
                running.Card.Play(20);
                running.Card.Happen(Ports.Buffers | Ports.MidiSent);
            }

            running.WaitUntilServed();
        }

        Assert.Equal(running.Card.Raised.ToArray(), running.Driver.Handled.ToArray());
        Assert.Equal((0, 0), (running.End().Storms, running.Interrupts.Statistics[0].Unclaimed));
    }

    // The same two sources that interrupt happen again, and two others for the first time.
    private static bool Meddle(TopHalfMode topHalf, int access, bool before)
    {
        var card = new MeddlingCard();
        using var running = new RunningEmu10k1(card, topHalf, new Voice(0, 0, 100, 0x4000), new Voice(63, 0, 200, 0x4000));
        card.Play(99);
        running.WaitUntilServed();
        long[]? handledBefore = null;
        card.Meddler.At(access, before, () =>
        {
            handledBefore = running.Driver.Handled.ToArray();
            card.Play(100);
            card.Happen(Ports.Tick | Ports.Buttons);
            card.Receive(8);
        });
        card.Receive(7); // whose handler has accesses of its own
        card.Happen(Ports.Tick);
        card.Play(1);
        running.WaitUntilServed();
        card.Meddler.Stop(card);
        running.WaitUntilServed();
        Assert.Equal(card.Raised.ToArray(), running.Driver.Handled.ToArray());
        if (handledBefore is null)
        {
            return false;
        }

        // Where the bit was still set the card does not count, but a handler has to run after what has happened.
        Assert.Equal((8, 0), (running.Driver.LastMidiByte, card.MidiWaiting));
        int[] happened = [Source.Tick, Source.MidiReceived, Source.FirstButton, Source.FirstChannel, Source.FirstChannel + 64];
        Assert.All(happened, source => Assert.True(
            running.Driver.Handled[source] > handledBefore[source], $"{Source.NameOf(source)} at access {access}, {(before ? "before" : "after")} it"));
        return true;
    }

    private sealed class MeddlingCard : SimulatedEmu10k1
    {
        public Meddler Meddler { get; } = new();

        protected override ulong ReadRegister(in RegisterAccess access) => Meddler.Around(access, base.ReadRegister);

        protected override void WriteRegister(in RegisterAccess access) => Meddler.Around(access, base.WriteRegister);
    }
}
