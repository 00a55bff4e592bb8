namespace Storage;

/// <summary>Blocks of a tape: the drive wants the next buffer, a reader outside is told.</summary>
[InterruptDriver(VendorId = 0x9005)]
[DeviceBar(0, 0x800)]
internal sealed partial class TapeDriver(PciDevice device)
{
    private const uint Cause = 0x10;
    private const uint Length = 0x14;
    private const uint Give = 0x18;
    private const int Buffers = 8;

    private readonly Bar _registers = device.GetBar(0);
    private readonly AutoResetEvent _arrived = new(false);
    private readonly int[] _lengths = new int[Buffers];
    private uint _filled;
    private uint _taken;
    private long _blocks;

    public long Blocks => Interlocked.Read(ref _blocks);

    public int Take()
    {
        while (Volatile.Read(ref _taken) == Volatile.Read(ref _filled))
        {
            _arrived.WaitOne();
        }

        uint taken = _taken;
        Volatile.Write(ref _taken, taken + 1);
        return Volatile.Read(ref _lengths[taken % Buffers]);
    }

    [MsiVector(0)]
    [IrqPending(RegisterType.Mmio32, bar: 0, offset: Cause, mask: 1)]
    [IrqAck(RegisterType.Mmio32, bar: 0, offset: Cause, mask: 1)]
    private void OnBlock(in Interrupt irq)
    {
        uint filled = _filled;
        if (filled - Volatile.Read(ref _taken) == Buffers)
        {
            Overrun(); //p TH3002
            return;
        }

        Volatile.Write(ref _lengths[filled % Buffers], (int)_registers.Read32(Length));
        Volatile.Write(ref _filled, filled + 1);
        _registers.Write32(Give, (filled + 1) % Buffers);
        Interlocked.Increment(ref _blocks);
        _arrived.Set(); //i TH3008
    }

    private void Overrun()
    {
#if PLANTED
        _arrived.WaitOne(100);
#endif
        _registers.Write32(Give, 0xFF);
    }
}
