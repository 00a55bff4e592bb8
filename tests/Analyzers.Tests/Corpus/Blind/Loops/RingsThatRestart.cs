// Rings, cursors and parsers: what starts again at a good moment, and what does at a bad one.
// information is not the point
[InterruptDriver]
[DeviceBar(0, 0x100)]
internal sealed partial class RingsThatRestart(PciDevice device)
{
    private readonly Bar _registers = device.GetBar(0);
    private readonly Batch _batch = new();
    private readonly LoopingBatch _looping = new();
    private readonly Batch[] _queues = [new Batch(), new Batch(), new Batch()];
    private readonly Cursor _cursor = new(64);
    private readonly Queue<Retry> _work = new(32);
    private readonly uint[] _ring = new uint[256];
    private readonly byte[] _text = new byte[128];
    private readonly ushort[] _next = new ushort[64];
    private readonly Tree _tree = new();
    private int _head;
    private int _credits;
    private int _first;
    private long _sum;

    [MsiVector(0)]
    private void DrainsBatch(in Interrupt irq)
    {
        while (_batch.TryTake(out uint word))
        {
            _sum += word;
        }
    }

    [MsiVector(1)]
    private void DrainsForEver(in Interrupt irq)
    {
        while (_looping.TryTake(out uint word)) //! TH4004
        {
            _sum += word;
        }
    }

    [MsiVector(2)]
    private void DrainsAll(in Interrupt irq)
    {
        foreach (Batch queue in _queues)
        {
            while (queue.TryTake(out uint word))
            {
                _sum += word;
            }
        }
    }

    [MsiVector(3)]
    private void SlotZeroIsReserved(in Interrupt irq)
    {
        for (int slot = _first; slot < 64; slot++)
        {
            if (slot == 0)
            {
                slot = 1;
            }

            _sum += _next[slot];
        }
    }

    [MsiVector(4)]
    private void BacksOffForEver(in Interrupt irq)
    {
        int delay = 1;
        while ((_registers.Read32(0x10) & 1) != 0) //! TH4005
        {
            delay *= 2;
            if (delay > 64)
            {
                delay = 64;
            }

            _sum += delay;
        }
    }

    [MsiVector(5)]
    private void BacksOffEightTimes(in Interrupt irq)
    {
        int delay = 1;
        for (int tries = 0; tries < 8 && (_registers.Read32(0x10) & 1) != 0; tries++)
        {
            delay = Math.Min(delay * 2, 64);
            _sum += delay;
        }
    }

    [MsiVector(6)]
    private void ParsesFields(in Interrupt irq)
    {
        int at = 0;
        var field = Field.Name;
        while (at < _text.Length)
        {
            switch (field)
            {
                case Field.Name when _text[at] == (byte)'=':
                    field = Field.Value;
                    at++;
                    break;
                case Field.Value when _text[at] == (byte)';':
                    field = Field.Name;
                    at++;
                    break;
                default:
                    _sum += _text[at++];
                    break;
            }
        }
    }

    [MsiVector(7)]
    private void ParserThatStays(in Interrupt irq)
    {
        int at = 0;
        var field = Field.Name;
        while (at < _text.Length) //! TH4004|TH4005
        {
            if (field == Field.Name)
            {
                field = Field.Value;
            }
            else if (_text[at] == 0)
            {
                field = Field.Name;
            }
            else
            {
                at++;
            }
        }
    }

    [MsiVector(8)]
    private void FreeListWithBudget(in Interrupt irq)
    {
        int slot = _first;
        for (int hops = 0; slot != 0 && hops < _next.Length; hops++)
        {
            slot = _next[slot];
            _sum++;
        }
    }

    [MsiVector(9)]
    private void StepsWhileBusy(in Interrupt irq)
    {
        Progress progress;
        do
        {
            progress = Step();
        }
        while (progress == Progress.Again); //! TH4005|TH4004
    }

    [MsiVector(10)]
    private void WalksTree(in Interrupt irq) => _sum += _tree.Depth(irq.Index); //! TH4003

    [MsiVector(11)]
    private void WithCredits(in Interrupt irq)
    {
        while (_credits > 0 && _ring[_head & 255] != 0)
        {
            _ring[_head & 255] = 0;
            _head++;
            _credits--;
        }
    }

    [MsiVector(12)]
    private void CursorThatRewinds(in Interrupt irq)
    {
        while (_cursor.MoveNext())
        {
            _sum += _ring[_cursor.Left];
        }
    }

    [MsiVector(13)]
    private void RetriesInPlace(in Interrupt irq)
    {
        while (_work.TryDequeue(out Retry retry)) //! TH4004
        {
            if ((_registers.Read32(0x20) & 1) == 0)
            {
                _work.Enqueue(retry); //! TH2012
            }
        }
    }

    private Progress Step() => (_registers.Read32(0x18) & 1) != 0 ? Progress.Again : Progress.Done;

    private enum Field { Name, Value }

    private enum Progress { Done, Again }

    private readonly record struct Retry(int Slot);

    private sealed class Batch
    {
        private readonly uint[] _words = new uint[32];
        private int _at;
        private int _count;

        public bool TryTake(out uint word)
        {
            if (_at >= _count)
            {
                _at = 0;
                _count = 0;
                word = 0;
                return false;
            }

            word = _words[_at++];
            return true;
        }
    }

    private sealed class LoopingBatch
    {
        private readonly uint[] _words = new uint[32];
        private int _at;

        public bool TryTake(out uint word)
        {
            if (_at >= _words.Length)
            {
                _at = 0;
            }

            word = _words[_at];
            _at++;
            return _words.Length > 0;
        }
    }

    private sealed class Cursor(int length)
    {
        private int _left = length;

        public int Left => _left;

        public bool MoveNext()
        {
            if (_left == 0)
            {
                _left = length;
                return false;
            }

            _left--;
            return true;
        }
    }

    private sealed class Tree
    {
        private readonly int[] _children = new int[64];

        public int Depth(int node) => node == 0 ? 0 : 1 + Depth(_children[node & 63]);
    }
}
