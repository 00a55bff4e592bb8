namespace Can;

/// <summary>A CAN controller: frames come in a FIFO, filters say which are wanted, errors move the node between three states.</summary>
[InterruptDriver(VendorId = 0x12D6)]
[DeviceBar(0, 0x400)]
internal sealed partial class CanDriver(PciDevice device, CanFilter[] filters)
{
    private const uint Interrupts = 0x0C;
    private const uint FifoLevel = 0x10;
    private const uint FifoId = 0x14;
    private const uint FifoData = 0x18;
    private const uint ErrorCounters = 0x20;
    private const uint Receive = 1;
    private const uint Error = 4;

    private readonly Bar _registers = device.GetBar(0);
    private readonly CanFilter[] _filters = filters;
    private readonly Frame[] _frames = new Frame[64];
    private BusState _state;
    private uint _written;
    private long _lost;

    internal enum BusState
    {
        Active,
        Passive,
        Off,
    }

    public BusState State => (BusState)Volatile.Read(ref Unsafe.As<BusState, int>(ref _state));

    public long Lost => Interlocked.Read(ref _lost);

    [MsiVector(0)]
    [IrqPending(RegisterType.Mmio32, bar: 0, offset: Interrupts, mask: 7)]
    [IrqAck(RegisterType.Mmio32, bar: 0, offset: Interrupts, mask: 7, Clear = IrqClear.Echo)]
    private void OnBus(in Interrupt irq)
    {
        if ((irq.Status & Receive) != 0)
        {
            uint level = Math.Min(_registers.Read32(FifoLevel), 32u);
            for (uint i = 0; i < level; i++)
            {
                ReceiveOne(irq.Timestamp); //p TH2011
            }
        }

        if ((irq.Status & Error) != 0)
        {
            uint errors = _registers.Read32(ErrorCounters);
            BusState state = (errors & 0xFF, errors >> 8) switch
            {
                ( > 255, _) => BusState.Off,
                ( > 127, _) or (_, > 127) => BusState.Passive,
                _ => BusState.Active,
            };
            Volatile.Write(ref Unsafe.As<BusState, int>(ref _state), (int)state);
        }
    }

    private void ReceiveOne(long timestamp)
    {
        uint id = _registers.Read32(FifoId);
        ulong data = _registers.Read64(FifoData);
        if (!IsWanted(id))
        {
            Interlocked.Increment(ref _lost);
            return;
        }

        _frames[_written & 63] = new Frame { Id = id, Data = data, Timestamp = timestamp };
        _written++;
    }

    private bool IsWanted(uint id)
    {
#if PLANTED
        IReadOnlyList<CanFilter> filters = _filters;
        foreach (CanFilter filter in filters)
#else
        foreach (CanFilter filter in _filters)
#endif
        {
            if (filter.Matches(id))
            {
                return true;
            }
        }

        return false;
    }

    private struct Frame
    {
        public uint Id;
        public ulong Data;
        public long Timestamp;
    }
}

internal readonly record struct CanFilter(uint Id, uint Mask)
{
    public bool Matches(uint id) => (id & Mask) == (Id & Mask);
}
