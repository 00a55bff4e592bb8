using TopHalf.Samples.E1000e;

namespace TopHalf.Samples.Tests.E1000e;

/// <summary>Causes, vectors and masks of the simulated card, with both top halves and both kinds of ICR.</summary>
public sealed class E1000eInterruptTests
{
    public static TheoryData<TopHalfMode, bool> Ways => RunningE1000e.Ways;

    [Theory]
    [MemberData(nameof(Ways))]
    public void Each_cause_that_is_set_comes_once_and_by_its_own_vector(TopHalfMode topHalf, bool readClears)
    {
        using RunningE1000e running = Start(topHalf, readClears);
        for (int round = 1; round <= 50; round++)
        {
            running.Driver.Raise(1);
            Assert.Equal((round - 1, round, round - 1), running.Handled);
            running.Driver.Raise(0);
            Assert.Equal((round, round, round - 1), running.Handled);
            running.Driver.Raise(2);
            Assert.Equal((round, round, round), running.Handled);
        }

        Assert.Equal(50, running.Driver.LinkChanges);
        running.WaitUntilUnmasked();
        running.Interrupts.Dispose();
        Assert.Equal([(0, 50L, 0L), (1, 50L, 0L), (2, 50L, 0L)], running.Interrupts.Statistics.Vectors.Select(v => (v.Vector, v.Handled, v.Spurious)));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void Causes_that_are_set_at_any_time_are_all_handled_in_the_end(TopHalfMode topHalf, bool readClears)
    {
        const int Each = 2000;
        using RunningE1000e running = RunningE1000e.WithEcho(topHalf, readClears);
        Bar registers = running.Card.GetBar(0);
        Parallel.Invoke(
            () => Repeat(() => registers.Write32(E1000eRegisters.CauseSet, E1000eRegisters.LinkChange)),
            () => Repeat(() => registers.Write32(E1000eRegisters.CauseSet, E1000eRegisters.Sent)),
            () => Repeat(() => registers.Write32(E1000eRegisters.CauseSet, E1000eRegisters.Overrun)));

        // How many came together is a matter of time; none may be left.
        running.WaitUntilUnmasked();
        long frames = running.Handled.Item1;
        running.Card.Arrive(running.FrameForUs(60, 1));
        running.WaitUntil(() => running.Handled.Item1 > frames, "the frame");
        running.WaitUntil(() => (registers.Read32(E1000eRegisters.Causes) & (E1000eRegisters.Queues | E1000eRegisters.Others)) == 0, "all causes cleared");
        Assert.InRange(running.Driver.LinkChanges, 2, Each + 1);
        Assert.InRange(running.Driver.Overruns, 1, Each);

        static void Repeat(Action action)
        {
            for (int i = 0; i < Each; i++)
            {
                action();
            }
        }
    }

    // As it is between a message of the queue and the end of its handler, where another thread handles the third vector meanwhile.
    [Theory]
    [MemberData(nameof(Ways))]
    public void A_frame_whose_cause_the_read_of_ICR_takes_is_not_lost(TopHalfMode topHalf, bool readClears)
    {
        using RunningE1000e running = RunningE1000e.WithEcho(topHalf, readClears);
        Bar registers = running.Card.GetBar(0);
        registers.Write32(E1000eRegisters.MaskClear, E1000eRegisters.Received);
        running.Card.Arrive(running.FrameForUs(60, 1));
        running.Driver.Raise(2);
        Assert.Equal(0, running.Driver.Handled(0));
        registers.Write32(E1000eRegisters.MaskSet, E1000eRegisters.Received);
        Assert.Equal(1, running.Receive()[12]);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void A_message_that_the_card_repeats_does_no_harm(TopHalfMode topHalf, bool readClears)
    {
        using RunningE1000e running = RunningE1000e.WithEcho(topHalf, readClears);
        for (int vector = 0; vector < E1000eDriver.VectorCount; vector++)
        {
            Assert.True(running.Card.Raise(vector));
        }

        running.WaitUntil(() => running.Handled is (1, 1, 1), "the queues' messages");
        running.WaitUntil(() => running.Interrupts.Statistics[2].Spurious == 1, "the third vector's");
        running.WaitUntilUnmasked();
        running.Driver.Send(running.Frame(60, 1));
        Assert.Equal(1, running.Receive()[12]);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void The_cable_tells_when_it_is_pulled_and_plugged(TopHalfMode topHalf, bool readClears)
    {
        using RunningE1000e running = RunningE1000e.WithEcho(topHalf, readClears);
        running.Card.Plug(false);
        running.WaitUntil(() => running.Driver.LinkChanges == 2, "pulled");
        Assert.False(running.Driver.HasLink);
        running.Card.Plug(true);
        running.WaitUntil(() => running.Driver.LinkChanges == 3, "plugged");
        Assert.True(running.Driver.HasLink);
        Assert.Equal((0, 0, 3), running.Handled);
    }

    [Fact]
    public void A_vector_that_does_not_come_is_told()
    {
        using var running = new RunningE1000e(new SimulatedE1000e(RunningE1000e.Echo), TopHalfMode.Managed, timeLimit: TimeSpan.Zero);
        running.Card.DropInterrupts(1);
        TimeoutException error = Assert.Throws<TimeoutException>(() => running.Driver.Raise(1));
        Assert.Equal("simulated 82574L: no interrupt of vector 1 came, though its cause 0x400000 was set.", error.Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => running.Driver.Raise(3));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void The_end_leaves_the_card_masked_and_still(TopHalfMode topHalf, bool readClears)
    {
        using RunningE1000e running = RunningE1000e.WithEcho(topHalf, readClears);
        Assert.Equal((E1000eRegisters.Queues | E1000eRegisters.Others, true, true), running.Card.State);
        running.Interrupts.Dispose();
        Assert.Equal((0u, false, false), running.Card.State);
        Assert.Equal(0u, running.Card.GetBar(0).Read32(E1000eRegisters.Vectors)); // it was reset
    }

    private static RunningE1000e Start(TopHalfMode topHalf, bool readClears) => new(new SimulatedE1000e(RunningE1000e.Echo, readClears), topHalf);
}
