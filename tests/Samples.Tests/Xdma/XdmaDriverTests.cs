using TopHalf.Samples.Xdma;

namespace TopHalf.Samples.Tests.Xdma;

/// <summary>The Xdma driver on the simulated card, with both top halves.</summary>
public sealed class XdmaDriverTests
{
    public static TheoryData<TopHalfMode> TopHalves => [TopHalfMode.Managed, TopHalfMode.Native];

    [Theory]
    [MemberData(nameof(TopHalves))]
    public void Each_channel_has_its_own_interrupt(TopHalfMode topHalf)
    {
        using RunningXdma running = Start(topHalf);
        byte[] sent = [.. Enumerable.Range(0, 0x2400).Select(n => (byte)(n * 7))]; // three descriptors
        byte[] received = new byte[sent.Length];
        running.Driver.Send(1, sent, 0x4000);
        Assert.Equal((0, 1, 0, 0), Interrupts(running));
        Assert.Equal(sent, running.Card.CardMemory()[0x4000..(0x4000 + sent.Length)]);
        running.Driver.Receive(0, received, 0x4000);
        Assert.Equal((0, 1, 1, 0), Interrupts(running));
        Assert.Equal(sent, received);
        running.Driver.Receive(1, received, 0);
        running.Driver.Send(0, sent, 0);
        Assert.Equal((1, 1, 1, 1), Interrupts(running));
        Assert.Equal(new byte[sent.Length], received);
        running.Interrupts.Dispose();
        Assert.Equal([(0, 0L), (1, 1L), (2, 1L), (3, 1L), (4, 1L)], running.Interrupts.Statistics.Vectors.Select(v => (v.Vector, v.Handled)));
    }

    [Fact]
    public void A_card_with_other_blocks_is_not_taken_for_one()
    {
        using var card = new SimulatedXdma();
        Assert.True(new XdmaDriver(card).IsSupported);
        using var other = new SimulatedDevice(new SimulatedDeviceOptions { VendorId = 0x10EE, Bars = { [0] = new(0x1000), [1] = new(0x1_0000) } });
        (uint Offset, uint Identifier)[] blocks = [(0x2000, 0x1FC2_0001), (0, 0x1FC0_0001), (0x100, 0x1FC0_0101), (0x1000, 0x1FC1_0001), (0x1100, 0x1FC1_0101)];
        foreach ((uint offset, uint identifier) in blocks)
        {
            Assert.False(new XdmaDriver(other).IsSupported);
            other.Poke(1, offset, 4, identifier);
        }

        Assert.True(new XdmaDriver(other).IsSupported);
        other.Poke(1, 0x200, 4, 0x1FC0_0201); // a third channel to the card
        Assert.False(new XdmaDriver(other).IsSupported);
    }

    [Theory]
    [MemberData(nameof(TopHalves))]
    public void What_the_card_cannot_reach_of_the_host_is_an_error_of_the_channel(TopHalfMode topHalf)
    {
        using RunningXdma running = Start(topHalf);
        Bar dma = running.Card.GetBar(1);
        dma.Write32(0x4080, 0x10); // a descriptor where there is no buffer
        dma.Write32(XdmaRegisters.ControlSet, XdmaRegisters.Run | XdmaRegisters.EventsToCard);
        running.WaitUntil(() => running.Driver.ToCard[0].Finished == 1, "the channel stopped");
        Assert.Equal(1 << 19, running.Driver.ToCard[0].Errors);
    }

    /// <summary>A channel that is told to stop does so after the descriptor that it is at, wherever the chain leads.</summary>
    [Fact]
    public void A_chain_that_leads_to_itself_ends_when_the_channel_is_stopped()
    {
        using RunningXdma running = Start(TopHalfMode.Managed);
        using DmaBuffer chain = EndlessChain(running.Card);
        Bar dma = running.Card.GetBar(1);
        dma.Write32(0x4080, (uint)chain.Address);
        dma.Write32(XdmaRegisters.ControlSet, XdmaRegisters.Run);
        running.WaitUntil(() => dma.Read32(XdmaRegisters.Completed) > 3, "it goes round");
        Assert.NotEqual(0u, dma.Read32(XdmaRegisters.Status) & XdmaRegisters.Busy);
        dma.Write32(XdmaRegisters.ControlClear, XdmaRegisters.Run);
        running.WaitUntil(() => (dma.Read32(XdmaRegisters.Status) & XdmaRegisters.Busy) == 0, "it stops");

        running.Driver.Send(0, [1, 2, 3, 4], 0x10);
        Assert.Equal(1u, dma.Read32(XdmaRegisters.Completed));
        Assert.Equal([1, 2, 3, 4], running.Card.CardMemory()[0x10..0x14]);
    }

