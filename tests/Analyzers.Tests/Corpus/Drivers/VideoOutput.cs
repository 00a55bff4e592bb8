namespace Graphics;

/// <summary>Vertical blanks: the page that waits is flipped in, counters tell how many were missed.</summary>
[InterruptDriver(VendorId = 0x1002)]
[DeviceBar(0, 0x1000)]
internal sealed partial class VideoDriver(PciDevice device)
{
    private const uint Cause = 0x04;
    private const uint Scanline = 0x08;
    private const uint Base = 0x10;
    private const uint None = 0;

    private readonly Bar _registers = device.GetBar(0);
    private readonly Heads _heads = new();
    private uint _waiting;
    private long _blanks;

    public long Blanks => Interlocked.Read(ref _blanks);

    public void Show(uint address) => Interlocked.Exchange(ref _waiting, address);

    [MsiVector(0)]
    [IrqPending(RegisterType.Mmio32, bar: 0, offset: Cause, mask: 1)]
    [IrqAck(RegisterType.Mmio32, bar: 0, offset: Cause, mask: 1)]
    private void OnBlank(in Interrupt irq)
    {
        Interlocked.Add(ref _blanks, irq.Signals);
        uint address = Interlocked.Exchange(ref _waiting, None);
        if (address == None)
        {
            return;
        }

        uint line = _registers.Read32(Scanline);
        _heads.Flip(address, line); //p TH2004|TH2005
        _registers.Write32(Base, address);
    }
}

internal sealed class Heads
{
    private uint _current;
    private int _late;
#if PLANTED
    private Func<bool>? _check;
#endif

    public void Flip(uint address, uint line)
    {
        if (line < 1080 && line > 10)
        {
            _late++;
#if PLANTED
            _check = () => _current == address && line == 0;
#endif
        }

        _current = address;
    }
}
