using TopHalf.Samples.Emu10k1;

namespace TopHalf.Samples.Tests.Emu10k1;

/// <summary>One interrupt of the card, access by access.</summary>
public sealed class Emu10k1TraceTests
{
    [Theory]
    [InlineData(TopHalfMode.Managed)]
    [InlineData(TopHalfMode.Native)]
    public void A_tick_with_a_loop_and_a_half_loop(TopHalfMode topHalf)
    {
        using var running = new RunningEmu10k1(new SimulatedEmu10k1(), topHalf, new Voice(2, 0, 1000, 0x4000), new Voice(33, 0, 2000, 0x4000));
        using RegisterTrace trace = running.Card.StartTrace();
        running.Card.Play(999);
        WaitForInterrupt(running, trace, 1); // the half loop of channel 2
        int first = trace.Count;
        running.Card.Happen(Ports.Tick);
        WaitForInterrupt(running, trace, 2);
        running.Card.Play(1);
        WaitForInterrupt(running, trace, 3);
        running.End();
        string[] accesses = [.. trace.Skip(first).Select(access => access.ToString())];
        Assert.Equal(
            [
                "read32 0:0x08 = 0x00000200", // what is pending: the tick
                "write32 0:0x08 = 0x00000200", // cleared
                "read32 0:0x08 = 0x00000000", // nothing more
                "read32 0:0x08 = 0x00000061", // channels, and 33 is the highest
                "write32 0:0x08 = 0x00000000", // of which nothing is cleared here
                "write32 0:0x00 = 0x005A0000", "read32 0:0x04 = 0x00000004", // loops of 0 to 31: 2
                "write32 0:0x00 = 0x005A0000", "write32 0:0x04 = 0x00000004", // cleared
                "write32 0:0x00 = 0x005B0000", "read32 0:0x04 = 0x00000000",
                "write32 0:0x00 = 0x00680000", "read32 0:0x04 = 0x00000000",
                "write32 0:0x00 = 0x00690000", "read32 0:0x04 = 0x00000002", // half loops of 32 to 63: 33
                "write32 0:0x00 = 0x00690000", "write32 0:0x04 = 0x00000002",
                "read32 0:0x08 = 0x00000000",
            ],
            accesses.TakeWhile(a => !a.StartsWith("write32 0:0x0C", StringComparison.Ordinal)));
    }

    // Each ends with a look that finds nothing more.
    private static void WaitForInterrupt(RunningEmu10k1 running, RegisterTrace trace, int number)
    {
        running.WaitUntilServed();
        Assert.True(SpinWait.SpinUntil(
            () => trace.Count(a => a is { IsWrite: false, Offset: Ports.Pending, Value: 0 }) == number, TimeSpan.FromSeconds(30)));
    }
}
