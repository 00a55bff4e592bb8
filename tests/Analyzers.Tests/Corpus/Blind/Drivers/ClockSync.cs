/// <summary>Clock with two threads: edges are stamped on one, the servo runs on the other.</summary>
[InterruptDriver(VendorId = 0x1AD7, DeviceId = 0x8000)]
[DeviceBar(0, 0x100)]
internal sealed partial class ClockSync(PciDevice device)
{
    private readonly Bar _registers = device.GetBar(0);
    private long _edge;
    private long _offset;
    private int _rate;

    public long Offset => Volatile.Read(ref _offset);

    [MsiVector(0, Thread = "edge")]
    private void OnEdge(in Interrupt irq)
    {
        long card = (long)_registers.Read64(0x10);
#if PLANTED
        _edge = irq.Timestamp - card; //p TH5010
#else
        Volatile.Write(ref _edge, irq.Timestamp - card);
#endif
    }

    [MsiVector(1, Thread = "servo")]
    private void OnSecond(in Interrupt irq)
    {
#if PLANTED
        long edge = _edge; //? TH5010
#else
        long edge = Volatile.Read(ref _edge);
#endif
        long offset = (edge + (3 * Volatile.Read(ref _offset))) / 4;
        Volatile.Write(ref _offset, offset);
        _rate = Math.Clamp(_rate + (int)Math.Clamp(offset >> 10, -100, 100), -50_000, 50_000);
        _registers.Write32(0x18, (uint)_rate);
    }
}
