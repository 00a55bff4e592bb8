namespace Vision;

/// <summary>Triggers of several cameras: they are in step when their stamps are close.</summary>
[InterruptDriver(VendorId = 0x10E8)]
[DeviceBar(0, 0x100)]
internal sealed partial class FrameSyncDriver(PciDevice device)
{
    private const uint Cause = 0x00;
    private const uint Stamp = 0x10;
    private const int Cameras = 4;

    private readonly Bar _registers = device.GetBar(0);
    private readonly long[] _stamps = new long[Cameras];
    private long _spread;
    private int _outOfStep;

    public long Spread => Volatile.Read(ref _spread);

    public int OutOfStep => Volatile.Read(ref _outOfStep);

    [MsiVector(0)]
    [IrqPending(RegisterType.Mmio32, bar: 0, offset: Cause, mask: 0xF)]
    [IrqAck(RegisterType.Mmio32, bar: 0, offset: Cause, mask: 0xF, Clear = IrqClear.Echo)]
    private void OnTrigger(in Interrupt irq)
    {
        Span<long> stamps = stackalloc long[Cameras];
        for (int i = 0; i < Cameras; i++)
        {
            stamps[i] = _registers.Read32(Stamp + ((uint)i * 4));
        }

        stamps.CopyTo(_stamps);
        long spread = SpreadOf(stamps); //p TH2002
        Volatile.Write(ref _spread, spread);
        if (spread > 1000)
        {
            Volatile.Write(ref _outOfStep, _outOfStep + 1);
        }
    }

    private static long SpreadOf(ReadOnlySpan<long> stamps)
    {
        long min = long.MaxValue;
        long max = long.MinValue;
#if PLANTED
        foreach (long stamp in stamps.ToArray())
#else
        foreach (long stamp in stamps)
#endif
        {
            min = Math.Min(min, stamp);
            max = Math.Max(max, stamp);
        }

        return max - min;
    }
}
