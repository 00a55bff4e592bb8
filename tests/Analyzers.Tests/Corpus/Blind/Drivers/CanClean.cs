/// <summary>CAN mailboxes as a bitmap; frames to send are claimed with Interlocked. Nothing is wrong here.</summary>
[InterruptDriver(VendorId = 0x1CB8)]
[DeviceBar(0, 0x800)]
internal sealed partial class CanClean(PciDevice device)
{
    private readonly Bar _registers = device.GetBar(0);
    private readonly FrameTable _table = new();
    private ulong _sending;
    private ErrorState _state;

    public bool TrySend(int mailbox, ulong data)
    {
        ulong bit = 1UL << mailbox;
        if ((Interlocked.Or(ref _sending, bit) & bit) != 0)
        {
            return false;
        }

        _registers.Write64(0x400 + ((ulong)mailbox * 8), data);
        return true;
    }

    public bool TryRead(int identifier, out ulong data) => _table.TryRead(identifier, out data);

    [MsiVector(0)]
    [IrqPending(RegisterType.Mmio64, bar: 0, offset: 0x20, mask: ulong.MaxValue)]
    [IrqAck(RegisterType.Mmio64, bar: 0, offset: 0x20, mask: ulong.MaxValue, Clear = IrqClear.Echo)]
    private void OnMailbox(in Interrupt irq)
    {
        ulong sent = irq.Status & 0xFFFF_FFFF;
        Interlocked.And(ref _sending, ~sent);
        for (ulong received = irq.Status >> 32; received != 0;)
        {
            int mailbox = System.Numerics.BitOperations.TrailingZeroCount(received);
            received ^= received & (ulong)-(long)received;
            ulong header = _registers.Read64(0x200 + ((ulong)mailbox * 16));
            _table.Update((int)(header & 0x7FF), _registers.Read64(0x208 + ((ulong)mailbox * 16)));
        }
    }

    [MsiVector(1)]
    private void OnError(in Interrupt irq)
    {
        uint counters = _registers.Read32(0x10);
        _state = (_state, (counters >> 8) & 0xFF) switch
        {
            (_, > 255 - 8) => ErrorState.BusOff,
            (ErrorState.BusOff, 0) => ErrorState.Active,
            (ErrorState.BusOff, _) => ErrorState.BusOff,
            (_, >= 128) => ErrorState.Passive,
            (_, >= 96) => ErrorState.Warning,
            _ => ErrorState.Active,
        };
        if (_state is ErrorState.BusOff)
        {
            _registers.Write32(0x14, 1);
        }
    }

    private enum ErrorState
    {
        Active,
        Warning,
        Passive,
        BusOff,
    }

    /// <summary>A sequence lock for each identifier: the writer never waits, readers try again for a while.</summary>
    private sealed class FrameTable
    {
        private readonly uint[] _versions = new uint[2048];
        private readonly ulong[] _data = new ulong[2048];

        public void Update(int identifier, ulong data)
        {
            Interlocked.Increment(ref _versions[identifier]);
            Volatile.Write(ref _data[identifier], data);
            Interlocked.Increment(ref _versions[identifier]);
        }

        public bool TryRead(int identifier, out ulong data)
        {
            for (int attempt = 0; attempt < 16; attempt++)
            {
                uint before = Volatile.Read(ref _versions[identifier]);
                data = Volatile.Read(ref _data[identifier]);
                if ((before & 1) == 0 && before != 0 && Volatile.Read(ref _versions[identifier]) == before)
                {
                    return true;
                }
            }

            data = 0;
            return false;
        }
    }
}
