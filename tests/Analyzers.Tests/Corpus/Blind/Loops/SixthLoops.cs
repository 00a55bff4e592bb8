// Loops and shared state of a sixth batch.
// information is not the point
[InterruptDriver]
[DeviceBar(0, 0x100)]
internal sealed partial class SixthLoops(PciDevice device)
{
    private readonly Bar _registers = device.GetBar(0);
    private readonly int[] _heap = new int[64];
    private readonly ushort[] _next = new ushort[64];
    private readonly byte[] _text = new byte[128];
    private readonly Queue<Work> _work = new(16);
    private int _count;
    private int _posted;
    private long _sum;
    private Phase _phase;

    public int Posted => Volatile.Read(ref _posted);

    [MsiVector(0)]
    private void SiftsUp(in Interrupt irq)
    {
        int at = _count < _heap.Length ? _count++ : _heap.Length - 1;
        _heap[at] = irq.Index;
        while (at > 0)
        {
            int parent = (at - 1) / 2;
            if (_heap[parent] <= _heap[at])
            {
                break;
            }

            (_heap[parent], _heap[at]) = (_heap[at], _heap[parent]);
            at = parent;
        }
    }

    [MsiVector(1)]
    private void WalksFreeList(in Interrupt irq)
    {
        int hops = 0;
        for (ushort slot = _next[0]; slot != ushort.MaxValue && hops < _next.Length; slot = _next[slot & 63], hops++)
        {
            _sum += slot;
        }
    }

    [MsiVector(2)]
    private void States(in Interrupt irq)
    {
        for (int left = 8; left > 0 && _phase != Phase.Done; left--)
        {
            _phase = _phase switch
            {
                Phase.Idle => Phase.Header,
                Phase.Header when _registers.Read32(0x4) == 0 => Phase.Header,
                Phase.Header => Phase.Body,
                _ => Phase.Done,
            };
        }
    }

    [MsiVector(3)]
    private void WorkThatMakesWork(in Interrupt irq)
    {
        int budget = 16;
        while (_work.TryDequeue(out Work work))
        {
            _sum += work.Value;
            if (work.Again && --budget > 0)
            {
                _work.Enqueue(work); //! TH2012
            }
        }
    }

    [MsiVector(4)]
    private void Splits(in Interrupt irq)
    {
        ReadOnlySpan<byte> rest = _text;
        int comma;
        while ((comma = rest.IndexOf((byte)',')) >= 0)
        {
            _sum += comma;
            rest = rest[(comma + 1)..];
        }
    }

    [MsiVector(5)]
    private void SettlesSlowly(in Interrupt irq)
    {
        uint last = _registers.Read32(0x10);
        uint now = _registers.Read32(0x10);
        while (now != last) //! TH4004|TH4005
        {
            last = now;
            now = _registers.Read32(0x10);
        }

        _sum += now;
    }

    [MsiVector(6)]
    private void ThreeTries(in Interrupt irq)
    {
        for (int tries = 3; tries > 0; tries--)
        {
            int before = Volatile.Read(ref _posted);
            if (Interlocked.CompareExchange(ref _posted, before + 1, before) == before)
            {
                break;
            }
        }
    }

    [MsiVector(7)]
    private void NestedBudgets(in Interrupt irq)
    {
        int budget = 64;
        for (int queue = 0; queue < 4; queue++)
        {
            while (budget > 0 && (_registers.Read32(0x20 + ((uint)queue * 4)) & 1) != 0)
            {
                budget--;
                _sum += queue;
            }
        }
    }

    [MsiVector(8)]
    private void NestedWithoutBudget(in Interrupt irq)
    {
        for (int queue = 0; queue < 4; queue++)
        {
            while ((_registers.Read32(0x20 + ((uint)queue * 4)) & 1) != 0) //! TH4005
            {
                _registers.Write32(0x30, (uint)queue);
            }
        }
    }

    [MsiVector(9)]
    private void Deadline(in Interrupt irq)
    {
        long end = Stopwatch.GetTimestamp() + (Stopwatch.Frequency / 1_000_000);
        do
        {
            if ((_registers.Read32(0x40) & 1) == 0)
            {
                return;
            }
        }
        while (Stopwatch.GetTimestamp() < end);
        _sum++;
    }

    private enum Phase
    {
        Idle,
        Header,
        Body,
        Done,
    }

    private readonly record struct Work(int Value, bool Again);
}
