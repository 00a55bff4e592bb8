using TopHalf.Samples.Xdma;

namespace TopHalf.Samples.Tests.Xdma;

/// <summary>Interrupts of the card, access by access.</summary>
public sealed class XdmaTraceTests
{
    public static TheoryData<TopHalfMode> TopHalves => [TopHalfMode.Managed, TopHalfMode.Native];

    [Theory]
    [MemberData(nameof(TopHalves))]
    public void Of_a_channel(TopHalfMode topHalf)
    {
        using var running = new RunningXdma(new SimulatedXdma(), topHalf);
        using RegisterTrace trace = running.Card.StartTrace();
        running.Driver.Send(1, [1, 2, 3, 4], 0);
        running.WaitUntil(() => trace.Any(a => a is { IsWrite: true, Bar: 1, Offset: 0x194 }), "unmasked");
        Assert.Equal(
            [
                "read32 1:0x144 = 0x00000006", // stopped and done; the read has cleared it
                "write32 1:0x198 = 0x00FFFE3E", // its events masked
                "read32 1:0x198 = 0x00000000", // and that has arrived
                "write32 1:0x194 = 0x00FFFE3E", // unmasked, after the handler
            ],
            trace.Where(static access => access is not { IsWrite: false, Offset: 0x104 }) // of the thread that waits: whether it was stopped
                .Select(access => access.ToString()).SkipWhile(a => a != "write32 1:0x108 = 0x00FFFE3F").Skip(1));
    }

    [Theory]
    [MemberData(nameof(TopHalves))]
    public void Of_two_sources_of_the_logic_and_one_that_nobody_claims(TopHalfMode topHalf)
    {
        using var running = new RunningXdma(new SimulatedXdma(), topHalf);
        Bar dma = running.Card.GetBar(1);
        dma.Write32(XdmaRegisters.UserEnableClear, 0xFFFF);
        running.Card.Happen(1);
        running.Card.Happen(1);
        running.Card.Happen(3);
        running.Card.Happen(9);
        using RegisterTrace trace = running.Card.StartTrace();
        dma.Write32(XdmaRegisters.UserEnableSet, 0x20F); // a message for each of three, in one moment
        running.WaitForUserEvents(0, 2, 0, 1);
        running.Interrupts.Dispose();

        // The messages may come as one signal or as several; those that find nothing left are no part of this.
        string[] accesses = [.. trace.Select(access => access.ToString()).Where(a => a != "read32 1:0x2040 = 0x00000000").Skip(1)];
        Assert.Equal("read32 1:0x2040 = 0x0000020A", accesses[0]);
        Assert.Equal(["write32 1:0x200C = 0x0000000F", "read32 1:0x200C = 0x00000000"], accesses[1..3]);

        // A top half masks what nobody claims before the handlers run, and the receive thread after them.
        string[] handlers = ["read32 0:0x104 = 0x00000002", "read32 0:0x10C = 0x00000001"];
        string[] unclaimed = ["write32 1:0x200C = 0x00000200", "read32 1:0x200C = 0x00000000"];
        Assert.Equal(topHalf == TopHalfMode.Managed ? [.. handlers, .. unclaimed] : [.. unclaimed, .. handlers], accesses[3..7]);
        Assert.Equal("write32 1:0x2008 = 0x0000000F", accesses[7]);
    }
}
