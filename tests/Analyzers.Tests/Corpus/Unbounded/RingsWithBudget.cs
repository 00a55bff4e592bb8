using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;

// What drivers really loop over: messages with lengths, chunks, rings, retries.
[InterruptDriver]
internal sealed partial class RingsWithBudget(PciDevice device)
{
    private readonly Bar _bar = device.GetBar(0);
    private readonly byte[] _bytes = new byte[256];
    private readonly Entry[] _ring = new Entry[64];
    private readonly Queue<int> _queue = new(16);
    private readonly int _stride = 4;
    private readonly LinkedList<int> _chain = [];
    private readonly PriorityQueue<int, int> _heap = new(16);
    private int _head;
    private int _tail;
    private int _free = 64;
    private long _n;

    [MsiVector(0)]
    private void RingByTail(in Interrupt irq)
    {
        int tail = (int)_bar.Read32(0x20) & 63;
        while (_head != tail)
        {
            _n += _ring[_head].Length;
            _head = (_head + 1) & 63;
        }
    }

    [MsiVector(1)]
    private void RingByWrap(in Interrupt irq)
    {
        int tail = (int)_bar.Read32(0x20) & 63;
        while (_head != tail)
        {
            _n += _ring[_head].Length;
            if (++_head == _ring.Length)
            {
                _head = 0;
            }
        }
    }

    [MsiVector(2)]
    private void RingByChoice(in Interrupt irq)
    {
        int tail = (int)_bar.Read32(0x20) & 63;
        while (_head != tail)
        {
            _head = _head + 1 == _ring.Length ? 0 : _head + 1;
        }
    }

    [MsiVector(3)]
    private void RingByRegister(in Interrupt irq)
    {
        while (_head != (int)_bar.Read32(0x20)) //! TH4004|TH4005
        {
            _head = _head + 1 < _ring.Length ? _head + 1 : 0;
        }
    }

    [MsiVector(4)]
    private void RingByRegisterWithBudget(in Interrupt irq)
    {
        int budget = 64;
        while (_head != (int)_bar.Read32(0x20) && budget > 0)
        {
            _head = _head + 1 < _ring.Length ? _head + 1 : 0;
            budget--;
        }
    }

    [MsiVector(5)]
    private void RingByRegisterBudgetForgotten(in Interrupt irq)
    {
        int budget = 64;
        while (_head != (int)_bar.Read32(0x20) && budget > 0) //! TH4004|TH4005
        {
            _head = _head + 1 < _ring.Length ? _head + 1 : 0;
        }
    }

    [MsiVector(6)]
    private void RingByRegisterBudgetOnOneSide(in Interrupt irq)
    {
        int budget = 64;
        while (_head != (int)_bar.Read32(0x20) && budget > 0) //? TH4004 TH4005
        {
            _head = _head + 1 < _ring.Length ? _head + 1 : 0;
            if (_ring[_head].Length > 0)
            {
                budget--;
            }
        }
    }

    [MsiVector(7)]
    private void RingByRelation(in Interrupt irq)
    {
        while (_head < 64) //! TH4004|TH4005
        {
            _head = (_head + 1) % 64;
        }
    }

    [MsiVector(8)]
    private void FillsFree(in Interrupt irq)
    {
        while (_free > 0)
        {
            _ring[--_free].Length = 0;
        }
    }

    [MsiVector(9)]
    private void FillsFreeAndReturns(in Interrupt irq)
    {
        while (_free > 0) //! TH4004|TH4005
        {
            _ring[--_free].Length = 0;
            _free++;
        }
    }

    [MsiVector(10)]
    private void FillsFreeByMethod(in Interrupt irq)
    {
        while (_free > 0)
        {
            Take();
        }
    }

    [MsiVector(11)]
    private void FillsFreeByMethodSometimes(in Interrupt irq)
    {
        while (_free > 0) //! TH4004|TH4005
        {
            TakeSometimes();
        }
    }

    [MsiVector(12)]
    private void FillsFreeByAnswer(in Interrupt irq)
    {
        while (TakeOne())
        {
            _n++;
        }
    }

