namespace Vision;

/// <summary>Lines and frames of a camera: the card fills one of four buffers, the handler hands it over and gives it the next.</summary>
[InterruptDriver(VendorId = 0x10E8)]
[DeviceBar(0, 0x1000)]
internal sealed partial class FrameGrabberDriver(PciDevice device, ulong memory, uint frameBytes)
{
    private const uint Cause = 0x04;
    private const uint Address = 0x10;
    private const uint Lines = 0x18;
    private const uint Overflow = 1u << 3;
    private const int Buffers = 4;

    private readonly Bar _registers = device.GetBar(0);
    private readonly ulong _memory = memory;
    private readonly uint _frameBytes = frameBytes;
    private readonly FrameInfo[] _frames = new FrameInfo[Buffers];
    private int _current;
    private int _newest = -1;
    private long _count;
    private long _overflows;
#if PLANTED
    private Action? _pending;
    private readonly bool _mirror = false;
#endif

    public int Newest => Volatile.Read(ref _newest);

    public long Overflows => Volatile.Read(ref _overflows);

    [MsiVector(0)]
    [IrqPending(RegisterType.Mmio32, bar: 0, offset: Cause, mask: 0x0F)]
    [IrqAck(RegisterType.Mmio32, bar: 0, offset: Cause, mask: 0x0F, Clear = IrqClear.Echo)]
    private void OnFrame(in Interrupt irq)
    {
        if ((irq.Status & Overflow) != 0)
        {
            Volatile.Write(ref _overflows, _overflows + 1);
            Restart(_current);
            return;
        }

        int finished = _current;
        ref FrameInfo frame = ref _frames[finished];
        frame = frame with { Number = ++_count, Lines = _registers.Read32(Lines), Timestamp = irq.Timestamp };
        _current = (finished + 1) % Buffers;
        Restart(_current);
        Publish(finished); //p TH2004|TH2005
    }

    private void Restart(int buffer) => _registers.Write64(Address, _memory + ((ulong)(uint)buffer * _frameBytes));

    private void Publish(int buffer)
    {
#if PLANTED
        if (_mirror)
        {
            _pending = () => Restart(buffer);
        }
#endif
        Volatile.Write(ref _newest, buffer);
    }

    private readonly record struct FrameInfo(long Number, uint Lines, long Timestamp);
}
