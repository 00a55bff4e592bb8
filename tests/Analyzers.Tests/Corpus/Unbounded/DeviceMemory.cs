// Receive loops over memory that the card writes, with a budget and without.
using System.Runtime.InteropServices;

[InterruptDriver]
internal sealed unsafe partial class DeviceMemory(PciDevice device, nint ring, nint events)
{
    private const int Mask = 127;

    private readonly Bar _bar = device.GetBar(0);
    private readonly Slot* _ring = (Slot*)ring;
    private readonly EventRing _events = new(events, 64);
    private readonly uint[] _shadow = new uint[128];
    private uint _head;
    private uint _cycle = 1;
    private long _n;

    private Span<Slot> Slots => MemoryMarshal.CreateSpan(ref *_ring, Mask + 1);

    [MsiVector(0)]
    private void ByOwnerBit(in Interrupt irq)
    {
        Slot* slot = _ring + _head;
        while ((slot->Control & 0x8000_0000) == 0) //! TH4004|TH4005
        {
            _n += slot->Length;
            slot->Control = 0x8000_0000;
            _head = (_head + 1) & Mask;
            slot = _ring + _head;
        }
    }

    [MsiVector(1)]
    private void ByOwnerBitWithBudget(in Interrupt irq)
    {
        Slot* slot = _ring + _head;
        for (int budget = 32; budget != 0 && (slot->Control & 0x8000_0000) == 0; budget--)
        {
            _n += slot->Length;
            slot->Control = 0x8000_0000;
            _head = (_head + 1) & Mask;
            slot = _ring + _head;
        }
    }

    [MsiVector(2)]
    private void ByCycleBit(in Interrupt irq)
    {
        while ((_ring[_head].Control & 1) == _cycle) //! TH4004|TH4005
        {
            _n++;
            if (++_head > Mask)
            {
                _head = 0;
                _cycle ^= 1;
            }
        }
    }

    [MsiVector(3)]
    private void ByCycleBitOnce(in Interrupt irq)
    {
        uint first = _head;
        do
        {
            if ((_ring[_head].Control & 1) != _cycle)
            {
                break;
            }
            _n++;
            _head = (_head + 1) & Mask;
        }
        while (_head != first);
    }

    [MsiVector(4)]
    private void BySpan(in Interrupt irq)
    {
        Span<Slot> slots = Slots;
        while (slots[(int)_head].Control != 0) //! TH4004|TH4005
        {
            slots[(int)_head].Control = 0;
            _head = (_head + 1) % (uint)slots.Length;
        }
    }

    [MsiVector(5)]
    private void BySpanForEach(in Interrupt irq)
    {
        foreach (ref Slot slot in Slots)
        {
            if (slot.Control == 0)
            {
                break;
            }
            _n += slot.Length;
        }
    }

    [MsiVector(6)]
    private void ByHelper(in Interrupt irq)
    {
        while (TryTake(out uint length)) //! TH4004|TH4005
        {
            _n += length;
        }
    }

    [MsiVector(7)]
    private void ByHelperWithBudget(in Interrupt irq)
    {
        int left = 64;
        while (left > 0 && TryTake(out uint length))
        {
            _n += length;
            left--;
        }
    }

    [MsiVector(8)]
    private void ByOtherClass(in Interrupt irq)
    {
        while (_events.HasNext) //! TH4004|TH4005
        {
            _n += _events.Next();
        }
    }

    [MsiVector(9)]
    private void ByOtherClassWithBudget(in Interrupt irq)
    {
        for (int i = 0; i < 16 && _events.HasNext; i++)
        {
            _n += _events.Next();
        }
    }

    [MsiVector(10)]
    private void ByTailInMemory(in Interrupt irq)
    {
        while (_head != Volatile.Read(ref _ring->Control)) //! TH4004|TH4005
        {
            _n += _shadow[_head];
            _head = (_head + 1) & Mask;
        }
    }

