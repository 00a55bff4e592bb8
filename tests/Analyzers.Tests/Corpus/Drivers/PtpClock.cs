namespace Timing;

/// <summary>Time stamps of a network card's clock, and the loop that keeps it in step.</summary>
[InterruptDriver(VendorId = 0x8086)]
[DeviceBar(0, 0x2_0000)]
internal sealed partial class PtpDriver(PciDevice device)
{
    private const uint Cause = 0xB66C;
    private const uint Low = 0xB600;
    private const uint High = 0xB604;
    private const uint Increment = 0xB608;
    private const double Proportional = 0.7;
    private const double Integral = 0.3;

    private readonly Bar _registers = device.GetBar(0);
    private double _drift;
    private long _offset;
    private long _last;
#if PLANTED
    private string _when = "";
#endif

    public long Offset => Interlocked.Read(ref _offset);

    [MsiVector(0)]
    [IrqPending(RegisterType.Mmio32, bar: 0, offset: Cause, mask: 1)]
    [IrqAck(RegisterType.Mmio32, bar: 0, offset: Cause, mask: 1)]
    private void OnPulse(in Interrupt irq)
    {
        long device = ReadClock();
        long offset = irq.Timestamp - device;
        if (Math.Abs(offset) > 500_000_000)
        {
            Step(offset); //p TH2006
            return;
        }

        Adjust(offset, device - _last);
        _last = device;
        Interlocked.Exchange(ref _offset, offset);
    }

    private long ReadClock()
    {
        uint high = _registers.Read32(High);
        uint low = _registers.Read32(Low);
        uint again = _registers.Read32(High);
        if (again != high)
        {
            low = _registers.Read32(Low);
        }

        return ((long)again << 32) | low;
    }

    private void Adjust(long offset, long interval)
    {
        if (interval <= 0)
        {
            return;
        }

        _drift += Integral * offset;
        double correction = (Proportional * offset) + _drift;
        double parts = Math.Clamp(correction / interval * 1e9, -100_000, 100_000);
        _registers.Write32(Increment, (uint)(int)Math.Round(parts));
    }

    private void Step(long offset)
    {
        _drift = 0;
        _last = 0;
#if PLANTED
        _when = DateTime.UtcNow.ToString();
#endif
        Interlocked.Exchange(ref _offset, offset);
    }
}
