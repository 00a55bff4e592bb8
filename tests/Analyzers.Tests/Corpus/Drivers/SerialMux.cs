namespace Serial;

/// <summary>Eight lines of a serial card: a vector each, their states in an array.</summary>
[InterruptDriver(VendorId = 0x13A8)]
[DeviceBar(0, 0x1000)]
internal sealed partial class SerialMuxDriver(PciDevice device)
{
    private const uint LineSize = 0x100;
    private const uint Events = 0x08;
    private const uint Fifo = 0x80;

    private readonly Bar _registers = device.GetBar(0);
    private readonly Line[] _lines = new Line[8];
#if PLANTED
    private string _lastState = "";
#endif

    internal enum LineState : byte
    {
        Closed,
        Open,
        Break,
    }

    public LineState StateOf(int line) => (LineState)Volatile.Read(ref _lines[line].State);

    [MsiVector(0, Count = 8)]
    private void OnLine(in Interrupt irq)
    {
        uint at = (uint)irq.Index * LineSize;
        uint events = _registers.Read32(at + Events);
        _registers.Write32(at + Events, events);
        ref Line line = ref _lines[irq.Index];
        if ((events & 1) != 0)
        {
            Drain(ref line, at);
        }

        if ((events & 2) != 0)
        {
            Change(ref line, LineState.Break); //p TH2003|TH2006
        }
    }

    private void Drain(ref Line line, uint at)
    {
        int count = (int)(_registers.Read32(at) & 0x7F);
        while (count > 0)
        {
            line.Last = (byte)_registers.Read32(at + Fifo);
            line.Received++;
            count--;
        }
    }

    private void Change(ref Line line, LineState state)
    {
        Volatile.Write(ref line.State, (byte)state);
        line.Changes++;
#if PLANTED
        _lastState = state.ToString();
#endif
    }

    private struct Line
    {
        public byte State;
        public byte Last;
        public int Changes;
        public long Received;
    }
}
