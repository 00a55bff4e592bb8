/// <summary>Capture card: frame buffers go round between card and viewer.</summary>
// information is not the point
[InterruptDriver(VendorId = 0x12AB, DeviceId = 0x0380)]
[DeviceBar(0, 0x400)]
internal sealed partial class CaptureFrames
{
    private readonly Bar _registers;
    private readonly FrameBuffer[] _frames = new FrameBuffer[4];
    private FrameBuffer? _shown;
    private uint _sequence;

    public CaptureFrames(PciDevice device)
    {
        _registers = device.GetBar(0);
        for (int i = 0; i < _frames.Length; i++)
        {
            _frames[i] = new FrameBuffer(i, new byte[1920 * 1080 * 2]);
        }
    }

    /// <summary>The newest frame, which the caller owns until it gives it back.</summary>
    public FrameBuffer? Take() => Interlocked.Exchange(ref _shown, null);

    public static void Return(FrameBuffer frame) => frame.Give();

    [MsiVector(0)]
    [IrqPending(RegisterType.Mmio32, bar: 0, offset: 0x10, mask: 0x3)]
    [IrqAck(RegisterType.Mmio32, bar: 0, offset: 0x10, mask: 0x3, Clear = IrqClear.Echo)]
    private void OnFrame(in Interrupt irq)
    {
        uint done = _registers.Read32(0x14) & 3;
        FrameBuffer frame = _frames[done];
        frame.Stamp(++_sequence, irq.Timestamp);
        Interlocked.Exchange(ref _shown, frame)?.Give();
        FrameBuffer? next = NextFree((int)done); //p TH2001|TH2004|TH2005|TH2011
        if (next is not null && next.TryOwn())
        {
            _registers.Write32(0x18, (uint)next.Index);
        }
    }

#if PLANTED
    private FrameBuffer? NextFree(int except) => _frames.FirstOrDefault(f => f.IsFree && f.Index != except);
#else
    private FrameBuffer? NextFree(int except)
    {
        foreach (FrameBuffer frame in _frames)
        {
            if (frame.IsFree && frame.Index != except)
            {
                return frame;
            }
        }

        return null;
    }
#endif
}

internal sealed class FrameBuffer(int index, byte[] pixels)
{
    private int _owned;
    private uint _sequence;
    private long _time;

    public int Index => index;

    public ReadOnlySpan<byte> Pixels => pixels;

    public bool IsFree => Volatile.Read(ref _owned) == 0;

    public (uint Sequence, long Time) Stamped => (Volatile.Read(ref _sequence), Volatile.Read(ref _time));

    public bool TryOwn() => Interlocked.CompareExchange(ref _owned, 1, 0) == 0;

    public void Give() => Volatile.Write(ref _owned, 0);

    public void Stamp(uint sequence, long time)
    {
        Volatile.Write(ref _sequence, sequence);
        Volatile.Write(ref _time, time);
    }
}
