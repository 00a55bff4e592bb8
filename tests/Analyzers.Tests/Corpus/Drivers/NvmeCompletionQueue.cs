namespace Storage;

/// <summary>Completions of one NVMe queue pair: a ring that the controller writes, a phase bit that tells the new entries.</summary>
[InterruptDriver(VendorId = 0x144D)]
[DeviceBar(0, 0x4000)]
internal sealed unsafe partial class NvmeDriver(PciDevice device, nint completions, int depth)
{
    private const uint MaskSet = 0x0C;
    private const uint MaskClear = 0x10;
    private const uint Doorbell = 0x1004;
    private const int MaxCommands = 256;

    private readonly Bar _registers = device.GetBar(0);
    private readonly Completion* _queue = (Completion*)completions;
    private readonly int _depth = depth;
    private readonly CommandSlot[] _slots = new CommandSlot[MaxCommands];
    private ErrorLog _errors;
#if PLANTED
    private readonly List<ushort> _failed = new();
#endif
    private ushort _phase = 1;
    private int _head;
    private long _completed;

    public long Completed => Interlocked.Read(ref _completed);

    [MsiVector(1)]
    [IrqAck(RegisterType.Mmio32, bar: 0, offset: MaskSet, mask: 0, Clear = IrqClear.AtSource)]
    [IrqDisable(RegisterType.Mmio32, bar: 0, offset: MaskSet, mask: 2)]
    [IrqEnable(RegisterType.Mmio32, bar: 0, offset: MaskClear, mask: 2)]
    private void OnCompletion(in Interrupt irq)
    {
        int taken = 0;
        while (taken < _depth)
        {
            ref readonly Completion entry = ref _queue[_head];
            ushort status = Volatile.Read(ref Unsafe.AsRef(in entry.Status));
            if ((status & 1) != _phase)
            {
                break;
            }

            Complete(entry.CommandId, (ushort)(status >> 1)); //p TH2012
            Advance();
            taken++;
        }

        if (taken > 0)
        {
            _registers.Write32(Doorbell, (uint)_head);
            Interlocked.Add(ref _completed, taken);
        }
    }

    private void Advance()
    {
        _head++;
        if (_head == _depth)
        {
            _head = 0;
            _phase ^= 1;
        }
    }

    private void Complete(ushort id, ushort status)
    {
        if (id >= MaxCommands)
        {
            _errors.Add(id, status);
            return;
        }

        ref CommandSlot slot = ref _slots[id];
        slot.Status = status;
        Volatile.Write(ref slot.State, CommandSlot.Done);
        if (status != 0)
        {
            Fail(id, status);
        }
    }

    private void Fail(ushort id, ushort status)
    {
        _errors.Add(id, status);
#if PLANTED
        _failed.Add(id);
#endif
    }

    private struct Completion
    {
        public uint Result;
        public uint Reserved;
        public ushort Head;
        public ushort Queue;
        public ushort CommandId;
        public ushort Status;
    }

    private struct CommandSlot
    {
        public const int Done = 2;
        public int State;
        public ushort Status;
    }

    private struct ErrorLog
    {
        private Buffer _last;
        private uint _count;

        public void Add(ushort id, ushort status) => _last[(int)(_count++ & 15)] = ((uint)id << 16) | status;

        [InlineArray(16)]
        private struct Buffer
        {
            private uint _first;
        }
    }
}
