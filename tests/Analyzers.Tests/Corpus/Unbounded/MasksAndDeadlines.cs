using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;

// What drivers really loop over: messages with lengths, chunks, rings, retries.
[InterruptDriver]
internal sealed partial class MasksAndDeadlines(PciDevice device)
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

    [MsiVector(1)]
    private void MasksByShift(in Interrupt irq)
    {
        uint pending = _bar.Read32(0);
        for (int port = 0; pending != 0; port++, pending >>= 1)
        {
            _n += port;
        }
    }

    [MsiVector(2)]
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

    [MsiVector(3)]
    private void MasksByMinus(in Interrupt irq)
    {
        uint pending = _bar.Read32(0);
        while (pending != 0)
        {
            uint lowest = pending & (uint)-(int)pending;
            pending -= lowest;
        }
    }

    [MsiVector(4)]
    private void MasksByBit(in Interrupt irq)
    {
        uint pending = _bar.Read32(0);
        while (pending != 0)
        {
            int bit = System.Numerics.BitOperations.Log2(pending);
            pending &= ~(1u << bit);
        }
    }

    [MsiVector(5)]
    private void MasksReread(in Interrupt irq)
    {
        uint pending;
        while ((pending = _bar.Read32(0)) != 0) //! TH4004|TH4005
        {
            _bar.Write32(0, pending);
        }
    }

    [MsiVector(6)]
    private void MasksRereadThrice(in Interrupt irq)
    {
        uint pending;
        int rounds = 0;
        while ((pending = _bar.Read32(0)) != 0 && rounds++ < 3)
        {
            _bar.Write32(0, pending);
        }
    }

    [MsiVector(7)]
    private void MasksReopened(in Interrupt irq)
    {
        uint pending = _bar.Read32(0);
        while (pending != 0) //! TH4004|TH4005
        {
            pending &= pending - 1;
            pending |= _bar.Read32(0);
        }
    }

    [MsiVector(8)]
    private void SequenceReads(in Interrupt irq)
    {
        var reader = new SequenceReader<byte>(new ReadOnlySequence<byte>(_bytes.AsMemory().Length > 0 ? ReadOnlyMemory<byte>.Empty : default));
        while (reader.TryRead(out byte value))
        {
            _n += value;
        }
    }

    [MsiVector(9)]
    private void SpanWindows(in Interrupt irq)
    {
        Span<byte> window = _bytes;
        while (window.Length > 16)
        {
            window = window[..^16];
        }
    }

    [MsiVector(10)]
    private void SpanByElements(in Interrupt irq)
    {
        ReadOnlySpan<Entry> entries = _ring;
        while (entries is [var first, .. var others])
        {
            _n += first.Length;
            entries = others;
        }
    }

    [MsiVector(11)]
    private void SpanByReader(in Interrupt irq)
    {
        ReadOnlySpan<byte> rest = _bytes;
        while (TryReadEntry(ref rest, out int length))
        {
            _n += length;
        }
    }

    [MsiVector(12)]
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

    [MsiVector(13)]
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

    [MsiVector(14)]
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