    [Theory]
    [MemberData(nameof(TopHalves))]
    public void Each_source_of_the_logic_is_served_by_its_number(TopHalfMode topHalf)
    {
        using RunningXdma running = Start(topHalf);
        var expected = new long[UserLogic.Handled];
        for (int source = 0; source < expected.Length; source++)
        {
            running.Card.Happen(source);
            expected[source]++;
            running.WaitForUserEvents(expected);
        }
    }

    [Theory]
    [MemberData(nameof(TopHalves))]
    public void Events_of_the_logic_that_come_at_any_time_are_all_counted(TopHalfMode topHalf)
    {
        const int Each = 5000;
        using RunningXdma running = Start(topHalf);
        Parallel.For(0, UserLogic.Handled, source =>
        {
            for (int i = 0; i < Each; i++)
            {
                running.Card.Happen(source);
            }
        });
        running.WaitForUserEvents(Each, Each, Each, Each);
    }

    [Theory]
    [MemberData(nameof(TopHalves))]
    public void Channels_at_the_same_time_do_not_disturb_each_other(TopHalfMode topHalf)
    {
        const int Rounds = 40;
        using RunningXdma running = Start(topHalf);
        Parallel.For(0, XdmaDriver.Channels, channel =>
        {
            byte[] received = new byte[64];
            for (int round = 0; round < Rounds; round++)
            {
                byte[] sent = [.. Enumerable.Range(0, 64).Select(n => (byte)(n + round + (100 * channel)))];
                running.Driver.Send(channel, sent, (ulong)channel * 0x100);
                running.Driver.Receive(channel, received, (ulong)channel * 0x100);
                Assert.Equal(sent, received);
            }
        });
        Assert.Equal((Rounds, Rounds, Rounds, Rounds), Interrupts(running));
    }

    [Theory]
    [MemberData(nameof(TopHalves))]
    public void What_nobody_claims_is_counted_and_masked_and_the_others_go_on(TopHalfMode topHalf)
    {
        using RunningXdma running = Start(topHalf);
        running.Card.GetBar(1).Write32(XdmaRegisters.UserEnableSet, 0x8020);
        running.Card.Happen(5);
        running.WaitUntil(() => running.Card.Enabled.User == 0x800F, "source 5 masked");
        running.Card.Happen(5);
        running.Card.Happen(15);
        running.WaitUntil(() => running.Card.Enabled.User == 0x000F, "source 15 masked");
        running.Card.Happen(2);
        running.WaitForUserEvents(0, 0, 1, 0);
        running.Interrupts.Dispose();
        Assert.Equal(2, running.Interrupts.Statistics[0].Unclaimed);
    }

    [Theory]
    [MemberData(nameof(TopHalves))]
    public void An_error_of_a_channel_is_an_exception_and_the_next_transfer_works(TopHalfMode topHalf)
    {
        using RunningXdma running = Start(topHalf);
        IOException error = Assert.Throws<IOException>(() => running.Driver.Send(0, new byte[64], 0xFFF0)); // where the card has no memory
        Assert.Contains("the channel at 0x0000 has stopped with the error bits 0x4000", error.Message, StringComparison.Ordinal);
        error = Assert.Throws<IOException>(() => running.Driver.Receive(0, new byte[64], 0xFFF0));
        Assert.Contains("the channel at 0x1000 has stopped with the error bits 0x200", error.Message, StringComparison.Ordinal);
        error = Assert.Throws<IOException>(() => running.Driver.Send(0, new byte[64], 0x1002));
        Assert.Contains("the channel at 0x0000 has stopped with the error bits 0x8", error.Message, StringComparison.Ordinal);
        running.Driver.Send(0, [1, 2, 3, 4], 0xFFF0);
        Assert.Equal([1, 2, 3, 4], running.Card.CardMemory()[0xFFF0..0xFFF4]);
    }

