using TopHalf.Samples.Xdma;

namespace TopHalf.Samples.Tests.Xdma;

/// <summary>Whatever happens at whichever moment of an interrupt, it is handled once.</summary>
public sealed class XdmaInterleavingTests
{
    private const int MoreThanAnInterruptHas = 14;

    [Theory]
    [InlineData(TopHalfMode.Managed)]
    [InlineData(TopHalfMode.Native)]
    public void What_comes_before_or_after_an_access_of_an_interrupt_is_not_lost(TopHalfMode topHalf)
    {
        int moments = Meddler.TryEveryMoment(MoreThanAnInterruptHas, (access, before) => Meddle(topHalf, access, before));
        Assert.InRange(moments, 10, 2 * MoreThanAnInterruptHas);
    }

    private static bool Meddle(TopHalfMode topHalf, int access, bool before)
    {
        var card = new MeddlingCard();
        using var running = new RunningXdma(card, topHalf);
        bool happened = false;
        card.Meddler.At(access, before, () =>
        {
            happened = true;
            card.Happen(0);
            card.Happen(3);
        });
        card.Happen(0);
        running.WaitUntil(() => running.Driver.UserEvents(0) >= 1, "the first event");
        running.WaitUntil(() => (card.Enabled.User & 0xF) == 0xF, "unmasked");
        card.Meddler.Stop(card);
        long more = happened ? 1 : 0;
        running.WaitForUserEvents(1 + more, 0, 0, more);
        return happened;
    }

    private sealed class MeddlingCard : SimulatedXdma
    {
        public Meddler Meddler { get; } = new();

        protected override ulong ReadRegister(in RegisterAccess access) => Meddler.Around(access, base.ReadRegister);

        protected override void WriteRegister(in RegisterAccess access) => Meddler.Around(access, base.WriteRegister);
    }
}
