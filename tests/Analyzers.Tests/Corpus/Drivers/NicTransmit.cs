namespace Network;

/// <summary>Gives buffers back that the card has sent.</summary>
[InterruptDriver(VendorId = 0x8086)]
[DeviceBar(0, 0x2_0000)]
internal sealed partial class NicTransmitDriver(PciDevice device)
{
    private const uint Cause = 0x00C0;
    private const uint Head = 0x3810;
    private const int RingSize = 128;
    private const int Mask = RingSize - 1;

    private readonly Bar _registers = device.GetBar(0);
    private readonly TxSlot[] _slots = new TxSlot[RingSize];
    private readonly FreeList _free = new(RingSize);
    private uint _clean;
    private long _sent;
    private long _bytes;
    private LinkState _link;

    private enum LinkState
    {
        Down,
        Up,
    }

    public long Sent => Interlocked.Read(ref _sent);

    public long Bytes => Interlocked.Read(ref _bytes);

    [MsiVector(1)]
    [IrqPending(RegisterType.Mmio32, bar: 0, offset: Cause, mask: 0x07)]
    [IrqAck(RegisterType.Mmio32, bar: 0, offset: Cause, mask: 0x07, Clear = IrqClear.Echo)]
    private void OnTransmit(in Interrupt irq)
    {
        if ((irq.Status & 0x04) != 0)
        {
            _link = _link == LinkState.Up ? LinkState.Down : LinkState.Up;
        }

        uint head = _registers.Read32(Head) & Mask;
        uint clean = _clean;
        while (clean != head)
        {
            Release(clean); //p TH3001
            clean = (clean + 1) & Mask;
        }

        _clean = clean;
    }

    private void Release(uint index)
    {
        ref TxSlot slot = ref _slots[index];
        if (!slot.InUse)
        {
            return;
        }

        slot.InUse = false;
        Interlocked.Increment(ref _sent);
        Interlocked.Add(ref _bytes, slot.Length);
        _free.Give((int)index);
    }

    private struct TxSlot
    {
        public bool InUse;
        public int Length;
    }
}

/// <summary>Indexes of free buffers: a stack in an array, linked by index.</summary>
internal sealed class FreeList(int size)
{
    private readonly int[] _items = new int[size];
    private int _count;

    public void Give(int index)
    {
#if PLANTED
        lock (_items)
        {
            Store(index);
        }
#else
        Store(index);
#endif
    }

    private void Store(int index)
    {
        int at = Interlocked.Increment(ref _count) - 1;
        if ((uint)at < (uint)_items.Length)
        {
            _items[at] = index;
        }
    }
}
