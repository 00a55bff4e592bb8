using TopHalf.Samples.E1000e;

namespace TopHalf.Samples.Tests.E1000e;

/// <summary>Whatever happens at whichever moment of an interrupt, none is lost.</summary>
public sealed class E1000eInterleavingTests
{
    private const int MoreThanInterruptsHave = 24;

    [Theory]
    [MemberData(nameof(RunningE1000e.Ways), MemberType = typeof(RunningE1000e))]
    public void What_comes_before_or_after_an_access_of_an_interrupt_is_not_lost(TopHalfMode topHalf, bool readClears)
    {
        int moments = Meddler.TryEveryMoment(MoreThanInterruptsHave, (access, before) => Meddle(topHalf, readClears, access, before));
        Assert.InRange(moments, 10, 2 * MoreThanInterruptsHave);
    }

    // A frame and a change of the link at once, and both again at the moment.
    private static bool Meddle(TopHalfMode topHalf, bool readClears, int access, bool before)
    {
        var card = new MeddlingCard(readClears);
        using var running = new RunningE1000e(card, topHalf);
        running.Driver.Start();
        running.WaitUntil(() => running.Driver.LinkChanges == 1, "the link's interrupt");
        running.WaitUntilUnmasked();
        bool happened = false;
        card.Meddler.At(access, before, () =>
        {
            happened = true;
            card.Plug(false);
            card.Plug(true);
            card.Arrive(running.FrameForUs(60, 2));
        });
        card.Arrive(running.FrameForUs(60, 1));
        card.Plug(false);
        card.Plug(true);
        running.WaitUntil(() => running.Driver.LinkChanges >= 2, "the link");
        running.WaitUntil(() => running.Driver.Handled(0) >= 1, "the frame");
        running.WaitUntilUnmasked();
        card.Meddler.Stop(card);
        for (byte i = 1; i <= (happened ? 2 : 1); i++)
        {
            Assert.Equal(i, running.Receive()[12]);
        }

        return happened;
    }

    private sealed class MeddlingCard(bool readClears) : SimulatedE1000e(static _ => null, readClears)
    {
        public Meddler Meddler { get; } = new();

        protected override ulong ReadRegister(in RegisterAccess access) => Meddler.Around(access, base.ReadRegister);

        protected override void WriteRegister(in RegisterAccess access) => Meddler.Around(access, base.WriteRegister);
    }
}
