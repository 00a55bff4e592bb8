namespace Measure;

using System.Runtime.InteropServices;

/// <summary>Counts pulses; the clock comes with the interrupt.</summary>
[InterruptDriver(VendorId = 0x1234)]
[DeviceBar(0, 0x40)]
internal sealed partial class PulseDriver(PciDevice device)
{
    private const uint Cause = 0x00;
    private const uint Count = 0x10;

    private readonly Bar _registers = device.GetBar(0);
    private uint _lastCount;
    private long _lastTime;
    private double _frequency;

    public double Frequency => Volatile.Read(ref _frequency);

    [MsiVector(0)]
    [IrqPending(RegisterType.Mmio32, bar: 0, offset: Cause, mask: 1)]
    [IrqAck(RegisterType.Mmio32, bar: 0, offset: Cause, mask: 1)]
    private void OnOverflow(in Interrupt irq)
    {
        uint count = _registers.Read32(Count);
        long now = Clock.Now(irq.Timestamp); //p TH3009
        long elapsed = now - _lastTime;
        uint pulses = unchecked(count - _lastCount);
        if (elapsed > 0)
        {
            Volatile.Write(ref _frequency, pulses * 1e9 / elapsed);
        }

        _lastCount = count;
        _lastTime = now;
    }
}

internal static partial class Clock
{
    public static long Now(long received)
    {
#if PLANTED
        return clock() * 1000L;
#else
        long now = Stopwatch.GetTimestamp();
        return now > received ? now : received;
#endif
    }

    [DllImport("libc")]
    private static extern long clock();
}
