using TopHalf.Samples.E1000e;

namespace TopHalf.Samples.Tests.E1000e;

/// <summary>Interrupts of the card, access by access.</summary>
public sealed class E1000eTraceTests
{
    [Theory]
    [MemberData(nameof(RunningE1000e.Ways), MemberType = typeof(RunningE1000e))]
    public void Of_each_vector(TopHalfMode topHalf, bool readClears)
    {
        using var running = new RunningE1000e(new SimulatedE1000e(static _ => null, readClears), topHalf);
        Assert.Equal(
            [
                "write32 0:0xD8 = 0x00100000", // IMC; the card has masked and cleared it before
                "write32 0:0xD0 = 0x00100000", // IMS, after the handler
            ],
            Trace(running, 0));
        Assert.Equal(["write32 0:0xD8 = 0x00400000", "write32 0:0xD0 = 0x00400000"], Trace(running, 1));
        Assert.Equal(
            [
                "read32 0:0xC0 = 0x81000004", // ICR: asserted, other, link change
                "write32 0:0xD8 = 0x01000044", // IMC: those of this vector
                "write32 0:0xC0 = 0x01000004", // ICR: what was found, cleared where the read has not
                "write32 0:0xD0 = 0x01000044", // IMS
            ],
            Trace(running, 2));
    }

    private static string[] Trace(RunningE1000e running, int vector)
    {
        using RegisterTrace trace = running.Card.StartTrace();
        running.Driver.Raise(vector);
        running.WaitUntilUnmasked();

        // Without the cause that was set, and the looks of the thread that waits at whether the card was reset.
        return [.. trace.Where(static access => access.Offset is not (E1000eRegisters.CauseSet or E1000eRegisters.Vectors)).Select(static access => access.ToString())];
    }
}