    [MsiVector(11)]
    private void ByTailInMemoryReadOnce(in Interrupt irq)
    {
        uint tail = Volatile.Read(ref _ring->Control) & Mask;
        while (_head != tail)
        {
            _n += _shadow[_head];
            _head = (_head + 1) & Mask;
        }
    }

    [MsiVector(12)]
    private void BySharedShadow(in Interrupt irq)
    {
        while (Volatile.Read(ref _shadow[_head]) != 0) //! TH4004|TH4005
        {
            Volatile.Write(ref _shadow[_head], 0);
            _head = (_head + 1) & Mask;
        }
    }

    [MsiVector(13)]
    private void BySharedShadowOnce(in Interrupt irq)
    {
        for (int i = 0; i < _shadow.Length; i++)
        {
            if (Volatile.Read(ref _shadow[i]) == 0)
            {
                return;
            }
            _n++;
        }
    }

    [MsiVector(14)]
    private void ByRegisterWindow(in Interrupt irq)
    {
        for (uint at = 0x100; (_bar.Read32(at) & 1) != 0; at = 0x100 + ((at + 16) & 0xFF)) //! TH4004|TH4005
        {
            _n += _bar.Read32(at + 4);
        }
    }

    [MsiVector(15)]
    private void ByRegisterWindowWithEnd(in Interrupt irq)
    {
        for (uint at = 0x100; at < 0x200 && (_bar.Read32(at) & 1) != 0; at += 16)
        {
            _n += _bar.Read32(at + 4);
        }
    }

    [MsiVector(16)]
    private void ByMarshal(in Interrupt irq)
    {
        while (Marshal.ReadInt32(ring, (int)_head * 4) != 0) //! TH4004|TH4005
        {
            _head = (_head + 1) & Mask;
        }
    }

    [MsiVector(17)]
    private void ByUnsafe(in Interrupt irq)
    {
        while (Unsafe.ReadUnaligned<uint>((byte*)_ring + (_head * 16)) != 0) //! TH4004|TH4005
        {
            _head = (_head + 1) & Mask;
        }
    }

    [MsiVector(18)]
    private void ByReference(in Interrupt irq)
    {
        while (true) //! TH4004|TH4005
        {
            ref Slot slot = ref Unsafe.AsRef<Slot>(_ring + _head);
            if (slot.Control == 0)
            {
                return;
            }
            slot.Control = 0;
            _head = (_head + 1) & Mask;
        }
    }

    [MsiVector(19)]
    private void ByListOfTheCard(in Interrupt irq)
    {
        int left = 64;
        for (uint at = _ring->Next; at != 0 && left-- > 0; at = _ring[at].Next)
        {
            _n += _ring[at].Length;
        }
    }

    [MsiVector(20)]
    private void ByTotal(in Interrupt irq)
    {
        int total = 0;
        while (total < 4096 && _ring[_head].Control != 0) //? TH4004 TH4005
        {
            total += (int)_ring[_head].Length;
            _head = (_head + 1) & Mask;
        }
    }

    [MsiVector(21)]
    private void ByTwoRings(in Interrupt irq)
    {
        for (int queue = 0; queue < 2; queue++)
        {
            Slot* slots = _ring + (queue * 64);
            uint at = 0;
            while (slots[at].Control != 0) //! TH4004|TH4005
            {
                at = (at + 1) & 63;
            }
        }
    }

    private bool TryTake(out uint length)
    {
        ref Slot slot = ref _ring[_head];
        length = slot.Length;
        if ((slot.Control & 1) == 0)
        {
            return false;
        }
        slot.Control = 0;
        _head = (_head + 1) & Mask;
        return true;
    }

    private struct Slot
    {
        public uint Control;
        public uint Length;
        public uint Next;
        public uint Reserved;
    }
}

internal sealed unsafe class EventRing(nint memory, int size)
{
    private readonly uint* _entries = (uint*)memory;
    private int _at;

    public bool HasNext => _entries[_at] != 0;

    public uint Next()
    {
        uint value = _entries[_at];
        _entries[_at] = 0;
        _at = _at + 1 == size ? 0 : _at + 1;
        return value;
    }
}
