using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;

// What drivers really loop over: messages with lengths, chunks, rings, retries.
[InterruptDriver]
internal sealed partial class ParsersAndRings(PciDevice device)
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
    private void RemainingByChunk(in Interrupt irq)
    {
        int remaining = (int)_bar.Read32(0x10);
        while (remaining > 0)
        {
            int chunk = Math.Min(remaining, 64);
            _n += chunk;
            remaining -= chunk;
        }
    }

    [MsiVector(1)]
    private void RemainingByRead(in Interrupt irq)
    {
        int remaining = (int)_bar.Read32(0x10);
        while (remaining > 0) //! TH4004|TH4005
        {
            remaining -= (int)_bar.Read32(0x14);
        }
    }

    [MsiVector(2)]
    private void RemainingByReadChecked(in Interrupt irq)
    {
        int remaining = (int)_bar.Read32(0x10);
        while (remaining > 0)
        {
            int moved = (int)_bar.Read32(0x14);
            if (moved <= 0)
            {
                break;
            }
            remaining -= moved;
        }
    }

    [MsiVector(3)]
    private void OffsetByStride(in Interrupt irq)
    {
        for (int at = 0; at + _stride <= _bytes.Length; at += _stride)
        {
            _n += _bytes[at];
        }
    }

    [MsiVector(4)]
    private void OffsetByHeader(in Interrupt irq)
    {
        int at = 0;
        while (at + 4 <= _bytes.Length)
        {
            int length = BinaryPrimitives.ReadUInt16LittleEndian(_bytes.AsSpan(at + 2));
            if (length < 4)
            {
                return;
            }
            at += length;
        }
    }

    [MsiVector(5)]
    private void OffsetByHeaderUnchecked(in Interrupt irq)
    {
        int at = 0;
        while (at + 4 <= _bytes.Length) //! TH4004|TH4005
        {
            int length = BinaryPrimitives.ReadUInt16LittleEndian(_bytes.AsSpan(at + 2));
            _n++;
            at += length;
        }
    }

    [MsiVector(6)]
    private void OffsetByHeaderPlus(in Interrupt irq)
    {
        int at = 0;
        while (at + 4 <= _bytes.Length)
        {
            at += 4 + BinaryPrimitives.ReadUInt16LittleEndian(_bytes.AsSpan(at + 2));
        }
    }

    [MsiVector(7)]
    private void OffsetAligned(in Interrupt irq)
    {
        int at = 0;
        while (at < _bytes.Length)
        {
            int length = _bytes[at];
            if (length is 0 or > 64)
            {
                break;
            }
            at += (length + 3) & ~3;
        }
    }

    [MsiVector(8)]
    private void OffsetBySwitch(in Interrupt irq)
    {
        int at = 0;
        while (at < _bytes.Length)
        {
            switch (_bytes[at])
            {
                case 0:
                    at++;
                    break;
                case 1:
                    at += 2;
                    break;
                default:
                    return;
            }
        }
    }

    [MsiVector(9)]
    private void OffsetBySwitchStuck(in Interrupt irq)
    {
        int at = 0;
        while (at < _bytes.Length) //! TH4004|TH4005
        {
            switch (_bytes[at])
            {
                case 0:
                    at++;
                    break;
                case 1:
                    _n++;
                    break;
                default:
                    return;
            }
        }
    }

    [MsiVector(10)]
    private void RingByTail(in Interrupt irq)
    {
        int tail = (int)_bar.Read32(0x20) & 63;
        while (_head != tail)
        {
            _n += _ring[_head].Length;
            _head = (_head + 1) & 63;
        }
    }

    [MsiVector(11)]
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

    [MsiVector(12)]
    private void RingByChoice(in Interrupt irq)
    {
        int tail = (int)_bar.Read32(0x20) & 63;
        while (_head != tail)
        {
            _head = _head + 1 == _ring.Length ? 0 : _head + 1;
        }
    }

    [MsiVector(13)]
    private void RingByRegister(in Interrupt irq)
    {
        while (_head != (int)_bar.Read32(0x20)) //! TH4004|TH4005
        {
            _head = _head + 1 < _ring.Length ? _head + 1 : 0;
        }
    }

    [MsiVector(14)]
    private void RingByRegisterWithBudget(in Interrupt irq)
    {
        int budget = 64;
        while (_head != (int)_bar.Read32(0x20) && budget > 0)
        {
            _head = _head + 1 < _ring.Length ? _head + 1 : 0;
            budget--;
        }
    }

    [MsiVector(15)]
    private void RingByRegisterBudgetForgotten(in Interrupt irq)
    {
        int budget = 64;
        while (_head != (int)_bar.Read32(0x20) && budget > 0) //! TH4004|TH4005
        {
            _head = _head + 1 < _ring.Length ? _head + 1 : 0;
        }
    }

    [MsiVector(16)]
    private void RingByRegisterBudgetOnOneSide(in Interrupt irq)
    {
        int budget = 64;
        while (_head != (int)_bar.Read32(0x20) && budget > 0) //! TH4004|TH4005
        {
            _head = _head + 1 < _ring.Length ? _head + 1 : 0;
            if (_ring[_head].Length > 0)
            {
                budget--;
            }
        }
    }

    [MsiVector(17)]
    private void RingByRelation(in Interrupt irq)
    {
        while (_head < 64) //! TH4004|TH4005
        {
            _head = (_head + 1) % 64;
        }
    }

    [MsiVector(18)]
    private void FillsFree(in Interrupt irq)
    {
        while (_free > 0)
        {
            _ring[--_free].Length = 0;
        }
    }

    [MsiVector(19)]
    private void FillsFreeAndReturns(in Interrupt irq)
    {
        while (_free > 0) //! TH4004|TH4005
        {
            _ring[--_free].Length = 0;
            _free++;
        }
    }

    [MsiVector(20)]
    private void FillsFreeByMethod(in Interrupt irq)
    {
        while (_free > 0)
        {
            Take();
        }
    }

    [MsiVector(21)]
    private void FillsFreeByMethodSometimes(in Interrupt irq)
    {
        while (_free > 0) //! TH4004|TH4005
        {
            TakeSometimes();
        }
    }

    [MsiVector(22)]
    private void FillsFreeByAnswer(in Interrupt irq)
    {
        while (TakeOne())
        {
            _n++;
        }
    }

    [MsiVector(23)]
    private void CatchesUp(in Interrupt irq)
    {
        while (_head < _tail)
        {
            _head++;
        }
    }

    [MsiVector(24)]
    private void CatchesUpWithARunner(in Interrupt irq)
    {
        while (_head < _tail) //! TH4004|TH4005
        {
            _head++;
            _tail++;
        }
    }

    [MsiVector(25)]
    private void CatchesUpWithRegister(in Interrupt irq)
    {
        while (_head < _tail) //! TH4004|TH4005
        {
            _head++;
            _tail = (int)_bar.Read32(0x20);
        }
    }

    [MsiVector(26)]
    private void DrainsChain(in Interrupt irq)
    {
        while (_chain.First is { } first)
        {
            _n += first.Value;
            _chain.RemoveFirst();
        }
    }

    [MsiVector(27)]
    private void DrainsHeap(in Interrupt irq)
    {
        while (_heap.TryPeek(out int element, out int due) && due <= 100)
        {
            _n += element;
            _heap.Dequeue();
        }
    }

    [MsiVector(28)]
    private void DrainsHeapStuck(in Interrupt irq)
    {
        while (_heap.TryPeek(out int element, out int due) && due <= 100) //! TH4004|TH4005
        {
            _n += element;
        }
    }

    [MsiVector(29)]
    private void Requeues(in Interrupt irq)
    {
        for (int i = _queue.Count; i > 0; i--)
        {
            _queue.Enqueue(_queue.Dequeue() + 1); //! TH2012 //? TH4007
        }
    }

    [MsiVector(30)]
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

    [MsiVector(31)]
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

    [MsiVector(32)]
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

    [MsiVector(33)]
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

    [MsiVector(34)]
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

    [MsiVector(35)]
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

    [MsiVector(36)]
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

    [MsiVector(37)]
    private void MasksPerPort(in Interrupt irq)
    {
        uint pending = _bar.Read32(0);
        while (pending != 0)
        {
            int port = System.Numerics.BitOperations.TrailingZeroCount(pending);
            pending &= pending - 1;
            _n += port;
        }
    }

    [MsiVector(38)]
    private void MasksByShift(in Interrupt irq)
    {
        uint pending = _bar.Read32(0);
        for (int port = 0; pending != 0; port++, pending >>= 1)
        {
            _n += port;
        }
    }

    [MsiVector(39)]
    private void MasksByXor(in Interrupt irq)
    {
        uint pending = _bar.Read32(0);
        while (pending != 0)
        {
            uint lowest = pending & (0 - pending);
            pending ^= lowest;
            _n++;
        }
    }

    [MsiVector(40)]
    private void MasksByMinus(in Interrupt irq)
    {
        uint pending = _bar.Read32(0);
        while (pending != 0)
        {
            uint lowest = pending & (uint)-(int)pending;
            pending -= lowest;
        }
    }

    [MsiVector(41)]
    private void MasksByBit(in Interrupt irq)
    {
        uint pending = _bar.Read32(0);
        while (pending != 0)
        {
            int bit = System.Numerics.BitOperations.Log2(pending);
            pending &= ~(1u << bit);
        }
    }

    [MsiVector(42)]
    private void MasksReread(in Interrupt irq)
    {
        uint pending;
        while ((pending = _bar.Read32(0)) != 0) //! TH4004|TH4005
        {
            _bar.Write32(0, pending);
        }
    }

    [MsiVector(43)]
    private void MasksRereadThrice(in Interrupt irq)
    {
        uint pending;
        int rounds = 0;
        while ((pending = _bar.Read32(0)) != 0 && rounds++ < 3)
        {
            _bar.Write32(0, pending);
        }
    }

    [MsiVector(44)]
    private void MasksReopened(in Interrupt irq)
    {
        uint pending = _bar.Read32(0);
        while (pending != 0) //! TH4004|TH4005
        {
            pending &= pending - 1;
            pending |= _bar.Read32(0);
        }
    }

    [MsiVector(45)]
    private void SequenceReads(in Interrupt irq)
    {
        var reader = new SequenceReader<byte>(new ReadOnlySequence<byte>(_bytes.AsMemory().Length > 0 ? ReadOnlyMemory<byte>.Empty : default));
        while (reader.TryRead(out byte value))
        {
            _n += value;
        }
    }

    [MsiVector(46)]
    private void SpanWindows(in Interrupt irq)
    {
        Span<byte> window = _bytes;
        while (window.Length > 16)
        {
            window = window[..^16];
        }
    }

    [MsiVector(47)]
    private void SpanByElements(in Interrupt irq)
    {
        ReadOnlySpan<Entry> entries = _ring;
        while (entries is [var first, .. var others])
        {
            _n += first.Length;
            entries = others;
        }
    }

    [MsiVector(48)]
    private void SpanByReader(in Interrupt irq)
    {
        ReadOnlySpan<byte> rest = _bytes;
        while (TryReadEntry(ref rest, out int length))
        {
            _n += length;
        }
    }

    [MsiVector(49)]
    private void DeadlineInAField(in Interrupt irq)
    {
        long deadline = Stopwatch.GetTimestamp() + (Stopwatch.Frequency / 1000);
        while (true)
        {
            long now = Stopwatch.GetTimestamp();
            if (now > deadline || _bar.Read32(0) == 0)
            {
                break;
            }
        }
    }

    [MsiVector(50)]
    private void DeadlineSinceLast(in Interrupt irq)
    {
        long last = Stopwatch.GetTimestamp();
        while (_bar.Read32(0) == 0) //! TH4004|TH4005
        {
            long now = Stopwatch.GetTimestamp();
            if (now - last > 1000)
            {
                _n++;
            }
            last = now;
        }
    }

    [MsiVector(51)]
    private void CountsTimeOnly(in Interrupt irq)
    {
        long start = Environment.TickCount64;
        while (_bar.Read32(0) == 0) //! TH4004|TH4005
        {
            _n = Environment.TickCount64 - start;
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
