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
