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
        int moments = 0;
        for (int access = 0; access < MoreThanAnInterruptHas; access++)
        {
            foreach (bool before in new[] { true, false })
            {
                moments += Meddle(topHalf, access, before) ? 1 : 0;
            }
        }

        Assert.InRange(moments, 10, 2 * MoreThanAnInterruptHas);
    }

    private static bool Meddle(TopHalfMode topHalf, int access, bool before)
    {
        var card = new MeddlingCard();
        using var running = new RunningXdma(card, topHalf);
        bool happened = false;
        card.At(access, before, () =>
        {
            happened = true;
            card.Happen(0);
            card.Happen(3);
        });
        card.Happen(0);
        running.WaitUntil(() => running.Driver.UserEvents(0) >= 1, "the first event");
        running.WaitUntil(() => (card.Enabled.User & 0xF) == 0xF, "unmasked");
        card.Stop();
        long more = happened ? 1 : 0;
        running.WaitForUserEvents(1 + more, 0, 0, more);
        return happened;
    }

    private sealed class MeddlingCard : SimulatedXdma
    {
        private int _left = int.MaxValue;
        private bool _before;
        private Action _meddle = () => { };

        public void At(int access, bool before, Action meddle)
        {
            _meddle = meddle;
            _before = before;
            Volatile.Write(ref _left, access);
        }

        /// <summary>Nothing happens from now on; what did is over.</summary>
        public void Stop()
        {
            Volatile.Write(ref _left, int.MaxValue);
            Peek(0, 0, 4); // waits for the bus
        }

        protected override ulong ReadRegister(in RegisterAccess access)
        {
            bool now = IsNow();
            Meddle(now && _before);
            ulong value = base.ReadRegister(access);
            Meddle(now && !_before);
            return value;
        }

        protected override void WriteRegister(in RegisterAccess access)
        {
            bool now = IsNow();
            Meddle(now && _before);
            base.WriteRegister(access);
            Meddle(now && !_before);
        }

        // On the bus, one access at a time.
        private bool IsNow() => _left != int.MaxValue && Interlocked.Decrement(ref _left) == -1;

        private void Meddle(bool now)
        {
            if (now)
            {
                _meddle();
            }
        }
    }
}
