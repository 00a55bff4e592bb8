// Loops of a third batch: what ends, and what does not.
[InterruptDriver]
[DeviceBar(0, 0x100)]
internal sealed partial class BlindThirdLoops(PciDevice device)
{
    private readonly Bar _registers = device.GetBar(0);
    private readonly int[] _items = new int[64];
    private readonly byte[] _bytes = new byte[64];
    private readonly Queue<int> _queue = new(64);
    private Node? _free;
    private bool _isDone;
    private int _head;
    private long _sum;

    public void Finish() => Volatile.Write(ref _isDone, true);

    [MsiVector(0)]
    private void BudgetInside(in Interrupt irq)
    {
        int rounds = 0;
        while (true)
        {
            uint next = _registers.Read32(0x10);
            if (next == 0 || ++rounds > 32)
            {
                break;
            }

            _sum += next;
        }
    }

    [MsiVector(1)]
    private void Halves(in Interrupt irq)
    {
        int low = 0;
        int high = _items.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) >>> 1;
            if (_items[middle] < irq.Index)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        _sum += low;
    }

    [MsiVector(2)]
    private void Euclid(in Interrupt irq)
    {
        uint a = (uint)irq.Index + 12;
        uint b = 18;
        while (b != 0)
        {
            (a, b) = (b, a % b);
        }

        _sum += a;
    }

    [MsiVector(3)]
    private void OnceAroundRing(in Interrupt irq)
    {
        int at = _head;
        do
        {
            _sum += _items[at];
            at = (at + 1) % _items.Length;
        }
        while (at != _head);
    }

    [MsiVector(4)]
    private void Digits(in Interrupt irq)
    {
        Span<char> digits = stackalloc char[20];
        int count = 0;
        ulong rest = irq.Status;
        do
        {
            digits[count++] = (char)('0' + (rest % 10));
            rest /= 10;
        }
        while (rest > 0);
        digits[..count].Reverse();
        _sum += count;
    }

    [MsiVector(5)]
    private void VariableLength(in Interrupt irq)
    {
        int at = 0;
        while (at < _bytes.Length)
        {
            uint value = 0;
            int shift = 0;
            byte next;
            do
            {
                next = _bytes[at++];
                value |= (uint)(next & 0x7F) << shift;
                shift += 7;
            }
            while ((next & 0x80) != 0 && at < _bytes.Length && shift < 32);
            _sum += value;
        }
    }

    [MsiVector(6)]
    private void ReadsUntilZero(in Interrupt irq)
    {
        uint status;
        while ((status = _registers.Read32(0x14)) != 0) //! TH4004|TH4005
        {
            _sum += status;
        }
    }

    [MsiVector(7)]
    private void RequeuesWhatFails(in Interrupt irq)
    {
        while (_queue.Count > 0) //! TH4004
        {
            int item = _queue.Dequeue();
            if (item > irq.Index)
            {
                _queue.Enqueue(item); //! TH2012
            }
        }
    }

    [MsiVector(8)]
    private void Backoff(in Interrupt irq)
    {
        for (int delay = 1; delay < 64; delay <<= 1)
        {
            if ((_registers.Read32(0x18) & 1) == 0)
            {
                return;
            }

            for (int spin = 0; spin < delay; spin++)
            {
                _registers.Read32(0x1C);
            }
        }
    }

    [MsiVector(9)]
    private void SquareRoot(in Interrupt irq)
    {
        uint n = (uint)irq.Status | 1;
        uint x = n;
        uint y = (x >> 1) + 1;
        while (y < x)
        {
            x = y;
            y = (x + (n / x)) / 2;
        }

        _sum += x;
    }

    [MsiVector(10)]
    private void TwoEnds(in Interrupt irq)
    {
        int low = 0;
        int high = _items.Length - 1;
        while (low < high)
        {
            (_items[low], _items[high]) = (_items[high], _items[low]);
            low++;
            high--;
        }

        for (Node? node = _free; node is not null; node = node.Next)
        {
            _sum += node.Value;
        }
    }

    [MsiVector(11)]
    private void WaitsForFlag(in Interrupt irq)
    {
        while (!Volatile.Read(ref _isDone)) //! TH4005
        {
        }
    }

    [MsiVector(12)]
    private void JumpsBack(in Interrupt irq)
    {
        int attempts = 0;
    retry:
        uint value = _registers.Read32(0x20);
        if (value != _registers.Read32(0x20) && ++attempts < 4)
        {
            goto retry;
        }

        _sum += value;
    }

    [MsiVector(13)]
    private void JumpsBackForEver(in Interrupt irq)
    {
    again:
        if ((_registers.Read32(0x24) & 2) != 0)
        {
            goto again; //! TH4004|TH4005
        }
    }

    [MsiVector(14)]
    private void DrainsWhatIsThere(in Interrupt irq)
    {
        for (int waiting = _queue.Count; waiting > 0; waiting--)
        {
            int item = _queue.Dequeue(); //? TH4007
            _sum += item;
        }

        while (_queue.TryDequeue(out int other))
        {
            _sum += other;
        }
    }

    [MsiVector(15)]
    private void SkipsAhead(in Interrupt irq)
    {
        ReadOnlySpan<byte> rest = _bytes;
        while (rest.Length >= 4)
        {
            int length = rest[1];
            if (length < 4 || length > rest.Length)
            {
                break;
            }

            _sum += rest[..length][2];
            rest = rest[length..];
        }
    }

    [MsiVector(16)]
    private void StepsByData(in Interrupt irq)
    {
        int at = 0;
        while (at + 2 < _bytes.Length) //! TH4004
        {
            _sum += _bytes[at];
            at += _bytes[at + 1];
        }
    }

    [MsiVector(17)]
    private void PopsBits(in Interrupt irq)
    {
        ulong bits = irq.Status;
        while (bits != 0)
        {
            int bit = System.Numerics.BitOperations.TrailingZeroCount(bits);
            bits &= ~(1UL << bit);
            _sum += bit;
        }

        for (uint mask = 1; mask != 0; mask <<= 1)
        {
            _sum += (uint)irq.Status & mask;
        }
    }

    private sealed class Node
    {
        public Node? Next { get; set; }

        public int Value { get; set; }
    }
}
