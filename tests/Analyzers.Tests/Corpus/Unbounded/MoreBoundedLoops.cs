// More loops of good drivers: none may be reported.
using System.Numerics;

[InterruptDriver]
internal sealed partial class MoreBoundedLoops(PciDevice device)
{
    private const uint Status = 0x10;
    private const uint Mask = 63;
    private readonly Bar _bar = device.GetBar(0);
    private readonly int[] _next = new int[64];
    private readonly byte[] _data = new byte[256];
    private readonly Item[] _items = new Item[64];
    private int _free = -1;
    private uint _head;
    private int _n;

    [MsiVector(0)] // a list that is linked by index
    private void LinkedByIndex(in Interrupt irq)
    {
        for (int i = _free; i >= 0; i = _next[i])
        {
            _n++;
        }
    }

    [MsiVector(1)] // break in the middle
    private void RingWithBreak(in Interrupt irq)
    {
        uint tail = _bar.Read32(0x14) & Mask;
        uint head = _head;
        while (true)
        {
            if (head == tail)
            {
                break;
            }

            _n += _items[head].Value;
            head = (head + 1) & Mask;
        }

        _head = head;
    }

    [MsiVector(2)] // the ring's index in a helper
    private void RingWithHelper(in Interrupt irq)
    {
        uint tail = _bar.Read32(0x14) & Mask;
        while (_head != tail)
        {
            Take();
        }
    }

    [MsiVector(3)]
    private void CountInBody(in Interrupt irq)
    {
        int n = 0;
        for (; ; )
        {
            uint value = _bar.Read32(Status);
            if (value == 0)
            {
                break;
            }

            _n += (int)value;
            if (++n == 64)
            {
                break;
            }
        }
    }

    [MsiVector(4)]
    private void AssignInCondition(in Interrupt irq)
    {
        int budget = 32;
        uint status;
        while ((status = _bar.Read32(Status)) != 0 && budget-- > 0)
        {
            _n += (int)status;
        }
    }

    [MsiVector(5)]
    private void LowestBit(in Interrupt irq)
    {
        uint pending = (uint)irq.Status;
        while (pending != 0)
        {
            uint bit = pending & (uint)-(int)pending;
            pending ^= bit;
            _n += BitOperations.Log2(bit);
        }
    }

    [MsiVector(6)]
    private void CountedWhileNot(in Interrupt irq)
    {
        int count = 8;
        while (count-- != 0)
        {
            _n++;
        }

        for (uint i = 8; i-- > 0;)
        {
            _n += (int)i;
        }
    }

    [MsiVector(7)]
    private void Steps(in Interrupt irq)
    {
        for (int i = 0; i + 4 <= _data.Length; i += 4)
        {
            _n += _data[i];
        }

        for (int size = 1; size < 256; size *= 2)
        {
            _n += size;
        }

        for (int size = 1; size < 256; size <<= 1)
        {
            _n += size;
        }
    }

    [MsiVector(8)] // records of the length that they say
    private void Records(in Interrupt irq)
    {
        ReadOnlySpan<byte> rest = _data;
        while (rest.Length >= 2)
        {
            int length = rest[1] + 2;
            if (length > rest.Length)
            {
                break;
            }

            _n += rest[0];
            rest = rest[length..];
        }
    }

    [MsiVector(9)]
    private void GreatestDivisor(in Interrupt irq)
    {
        int a = irq.Vector;
        int b = irq.Index;
        while (b != 0)
        {
            (a, b) = (b, a % b);
        }

        _n = a;
    }

    [MsiVector(10)]
    private void FlagLocal(in Interrupt irq)
    {
        bool found = false;
        for (int i = 0; i < _items.Length && !found; i++)
        {
            found = _items[i].Value == irq.Vector;
        }
    }

    [MsiVector(11)] // insertion sort
    private void Sort(in Interrupt irq)
    {
        for (int i = 1; i < _items.Length; i++)
        {
            Item item = _items[i];
            int j = i - 1;
            while (j >= 0 && _items[j].Value > item.Value)
            {
                _items[j + 1] = _items[j];
                j--;
            }

            _items[j + 1] = item;
        }
    }

    [MsiVector(12)] // sift down
    private void Heap(in Interrupt irq)
    {
        int at = 0;
        while ((at * 2) + 1 < _items.Length)
        {
            int child = (at * 2) + 1;
            if (child + 1 < _items.Length && _items[child + 1].Value < _items[child].Value)
            {
                child++;
            }

            if (_items[at].Value <= _items[child].Value)
            {
                break;
            }

            (_items[at], _items[child]) = (_items[child], _items[at]);
            at = child;
        }
    }

    [MsiVector(13)]
    private void Goto(in Interrupt irq)
    {
        int left = 4;
    Again:
        _n++;
        if (--left > 0)
        {
            goto Again;
        }
    }

    [MsiVector(14)] // ring counters that wrap
    private void WrappingCounters(in Interrupt irq)
    {
        ushort newest = (ushort)_bar.Read32(0x18);
        for (ushort i = (ushort)_head; i != newest; i++)
        {
            _n += _items[i & Mask].Value;
        }
    }

    [MsiVector(15)]
    private unsafe void Pointers(in Interrupt irq)
    {
        fixed (byte* start = _data)
        {
            byte* end = start + _data.Length;
            for (byte* p = start; p < end; p++)
            {
                _n += *p;
            }
        }
    }

    [MsiVector(16)] // until a sentinel, within the array
    private void Sentinel(in Interrupt irq)
    {
        int i = 0;
        while (i < _data.Length && _data[i] != 0)
        {
            i++;
        }

        _n = i;
    }

    [MsiVector(17)]
    private void DoWithBudget(in Interrupt irq)
    {
        int tries = 0;
        do
        {
            if ((_bar.Read32(Status) & 1) != 0)
            {
                return;
            }
        }
        while (++tries < 100);
    }

    [MsiVector(18)]
    private void DeadlineInCondition(in Interrupt irq)
    {
        long until = Environment.TickCount64 + 2;
        while ((_bar.Read32(Status) & 1) == 0 && Environment.TickCount64 < until)
        {
            Thread.SpinWait(4);
        }
    }

    [MsiVector(19)] // hash probing with a bound
    private void Probe(in Interrupt irq)
    {
        int slot = irq.Vector & 63;
        for (int probe = 0; _items[slot].Value != irq.Vector && probe < _items.Length; probe++)
        {
            slot = (slot + 1) & 63;
        }

        _n = slot;
    }

    [MsiVector(20)]
    private void ForeachRange(in Interrupt irq)
    {
        foreach (byte value in _data.AsSpan(0, 16))
        {
            _n += value;
        }

        foreach (ref Item item in _items.AsSpan())
        {
            item.Value = 0;
        }
    }

    private void Take()
    {
        _n += _items[_head].Value;
        _head = (_head + 1) & Mask;
    }

    private struct Item
    {
        public int Value;
    }
}
