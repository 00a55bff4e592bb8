using TopHalf.Samples.Ivshmem;

namespace TopHalf.Samples.Tests.Ivshmem;

/// <summary>A doorbell at any moment of another one's interrupt is not lost; and an interrupt access by access.</summary>
public sealed class IvshmemInterleavingTests
{
    private const int MoreThanInterruptsHave = 8;

    [Theory]
    [MemberData(nameof(RunningIvshmem.Ways), MemberType = typeof(RunningIvshmem))]
    public void A_doorbell_before_or_after_an_access_of_an_interrupt_is_not_lost(TopHalfMode topHalf)
    {
        int moments = Meddler.TryEveryMoment(MoreThanInterruptsHave, (access, before) => Meddle(topHalf, access, before));
        Assert.InRange(moments, 6, 2 * MoreThanInterruptsHave);
    }

    [Theory]
    [MemberData(nameof(RunningIvshmem.Ways), MemberType = typeof(RunningIvshmem))]
    public void An_interrupt_access_by_access(TopHalfMode topHalf)
    {
        using var running = new RunningIvshmem(topHalf, withPeer: false);
        using RegisterTrace trace = running.Card.StartTrace();
        RunningIvshmem.RingNext(running.Card, 3);
        running.WaitUntil(() => running.Driver.CountOf(3).Seen == 1, "the interrupt");
        Assert.Equal(
            [
                "read32 2:0x1C0 = 0x00000001", // pending: the number
                "write32 2:0x1E0 = 0x00000001", // acknowledged: it was found
                "read32 2:0x1C0 = 0x00000001", // the handler's own look
                "write32 0:0x0C = 0x00000003", // the doorbell of the peer 0, vector 3
            ],
            trace.Select(static access => access.ToString()));
    }

    private static bool Meddle(TopHalfMode topHalf, int access, bool before)
    {
        var card = new MeddlingCard();
        using var running = new RunningIvshmem(topHalf, withPeer: false, card: card);
        bool happened = false;
        card.Meddler.At(access, before, () =>
        {
            happened = true;
            RunningIvshmem.RingNext(card, 0);
        });
        RunningIvshmem.RingNext(card, 0);
        running.WaitUntil(() => running.Driver.CountOf(0).Seen >= 1, "the first doorbell");
        card.Meddler.Stop(card);
        uint last = happened ? 2u : 1u;
        running.WaitUntil(() => running.Driver.CountOf(0).Seen == last && running.Word(SharedLayout.Seen) == last, "the last doorbell");
        return happened;
    }

    private sealed class MeddlingCard() : SimulatedIvshmem(RunningIvshmem.Position)
    {
        public Meddler Meddler { get; } = new();

        protected override ulong ReadRegister(in RegisterAccess access) => Meddler.Around(access, base.ReadRegister);

        protected override void WriteRegister(in RegisterAccess access) => Meddler.Around(access, base.WriteRegister);
    }
}
