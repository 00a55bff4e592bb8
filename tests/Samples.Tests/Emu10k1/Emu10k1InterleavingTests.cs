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
        int moments = 0;
        for (int access = 0; access < MoreThanAnInterruptHas; access++)
        {
            foreach (bool before in new[] { true, false })
            {
                moments += Meddle(topHalf, access, before) ? 1 : 0;
            }
        }

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
        card.At(access, before, () =>
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
        card.Stop();
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
