/// <summary>SPI controller: bytes go out and in with each interrupt of the FIFO.</summary>
[InterruptDriver(VendorId = 0x1D0F)]
[DeviceBar(0, 0x80)]
internal sealed partial class SpiController(PciDevice device)
{
    private readonly SpiPort _port = new(device.GetBar(0));
    private readonly byte[] _out = new byte[256];
    private readonly byte[] _in = new byte[256];
    private int _sent;
    private int _received;
    private int _length;
    private int _isDone;

    public bool TryFinish(Span<byte> answer)
    {
        if (Volatile.Read(ref _isDone) == 0)
        {
            return false;
        }

        _in.AsSpan(0, Math.Min(answer.Length, 256)).CopyTo(answer);
        return true;
    }

    [MsiVector(0)]
    [IrqPending(RegisterType.Mmio32, bar: 0, offset: 0x14, mask: 0x7)]
    [IrqAck(RegisterType.Mmio32, bar: 0, offset: 0x14, mask: 0x7, Clear = IrqClear.Echo)]
    private void OnFifo(in Interrupt irq)
    {
        int waiting = Math.Min(_port.Waiting, _length - _received);
        for (int i = 0; i < waiting; i++)
        {
            _in[_received++ & 255] = _port.Data;
        }

        for (int room = 16 - _port.Queued; room > 0 && _sent < _length; room--)
        {
            _port.Data = _out[_sent++ & 255];
        }

        if (_received == _length)
        {
            _port.Deselect(); //p TH4005
            Volatile.Write(ref _isDone, 1);
        }
    }
}

internal sealed class SpiPort(Bar registers)
{
    public int Waiting => (int)(registers.Read32(0x0C) & 0x1F);

    public int Queued => (int)(registers.Read32(0x0C) >> 8) & 0x1F;

    private bool IsBusy => (registers.Read32(0x10) & 1) != 0;

    public byte Data
    {
        get => registers.Read8(0x18);
        set => registers.Write8(0x18, value);
    }

    public void Deselect()
    {
        WaitIdle();
        registers.Write32(0x1C, 0);
    }

    private void WaitIdle()
    {
#if PLANTED
        bool busy;
        do
        {
            busy = IsBusy;
        }
        while (busy);
#else
        int attempts = 50;
        while (IsBusy && --attempts > 0)
        {
        }
#endif
    }
}
