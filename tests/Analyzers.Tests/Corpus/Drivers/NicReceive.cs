namespace Network;

/// <summary>The receive side of a network card: descriptors in memory, head and tail registers, buffers that are handed over by index.</summary>
[InterruptDriver(VendorId = 0x8086, DeviceId = 0x10D3)]
[DeviceBar(0, 0x2_0000)]
internal sealed unsafe partial class NicReceiveDriver
{
    private const uint Cause = 0x00C0;
    private const uint MaskSet = 0x00D0;
    private const uint MaskClear = 0x00D8;
    private const uint Tail = 0x2818;
    private const int RingSize = 256;
    private const byte DescriptorDone = 1;
    private const byte EndOfPacket = 2;

    private readonly Bar _registers;
    private readonly RxDescriptor* _ring;
    private readonly byte* _buffers;
    private readonly PacketQueue _queue = new(RingSize);
#if PLANTED
    private byte[]? _last;
#endif
    private Counters _counters;
    private int _next;

    public NicReceiveDriver(PciDevice device, nint ring, nint buffers)
    {
        _registers = device.GetBar(0);
        _ring = (RxDescriptor*)ring;
        _buffers = (byte*)buffers;
    }

    public long Packets => Volatile.Read(ref _counters.Packets);

    public long Dropped => Volatile.Read(ref _counters.Dropped);

    [MsiVector(0)]
    [IrqPending(RegisterType.Mmio32, bar: 0, offset: Cause, mask: 0x80, ReadClears = true)]
    [IrqDisable(RegisterType.Mmio32, bar: 0, offset: MaskClear, mask: 0x80)]
    [IrqEnable(RegisterType.Mmio32, bar: 0, offset: MaskSet, mask: 0x80)]
    private void OnReceive(in Interrupt irq)
    {
        int last = -1;
        for (int budget = RingSize; budget > 0; budget--)
        {
            RxDescriptor* descriptor = _ring + _next;
            byte status = Volatile.Read(ref descriptor->Status);
            if ((status & DescriptorDone) == 0)
            {
                break;
            }

            Take(descriptor, status, irq.Timestamp); //p TH2002
            descriptor->Status = 0;
            last = _next;
            _next = (_next + 1) & (RingSize - 1);
        }

        if (last >= 0)
        {
            Interlocked.MemoryBarrier();
            _registers.Write32(Tail, (uint)last);
        }
    }

    private void Take(RxDescriptor* descriptor, byte status, long timestamp)
    {
        if ((status & EndOfPacket) == 0 || descriptor->Errors != 0)
        {
            Volatile.Write(ref _counters.Errors, _counters.Errors + 1);
            return;
        }

        Span<byte> data = new(_buffers + (_next * 2048), descriptor->Length);
#if PLANTED
        _last = data.ToArray();
#endif
        if (_queue.TryWrite(data, timestamp))
        {
            Volatile.Write(ref _counters.Packets, _counters.Packets + 1);
        }
        else
        {
            Volatile.Write(ref _counters.Dropped, _counters.Dropped + 1);
        }
    }

    private struct RxDescriptor
    {
        public ulong Address;
        public ushort Length;
        public ushort Checksum;
        public byte Status;
        public byte Errors;
        public ushort Special;
    }

    private struct Counters
    {
        public long Packets;
        public long Dropped;
        public long Errors;
    }
}

/// <summary>One writer (the handler), one reader.</summary>
internal sealed class PacketQueue(int size)
{
    private readonly Slot[] _slots = new Slot[size];
    private readonly byte[] _memory = new byte[size * 2048];
    private uint _written;
    private uint _read;

    public bool TryWrite(ReadOnlySpan<byte> data, long timestamp)
    {
        uint written = _written;
        if (written - Volatile.Read(ref _read) == (uint)_slots.Length || data.Length > 2048)
        {
            return false;
        }

        int at = (int)(written % (uint)_slots.Length);
        data.CopyTo(_memory.AsSpan(at * 2048, 2048));
        _slots[at] = new Slot(data.Length, timestamp);
        Volatile.Write(ref _written, written + 1);
        return true;
    }

    private readonly record struct Slot(int Length, long Timestamp);
}
