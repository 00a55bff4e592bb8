using System.Net;
using TopHalf.Samples.E1000e;

namespace TopHalf.Samples.Tests.E1000e;

/// <summary>Frames through the rings of the simulated card.</summary>
public sealed class E1000eFrameTests
{
    public static TheoryData<TopHalfMode, bool> Ways => RunningE1000e.Ways;

    [Theory]
    [MemberData(nameof(Ways))]
    public void Frames_come_back_whole_and_in_order_through_several_rounds_of_the_rings(TopHalfMode topHalf, bool readClears)
    {
        using RunningE1000e running = RunningE1000e.WithEcho(topHalf, readClears);
        int[] lengths = [17, 60, 61, 1000, E1000eDriver.MostBytes];
        for (int i = 0; i < 100; i++)
        {
            byte[] sent = running.Frame(lengths[i % lengths.Length], (byte)i);
            running.Driver.Send(sent);
            Assert.Equal(RunningE1000e.Echo([.. sent, .. new byte[Math.Max(0, 60 - sent.Length)]]), running.Receive());
        }

        Assert.Null(running.Card.Mistake);
        Assert.Equal((100, 100, 1), running.Handled);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void What_finds_no_descriptor_is_lost_and_told_and_the_rest_is_not(TopHalfMode topHalf, bool readClears)
    {
        using RunningE1000e running = RunningE1000e.WithEcho(topHalf, readClears);
        for (int round = 0; round < 3; round++)
        {
            for (byte i = 0; i < 40; i++)
            {
                running.Card.Arrive(running.FrameForUs(60, i));
            }

            running.WaitUntil(() => running.Driver.Overruns > round, "the overrun");
            for (byte i = 0; i < 31; i++)
            {
                Assert.Equal(running.FrameForUs(60, i), running.Receive());
            }

            Assert.Throws<TimeoutException>(() => running.Driver.Receive(new byte[2000], TimeSpan.Zero));
            running.WaitUntilUnmasked();
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void A_second_binding_begins_with_empty_rings(TopHalfMode topHalf, bool readClears)
    {
        using RunningE1000e running = RunningE1000e.WithEcho(topHalf, readClears);
        running.Driver.Send(running.Frame(60, 1));
        running.WaitUntil(() => running.Driver.Handled(0) == 1, "the frame that nobody takes");
        running.Interrupts.Dispose();
        running.Driver.Prepare();
        using InterruptBinding second = running.Driver.EnableInterrupts(running.Card, CheckedHandlers.Options(topHalf));
        running.Driver.Start();
        running.Driver.Send(running.Frame(60, 2));
        Assert.Equal(2, running.Receive()[12]);
        Assert.Null(running.Card.Mistake);
    }

    [Fact]
    public void What_is_for_others_or_damaged_or_too_long_is_left_out()
    {
        using RunningE1000e running = RunningE1000e.WithEcho(TopHalfMode.Managed, readClears: true);
        running.Card.Arrive(running.FrameForUs(60, 1), errors: 1ul << 40);
        running.Card.Arrive(running.Frame(60, 2));
        running.Card.Arrive(running.FrameForUs(1600, 3));
        byte[] toAll = running.FrameForUs(E1000eDriver.MostReceivedBytes, 4);
        MacAddress.Everybody.CopyTo(toAll);
        running.Card.Arrive(toAll);
        Assert.Equal(toAll, running.Receive());
        Assert.Equal(1, running.Driver.Damaged);
    }

    [Theory]
    [InlineData(16)]
    [InlineData(1515)]
    public void A_frame_that_the_card_does_not_send_is_refused(int length)
    {
        using RunningE1000e running = RunningE1000e.WithEcho(TopHalfMode.Managed, readClears: true);
        ArgumentException error = Assert.Throws<ArgumentException>(() => running.Driver.Send(new byte[length]));
        Assert.StartsWith($"{length} bytes: a frame has 17 to 1514.", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => running.Driver.Receive(new byte[1517], TimeSpan.Zero));
    }

    [Fact]
    public void A_frame_whose_interrupt_is_lost_is_told_and_found_with_the_next_one()
    {
        using var running = new RunningE1000e(new SimulatedE1000e(static _ => null), TopHalfMode.Managed);
        running.Driver.Start();
        running.WaitUntil(() => running.Driver.LinkChanges == 1, "the link's interrupt");
        running.Card.DropInterrupts(1);
        var hurried = Task.Run(() => running.Driver.Send(running.Frame(60, 1)));

        // The card has masked the cause with its message, and nobody unmasks it.
        running.WaitUntil(() => running.Card.State.Mask == (E1000eRegisters.Others | E1000eRegisters.Received), "the lost message");
        Assert.False(hurried.IsCompleted);
        running.Card.GetBar(0).Write32(E1000eRegisters.MaskSet, E1000eRegisters.Sent);
        running.Driver.Raise(1);
        Assert.True(hurried.Wait(RunningE1000e.Patience));
    }

    [Theory]
    [InlineData("the binding", "the card was reset meanwhile")]
    [InlineData("the device", "is gone")]
    public async Task Waiting_for_a_frame_ends_with_the_binding_and_with_the_device(string what, string reason)
    {
        using RunningE1000e running = RunningE1000e.WithEcho(TopHalfMode.Managed, readClears: true);
        Task receiving = Task.Run(() => running.Driver.Receive(new byte[2000], TimeSpan.MaxValue));
        Assert.False(receiving.IsCompleted);
        if (what == "the device")
        {
            running.Card.Remove();
        }
        else
        {
            Assert.True(running.Card.ReportError());
        }

        IOException error = await Assert.ThrowsAnyAsync<IOException>(() => receiving.WaitAsync(RunningE1000e.Patience));
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_card_without_a_cable_is_told()
    {
        var card = new SimulatedE1000e(RunningE1000e.Echo);
        card.Plug(false);
        using var running = new RunningE1000e(card, TopHalfMode.Managed, timeLimit: TimeSpan.Zero);
        TimeoutException error = Assert.Throws<TimeoutException>(running.Driver.Start);
        Assert.Equal("simulated 82574L: the card has no link: there is no cable, or nobody at its other end.", error.Message);
    }

    [Fact]
    public void Another_card_is_refused_and_its_registers_are_left_alone()
    {
        using var other = new SimulatedDevice(new SimulatedDeviceOptions { Name = "other", VendorId = 0x8086, DeviceId = 0x10D4, Bars = { [0] = new(0x2_0000) } });
        using RegisterTrace trace = other.StartTrace();
        IOException error = Assert.Throws<IOException>(() => new E1000eDriver(other));
        Assert.Equal("other: it is 8086:10d4, and this driver is for 8086:10d3, Intel's 82574L.", error.Message);
        Assert.Empty(trace);
        Assert.Equal(0, other.DmaBytes);
    }

    [Fact]
    public void A_card_that_does_not_come_back_from_its_reset_is_told()
    {
        using var dead = new SimulatedDevice(new SimulatedDeviceOptions { Name = "dead", VendorId = 0x8086, DeviceId = 0x10D3, Bars = { [0] = new(0x2_0000) } });
        IOException error = Assert.Throws<IOException>(() => new E1000eDriver(dead, TimeSpan.Zero).Prepare());
        Assert.Equal("dead: the card does not come back from its reset.", error.Message);
    }

    [Fact]
    public void A_question_and_its_answer_are_what_RFC_826_says()
    {
        var me = MacAddress.FromBytes([1, 2, 3, 4, 5, 6]);
        var question = ArpPacket.WhoHas(IPAddress.Parse("10.0.2.2"), me, IPAddress.Parse("10.0.2.15"));
        Assert.Equal("FFFFFFFFFFFF" + "010203040506" + "0806" + "0001" + "0800" + "06" + "04" + "0001" + "0102030405060A00020F" + "0000000000000A000202", Convert.ToHexString(question.ToFrame()));
        Assert.Equal(question, ArpPacket.TryParse(question.ToFrame()));
        var gateway = new ArpResponder(IPAddress.Parse("10.0.2.2"));
        byte[]? answer = gateway.Take(question.ToFrame());
        Assert.Equal("010203040506" + "52550A000202" + "0806" + "0001" + "0800" + "06" + "04" + "0002" + "52550A0002020A000202" + "0102030405060A00020F", Convert.ToHexString(answer!));
        Assert.Null(gateway.Take(answer!));
        Assert.Null(gateway.Take((question with { TargetIp = IPAddress.Parse("10.0.2.3") }).ToFrame()));
        Assert.Null(ArpPacket.TryParse(question.ToFrame().AsSpan(0, 41)));
        Assert.Null(ArpPacket.TryParse(new byte[60]));
    }
}
