using TopHalf.Samples.Emu10k1;

namespace TopHalf.Samples.Tests.Emu10k1;

/// <summary>The Emu10k1 driver on the simulated card, with both top halves.</summary>
public sealed class Emu10k1DriverTests
{
    public static TheoryData<TopHalfMode> TopHalves => [TopHalfMode.Managed, TopHalfMode.Native];

    [Theory]
    [MemberData(nameof(TopHalves))]
    public void Every_source_reaches_its_handler_with_its_number(TopHalfMode topHalf)
    {
        using RunningEmu10k1 running = Start(topHalf, [.. Enumerable.Range(0, 64).Select(n => new Voice(n, 0x100, 200, 0x4000))]);
        running.Card.Play(200);
        running.Card.Happen(Ports.MidiReceived | Ports.MidiSent | Ports.Tick | Ports.Spdif | Ports.Buffers | Ports.Buttons | Ports.Dsp);
        running.WaitUntilServed();
        Assert.Equal(Enumerable.Repeat(1L, Source.Count), running.Driver.Handled.ToArray());
        Assert.Equal(0, running.End().Unclaimed);
    }

    [Theory]
    [MemberData(nameof(TopHalves))]
    public void Each_source_alone_reaches_its_own_handler_only(TopHalfMode topHalf)
    {
        // One channel after the other comes to the middle of its loop, then to its end.
        using RunningEmu10k1 running = Start(topHalf, [.. Enumerable.Range(0, 64).Select(n => new Voice(n, 0, 400 + (2 * (uint)n), 0x4000))]);
        running.Card.Play(199);
        for (int channel = 0; channel < 64; channel++)
        {
            AssertOnly(running, 64 + channel, () => running.Card.Play(1));
        }

        running.Card.Play(399 - 263);
        for (int channel = 0; channel < 64; channel++)
        {
            AssertOnly(running, channel, () => running.Card.Play(channel == 0 ? 1 : 2));
        }
    }

    [Theory]
    [MemberData(nameof(TopHalves))]
    public void Bytes_that_came_by_midi_are_taken(TopHalfMode topHalf)
    {
        using RunningEmu10k1 running = Start(topHalf);
        foreach (byte value in "abc"u8.ToArray())
        {
            running.Card.Receive(value);
            running.WaitUntilServed();
            Assert.Equal(value, running.Driver.LastMidiByte);
        }
    }

    [Theory]
    [MemberData(nameof(TopHalves))]
    public void What_nobody_claims_is_counted_and_masked_and_the_others_go_on(TopHalfMode topHalf)
    {
        using RunningEmu10k1 running = Start(topHalf, new SimulatedEmu10k1(enabledByFirmware: Ports.EnableUnhandled));
        running.Card.Happen(Ports.CdRom);
        Assert.True(SpinWait.SpinUntil(() => running.Card.Enabled == Ports.EnableHandled, TimeSpan.FromSeconds(30)));
        running.Card.Happen(Ports.CdRom);
        running.Card.Happen(Ports.BusError);
        running.Card.Happen(Ports.Tick);
        running.WaitUntilServed();
        Assert.Equal((1, 1), (running.Card.Unhandled, running.Driver.Handled.Sum));
        Assert.Equal(1, running.End().Unclaimed);
    }

    [Theory]
    [MemberData(nameof(TopHalves))]
    public void The_end_leaves_the_card_masked(TopHalfMode topHalf)
    {
        using RunningEmu10k1 running = Start(topHalf, new Voice(3, 0, 100, 0x4000), new Voice(60, 0, 100, 0x4000));
        running.End();
        running.Card.Play(2000);
        running.Card.Happen(Ports.AllButChannels);
        Assert.Equal((false, 0u, 0), (running.Card.IsLineHigh, running.Card.Enabled, running.Card.Raised.Sum));
        Bar ports = running.Card.GetBar(0);
        foreach (uint register in new[] { Indexed.LoopEnableLow, Indexed.LoopEnableHigh, Indexed.HalfEnableLow, Indexed.HalfEnableHigh })
        {
            ports.Write32(Ports.Address, register);
            Assert.Equal(0u, ports.Read32(Ports.Data));
        }
    }

    [Theory]
    [MemberData(nameof(TopHalves))]
    public void A_card_that_is_gone_ends_the_binding(TopHalfMode topHalf)
    {
        using RunningEmu10k1 running = Start(topHalf);
        running.Card.Happen(Ports.Tick);
        running.WaitUntilServed();
        running.Card.Remove();
        running.Card.TriggerVector(0);
        Assert.True(SpinWait.SpinUntil(() => running.Interrupts.Completion.IsCompleted, TimeSpan.FromSeconds(30)));
        Assert.IsType<DeviceGoneException>(running.Interrupts.Completion.Exception?.InnerException);
    }

    private static void AssertOnly(RunningEmu10k1 running, int source, Action happen)
    {
        long[] expected = running.Driver.Handled.ToArray();
        expected[source]++;
        happen();
        running.WaitUntilServed();
        Assert.Equal(expected, running.Driver.Handled.ToArray());
    }

    private static RunningEmu10k1 Start(TopHalfMode topHalf, params Voice[] voices) => new(new SimulatedEmu10k1(), topHalf, voices);

    private static RunningEmu10k1 Start(TopHalfMode topHalf, SimulatedEmu10k1 card) => new(card, topHalf);
}
