// Loops that lean on helpers, of a fifth batch.
// information is not the point
[InterruptDriver]
[DeviceBar(0, 0x100)]
internal sealed unsafe partial class LoopsWithHelpers(PciDevice device, nint memory)
{
    private readonly Fifo _fifo = new(device.GetBar(0));
    private readonly Ring<uint> _ring = new(64);
    private readonly SharedRing<uint> _shared = new(64);
    private readonly Cursor _cursor = new((uint*)memory);
    private readonly Backoff _backoff = new();
    private readonly FreeList _free = new(32);
    private readonly byte[] _packet = new byte[512];
    private long _sum;

    public bool TryAdd(uint value) => _shared.TryPut(value);

    [MsiVector(0)]
    private void UntilEmptyRegister(in Interrupt irq)
    {
        while (_fifo.TryRead(out uint word)) //! TH4004|TH4005
        {
            _sum += word;
        }
    }

    [MsiVector(1)]
    private void CountedRegister(in Interrupt irq)
    {
        int level = _fifo.Level;
        while (level-- > 0 && _fifo.TryRead(out uint word))
        {
            _sum += word;
        }
    }

    [MsiVector(2)]
    private void OwnRing(in Interrupt irq)
    {
        _ring.TryPut((uint)irq.Index);
        while (_ring.TryTake(out uint word))
        {
            _sum += word;
        }
    }

    [MsiVector(3)]
    private void RingOfOthers(in Interrupt irq)
    {
        while (_shared.TryTake(out uint word)) //! TH4004|TH4005
        {
            _sum += word;
        }
    }

    [MsiVector(4)]
    private void RingOfOthersBatch(in Interrupt irq)
    {
        Span<uint> batch = stackalloc uint[16];
        int taken = _shared.Take(batch);
        foreach (uint word in batch[..taken])
        {
            _sum += word;
        }
    }

    [MsiVector(5)]
    private void MarksInMemory(in Interrupt irq)
    {
        while (_cursor.MoveNext()) //! TH4004|TH4005
        {
            _sum += _cursor.Current;
        }
    }

    [MsiVector(6)]
    private void BackoffWithLimit(in Interrupt irq)
    {
        _backoff.Reset();
        while (_fifo.IsBusy)
        {
            if (!_backoff.TryAgain())
            {
                return;
            }
        }
    }

    [MsiVector(7)]
    private void FreeSlots(in Interrupt irq)
    {
        for (int slot = _free.First; slot >= 0; slot = _free.After(slot))
        {
            _sum += slot;
        }

        while (_free.Count > 0)
        {
            _sum += _free.Pop();
        }
    }

    [MsiVector(8)]
    private void OptionsOfPacket(in Interrupt irq)
    {
        var reader = new PacketReader(_packet);
        while (reader.TryReadOption(out byte kind, out ReadOnlySpan<byte> value))
        {
            _sum += kind + value.Length;
        }
    }

    [MsiVector(9)]
    private void WaitsForTurn(in Interrupt irq)
    {
        var ticket = new Ticket(_shared, irq.Index);
        while (!ticket.IsServed) //! TH4005
        {
            Nothing();
        }
    }

    private static void Nothing()
    {
    }
}

//--- source
internal sealed class Fifo(Bar registers)
{
    public int Level => (int)(registers.Read32(0x8) & 0xFF);

    public bool IsBusy => (registers.Read32(0xC) & 1) != 0;

    public bool TryRead(out uint word)
    {
        word = registers.Read32(0x0);
        return (word & 0x8000_0000) != 0;
    }
}

internal sealed class Ring<T>(int capacity)
{
    private readonly T[] _items = new T[capacity];
    private int _head;
    private int _count;

    public bool TryPut(T item)
    {
        if (_count == _items.Length)
        {
            return false;
        }

        _items[(_head + _count) % _items.Length] = item;
        _count++;
        return true;
    }

    public bool TryTake(out T item)
    {
        if (_count == 0)
        {
            item = default!;
            return false;
        }

        item = _items[_head];
        _head = (_head + 1) % _items.Length;
        _count--;
        return true;
    }
}

internal sealed class SharedRing<T>(int capacity)
{
    private readonly T[] _items = new T[capacity];
    private int _head;
    private int _tail;
    private int _turn;

    public void Serve() => Interlocked.Increment(ref _turn);

    public bool TryPut(T item)
    {
        int tail = _tail;
        if (tail - Volatile.Read(ref _head) == _items.Length)
        {
            return false;
        }

        _items[tail % _items.Length] = item;
        Volatile.Write(ref _tail, tail + 1);
        return true;
    }

    public bool TryTake(out T item)
    {
        int head = _head;
        if (head == Volatile.Read(ref _tail))
        {
            item = default!;
            return false;
        }

        item = _items[head % _items.Length];
        Volatile.Write(ref _head, head + 1);
        return true;
    }

    public int Take(Span<T> into)
    {
        int head = _head;
        int available = Math.Min(Volatile.Read(ref _tail) - head, into.Length);
        for (int i = 0; i < available; i++)
        {
            into[i] = _items[(head + i) % _items.Length];
        }

        Volatile.Write(ref _head, head + available);
        return available;
    }

    public bool IsTurnOf(int number) => Volatile.Read(ref _turn) == number;
}

internal readonly struct Ticket(SharedRing<uint> ring, int number)
{
    public bool IsServed => ring.IsTurnOf(number);
}

internal sealed unsafe class Cursor(uint* entries)
{
    private int _at;

    public uint Current => entries[_at & 63];

    public bool MoveNext()
    {
        uint entry = Volatile.Read(ref entries[(_at + 1) & 63]);
        if ((entry & 1) == 0)
        {
            return false;
        }

        _at++;
        return true;
    }
}

internal sealed class Backoff
{
    private int _attempts;

    public void Reset() => _attempts = 0;

    public bool TryAgain() => ++_attempts < 16;
}

internal sealed class FreeList
{
    private readonly int[] _next;
    private int _first;
    private int _count;

    public FreeList(int capacity)
    {
        _next = new int[capacity];
        for (int i = 0; i < capacity; i++)
        {
            _next[i] = i + 1 < capacity ? i + 1 : -1;
        }

        _count = capacity;
    }

    public int First => _first;

    public int Count => _count;

    public int After(int slot) => _next[slot];

    public int Pop()
    {
        int slot = _first;
        _first = _next[slot];
        _count--;
        return slot;
    }
}

internal ref struct PacketReader(ReadOnlySpan<byte> packet)
{
    private ReadOnlySpan<byte> _rest = packet;

    public bool TryReadOption(out byte kind, out ReadOnlySpan<byte> value)
    {
        kind = 0;
        value = default;
        if (_rest.Length < 2 || _rest[0] == 0)
        {
            return false;
        }

        int length = _rest[1];
        if (length < 2 || length > _rest.Length)
        {
            return false;
        }

        kind = _rest[0];
        value = _rest[2..length];
        _rest = _rest[length..];
        return true;
    }
}