    [Theory]
    [MemberData(nameof(TopHalves))]
    public void A_transfer_whose_interrupt_is_lost_is_told_and_the_next_one_works(TopHalfMode topHalf)
    {
        using var running = new RunningXdma(new SimulatedXdma(), topHalf, timeLimit: TimeSpan.Zero);
        running.Card.DropInterrupts(1);
        TimeoutException error = Assert.Throws<TimeoutException>(() => running.Driver.Send(0, new byte[4], 0));
        Assert.Equal("simulated XDMA: no interrupt came for the transfer of the channel at 0x0000.", error.Message);

        // What the status had noted is no end of the next transfer, and does not keep that from interrupting.
        uint pending = running.Card.GetBar(1).Read32(XdmaRegisters.ChannelPending);
        Assert.Equal(0u, pending);
        Assert.Equal(0, running.Driver.ToCard[0].Finished);
    }

    [Fact]
    public void A_transfer_that_does_not_end_is_stopped_before_that_is_told()
    {
        var card = new AstrayXdma();
        using var running = new RunningXdma(card, TopHalfMode.Managed, timeLimit: TimeSpan.Zero);
        using DmaBuffer chain = EndlessChain(card);
        card.First = (uint)chain.Address;
        Assert.Throws<TimeoutException>(() => running.Driver.Send(0, new byte[4], 0));
        Bar dma = card.GetBar(1);
        Assert.Equal(0u, dma.Read32(XdmaRegisters.Control) & XdmaRegisters.Run);
        Assert.Equal(0u, dma.Read32(XdmaRegisters.Status) & XdmaRegisters.Busy);
    }

    [Theory]
    [InlineData("the binding", "was stopped before its transfer had ended")]
    [InlineData("the device", "is gone")]
    public async Task Waiting_for_a_transfer_ends_with_the_binding_and_with_the_device(string what, string reason)
    {
        var card = new AstrayXdma();
        using var running = new RunningXdma(card, TopHalfMode.Managed, timeLimit: TimeSpan.MaxValue);
        using DmaBuffer chain = EndlessChain(card);
        card.First = (uint)chain.Address;
        Task sending = Task.Run(() => running.Driver.Send(0, new byte[4], 0));
        running.WaitUntil(() => card.GetBar(1).Read32(XdmaRegisters.Completed) > 3, "it goes round");
        Assert.False(sending.IsCompleted);
        if (what == "the device")
        {
            card.Remove();
        }
        else
        {
            Assert.True(card.ReportError());
        }

        IOException error = await Assert.ThrowsAnyAsync<IOException>(() => sending.WaitAsync(TimeSpan.FromSeconds(30)));
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(TopHalves))]
    public void The_end_leaves_the_card_masked_and_its_channels_stopped(TopHalfMode topHalf)
    {
        using RunningXdma running = Start(topHalf);
        Bar dma = running.Card.GetBar(1);
        dma.Write32(XdmaRegisters.UserEnableSet, 0x4000);
        running.Driver.Send(1, new byte[4], 0);
        Assert.Equal(XdmaRegisters.Run, dma.Read32(0x0100 + XdmaRegisters.Control) & XdmaRegisters.Run);
        running.Interrupts.Dispose();
        Assert.Equal((0u, 0u), running.Card.Enabled);
        foreach (uint channel in new[] { 0x0000u, 0x0100u, 0x1000u, 0x1100u })
        {
            Assert.Equal(0u, dma.Read32(channel + XdmaRegisters.EventEnable));
            Assert.Equal(0u, dma.Read32(channel + XdmaRegisters.Control) & XdmaRegisters.Run);
        }
    }

    /// <summary>A descriptor whose next one is itself.</summary>
    private static DmaBuffer EndlessChain(SimulatedXdma card)
    {
        DmaBuffer chain = card.AllocateDma(4096, addressBits: 32);
        uint[] words = new XdmaDescriptor(XdmaDescriptor.Magic, 4, chain.Address + 64, 0, chain.Address).ToWords();
        for (int word = 0; word < words.Length; word++)
        {
            chain.Write32(4 * word, words[word]);
        }

        return chain;
    }

    private static (long, long, long, long) Interrupts(RunningXdma running) => (
        running.Driver.ToCard[0].Interrupts, running.Driver.ToCard[1].Interrupts, running.Driver.FromCard[0].Interrupts, running.Driver.FromCard[1].Interrupts);

    private static RunningXdma Start(TopHalfMode topHalf) => new(new SimulatedXdma(), topHalf);

    /// <summary>A card that begins every transfer where it is told here, whatever the driver says.</summary>
    private sealed class AstrayXdma : SimulatedXdma
    {
        public uint First { get; set; }

        protected override void WriteRegister(in RegisterAccess access)
            => base.WriteRegister(access.Offset == XdmaRegisters.ToDescriptors + XdmaRegisters.FirstDescriptor ? access with { Value = First } : access);
    }
}
