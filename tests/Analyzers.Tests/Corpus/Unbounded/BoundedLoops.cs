// The loops of good drivers.
using System.Numerics;

[InterruptDriver]
internal sealed partial class BoundedLoops(PciDevice device)
{
    private const uint Status = 0x10;
    private const int Size = 64;
    private const int Mask = Size - 1;
    private readonly Bar _bar = device.GetBar(0);
    private readonly Entry[] _ring = new Entry[Size];
    private readonly int[] _counts = new int[8];
    private uint _head;
    private uint _tail;
    private int _n;
    private byte _phase;
    private Node? _free;

    [MsiVector(0)]
    private void Counted(in Interrupt irq)
    {
        for (int i = 0; i < 8; i++)
        {
            _counts[i] = 0;
        }
    }

    [MsiVector(1)]
    private void CountedDown(in Interrupt irq)
    {
        for (int i = _counts.Length - 1; i >= 0; i--)
        {
            _counts[i]++;
        }
    }

    [MsiVector(2)]
    private void WhileCounted(in Interrupt irq)
    {
        int i = 0;
        while (i < _counts.Length)
        {
            _counts[i]++;
            i++;
        }
    }

    [MsiVector(3)] // a poll with a budget
    private void PollWithBudget(in Interrupt irq)
    {
        int tries = 100;
        while ((_bar.Read32(Status) & 1) == 0 && tries > 0)
        {
            tries--;
        }
    }

    [MsiVector(4)]
    private void PollWithPostDecrement(in Interrupt irq)
    {
        int tries = 100;
        while ((_bar.Read32(Status) & 1) == 0 && tries-- > 0)
        {
        }
    }

    [MsiVector(5)]
    private void PollInFor(in Interrupt irq)
    {
        for (int i = 0; i < 100; i++)
        {
            if ((_bar.Read32(Status) & 1) != 0)
            {
                break;
            }
        }
    }

    [MsiVector(6)] // a bit loop
    private void Bits(in Interrupt irq)
    {
        ulong pending = irq.Status;
        while (pending != 0)
        {
            int bit = BitOperations.TrailingZeroCount(pending);
            pending &= pending - 1;
            _counts[bit & 7]++;
        }
    }

    [MsiVector(7)] // a bit loop that clears by shift
    private void BitsByMask(in Interrupt irq)
    {
        uint pending = (uint)irq.Status;
        while (pending != 0)
        {
            int bit = BitOperations.Log2(pending);
            pending &= ~(1u << bit);
            _counts[bit & 7]++;
        }
    }

    [MsiVector(8)]
    private void BitsByShift(in Interrupt irq)
    {
        for (ulong bits = irq.Status; bits != 0; bits >>= 1)
        {
            _n += (int)(bits & 1);
        }
    }

    [MsiVector(9)] // the ring between two indexes
    private void RingByIndex(in Interrupt irq)
    {
        uint tail = _bar.Read32(0x14) & Mask;
        uint head = _head;
        while (head != tail)
        {
            _n += _ring[head].Length;
            head = (head + 1) & Mask;
        }

        _head = head;
    }

    [MsiVector(10)] // with a budget
    private void RingWithBudget(in Interrupt irq)
    {
        for (int budget = Size; budget > 0; budget--)
        {
            ref Entry entry = ref _ring[_head & Mask];
            if ((entry.Status & 1) != _phase)
            {
                break;
            }

            _n += entry.Length;
            _head++;
        }
    }

    [MsiVector(11)] // the owner bit, with a count
    private void OwnerBit(in Interrupt irq)
    {
        int done = 0;
        while (done < Size && (_ring[_tail & Mask].Status & 1) != 0)
        {
            _ring[_tail & Mask].Status = 0;
            _tail++;
            done++;
        }

        _n += done;
    }

    [MsiVector(12)] // a linked list that ends
    private void LinkedList(in Interrupt irq)
    {
        for (Node? node = _free; node is not null; node = node.Next)
        {
            _n += node.Value;
        }
    }

    [MsiVector(13)]
    private void LinkedListWhile(in Interrupt irq)
    {
        Node? node = _free;
        while (node != null)
        {
            _n += node.Value;
            node = node.Next;
        }
    }

    [MsiVector(14)]
    private void DoCounted(in Interrupt irq)
    {
        int left = 4;
        do
        {
            _n++;
        }
        while (--left > 0);
    }

    [MsiVector(15)]
    private void ReturnInWhileTrue(in Interrupt irq)
    {
        int i = 0;
        while (true)
        {
            if (i++ >= 16)
            {
                return;
            }

            _n++;
        }
    }

    [MsiVector(16)]
    private void SpanShrinks(in Interrupt irq)
    {
        ReadOnlySpan<int> rest = _counts;
        while (!rest.IsEmpty)
        {
            _n += rest[0];
            rest = rest[1..];
        }
    }

    [MsiVector(17)]
    private void SpanShrinksByLength(in Interrupt irq)
    {
        Span<int> rest = _counts;
        while (rest.Length > 0)
        {
            rest[0] = 0;
            rest = rest.Slice(1);
        }
    }

    [MsiVector(18)] // by the signals that came together
    private void Signals(in Interrupt irq)
    {
        for (long i = 0; i < irq.Signals; i++)
        {
            _n++;
        }
    }

    [MsiVector(19)]
    private void Nested(in Interrupt irq)
    {
        for (int i = 0; i < 4; i++)
        {
            for (int j = i; j < 4; j++)
            {
                _counts[j] += i;
            }
        }
    }

    [MsiVector(20)] // from both ends
    private void TwoIndexes(in Interrupt irq)
    {
        int low = 0;
        int high = _counts.Length - 1;
        while (low < high)
        {
            (_counts[low], _counts[high]) = (_counts[high], _counts[low]);
            low++;
            high--;
        }
    }

    [MsiVector(21)]
    private void BinarySearch(in Interrupt irq)
    {
        int low = 0;
        int high = _counts.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) >> 1;
            if (_counts[middle] < irq.Vector)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        _n = low;
    }

    [MsiVector(22)]
    private void Division(in Interrupt irq)
    {
        int value = irq.Vector;
        while (value > 0)
        {
            _n += value % 10;
            value /= 10;
        }
    }

    [MsiVector(23)] // a deadline bounds it too
    private void Deadline(in Interrupt irq)
    {
        long until = Stopwatch.GetTimestamp() + 1000;
        while ((_bar.Read32(Status) & 1) == 0)
        {
            if (Stopwatch.GetTimestamp() > until)
            {
                break;
            }
        }
    }

    [MsiVector(24)] // a remaining length that falls
    private void Remaining(in Interrupt irq)
    {
        int remaining = (int)_bar.Read32(0x18);
        while (remaining > 0)
        {
            int chunk = Math.Min(remaining, 16);
            _n += chunk;
            remaining -= chunk;
        }
    }

    private struct Entry
    {
        public int Length;
        public int Status;
    }

    private sealed class Node
    {
        public int Value;
        public Node? Next;
    }
}