    [MsiVector(13)]
    private void CatchesUp(in Interrupt irq)
    {
        while (_head < _tail)
        {
            _head++;
        }
    }

    [MsiVector(14)]
    private void CatchesUpWithARunner(in Interrupt irq)
    {
        while (_head < _tail) //! TH4004|TH4005
        {
            _head++;
            _tail++;
        }
    }

    [MsiVector(15)]
    private void CatchesUpWithRegister(in Interrupt irq)
    {
        while (_head < _tail) //! TH4004|TH4005
        {
            _head++;
            _tail = (int)_bar.Read32(0x20);
        }
    }

    [MsiVector(16)]
    private void DrainsChain(in Interrupt irq)
    {
        while (_chain.First is { } first)
        {
            _n += first.Value;
            _chain.RemoveFirst();
        }
    }

    [MsiVector(17)]
    private void DrainsHeap(in Interrupt irq)
    {
        while (_heap.TryPeek(out int element, out int due) && due <= 100)
        {
            _n += element;
            _heap.Dequeue();
        }
    }

    [MsiVector(18)]
    private void DrainsHeapStuck(in Interrupt irq)
    {
        while (_heap.TryPeek(out int element, out int due) && due <= 100) //! TH4004|TH4005
        {
            _n += element;
        }
    }

    [MsiVector(19)]
    private void Requeues(in Interrupt irq)
    {
        for (int i = _queue.Count; i > 0; i--)
        {
            _queue.Enqueue(_queue.Dequeue() + 1); //! TH2012 //? TH4007
        }
    }

    [MsiVector(20)]
    private void RequeuesForever(in Interrupt irq)
    {
        while (_queue.Count > 0) //! TH4004|TH4005
        {
            int item = _queue.Dequeue();
            if (item > 3)
            {
                _queue.Enqueue(item); //! TH2012
            }
        }
    }

    [MsiVector(21)]
    private void RetriesWithReturn(in Interrupt irq)
    {
        int tries = 0;
        retry:
        if (_bar.Read32(4) != 0)
        {
            if (++tries == 3)
            {
                return;
            }
            goto retry;
        }
    }

    [MsiVector(22)]
    private void RetriesWithoutReturn(in Interrupt irq)
    {
        int tries = 0;
        retry:
        if (_bar.Read32(4) != 0)
        {
            ++tries;
            goto retry; //! TH4004|TH4005
        }
        _n = tries;
    }

    [MsiVector(23)]
    private void RetriesReset(in Interrupt irq)
    {
        int tries = 3;
        while (tries > 0) //! TH4004|TH4005
        {
            if (_bar.Read32(4) == 0)
            {
                tries = 3;
                continue;
            }
            tries--;
        }
    }

    [MsiVector(24)]
    private void NestedBudgets(in Interrupt irq)
    {
        for (int queue = 0; queue < 4; queue++)
        {
            int budget = 16;
            while (_bar.Read32((ulong)(queue * 4)) != 0 && budget-- > 0)
            {
                _n++;
            }
        }
    }

    [MsiVector(25)]
    private void NestedOuterUnbounded(in Interrupt irq)
    {
        while (_bar.Read32(0) != 0) //! TH4004|TH4005
        {
            for (int i = 0; i < 4; i++)
            {
                _n++;
            }
        }
    }

    [MsiVector(26)]
    private void NestedInnerUnbounded(in Interrupt irq)
    {
        for (int i = 0; i < 4; i++)
        {
            while (_bar.Read32(0) != 0) //! TH4004|TH4005
            {
                _n++;
            }
        }
    }

    private static bool TryReadEntry(ref ReadOnlySpan<byte> rest, out int length)
    {
        if (rest.Length < 2)
        {
            length = 0;
            return false;
        }
        length = rest[1];
        rest = rest[2..];
        return true;
    }

    private void Take() => _ring[--_free].Length = 0;

    private void TakeSometimes()
    {
        if (_ring[0].Length != 0)
        {
            _free--;
        }
    }

    private bool TakeOne()
    {
        if (_free == 0)
        {
            return false;
        }
        _free--;
        return true;
    }
}

internal struct Entry
{
    public int Length;
    public int Status;
}
