using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;

// What a driver's author writes on an ordinary day, in the newest C#: half of it costs nothing.
// information is not the point
[InterruptDriver]
internal sealed partial class NewestWords
{
    private readonly int[] _items = [1, 2, 3];
    private readonly List<int> _list = new(16) { 1, 2 };
    private readonly Stack<Slot> _free = new([new Slot(), new Slot()]);
    private readonly ConcurrentQueue<int> _queue = new();
    private readonly Slot[] _slots = [new(), new()];
    private readonly SearchValues<byte> _ends = SearchValues.Create("\r\n"u8);
    private readonly byte[] _bytes = new byte[64];
    private readonly Func<int, int> _twice = static n => n * 2;
    private readonly PeriodicWindow _window = new(4);
    private readonly StringBuilder _log = new(64);
    private State _state;
    private Slot? _slot;
    private int _n;
    private object? _kept;

    [MsiVector(0)]
    private void StateMachine(in Interrupt irq) => _state = (_state, irq.Status) switch
    {
        (State.Idle, 0) => State.Idle,
        (State.Idle, _) => State.Busy,
        (State.Busy, > 3 and < 9) => State.Done,
        _ => _state,
    };

    [MsiVector(1)]
    private void Interpolates(in Interrupt irq)
    {
        string state = _state switch { State.Idle => "idle", State.Busy => "busy", _ => "done" };
        _n = state.Length;
        _kept = $"{state}:{irq.Vector}"; //! TH2006
    }

    [MsiVector(2)]
    private void FromPool(in Interrupt irq)
    {
        if (_free.TryPop(out Slot? slot))
        {
            slot.Tag = irq.Vector;
            _slot = slot;
        }
    }

    [MsiVector(3)]
    private void FallsBack(in Interrupt irq)
    {
        _slot = _free.TryPop(out Slot? slot) ? slot : new Slot(); //! TH2001
    }

    [MsiVector(4)]
    private void SearchesBytes(in Interrupt irq)
    {
        int end = _bytes.AsSpan().IndexOfAny(_ends);
        ReadOnlySpan<byte> line = end < 0 ? default : _bytes.AsSpan(0, end);
        _n = line.StartsWith("ok"u8) ? 1 : line is [(byte)'e', ..] ? 2 : 0;
    }

    [MsiVector(5)]
    private void DecodesLine(in Interrupt irq) => _kept = Encoding.ASCII.GetString(_bytes.AsSpan(0, 4)); //! TH2006

    [MsiVector(6)]
    private void TakesQueue(in Interrupt irq)
    {
        for (int budget = 4; budget > 0 && _queue.TryDequeue(out int next); budget--) //! TH3001
        {
            _n += next;
        }
    }

    [MsiVector(7)]
    private void Window(in Interrupt irq)
    {
        _window[irq.Vector] = irq.Index;
        _n = _window[^1] + _window.Sum;
    }

    [MsiVector(8)]
    private void WindowCopy(in Interrupt irq) => _n = _window.Snapshot().Length; //! TH2008

    [MsiVector(9)]
    private void DefaultsAndNames(in Interrupt irq) => Set(tag: irq.Vector, slot: _slots[0]);

    [MsiVector(10)]
    private void ScopedRefs(in Interrupt irq)
    {
        scoped ref int at = ref _items[0];
        at = ref _items[1];
        at += irq.Vector;
        ref readonly int first = ref _items.AsSpan()[0];
        _n = first;
    }

    [MsiVector(11)]
    private void StackOrArray(in Interrupt irq)
    {
        int length = irq.Vector & 31;
        Span<byte> buffer = length <= 16 ? stackalloc byte[16] : new byte[length]; //! TH2002
        _n = buffer.Length;
    }

    [MsiVector(12)]
    private void StackOnly(in Interrupt irq)
    {
        Span<byte> buffer = stackalloc byte[16];
        MemoryMarshal.Write(buffer, irq.Status);
        buffer[..4].CopyTo(_bytes);
        _n = _twice(buffer[0]);
    }

    [MsiVector(13)]
    private void LocalConstants(in Interrupt irq)
    {
        const string Name = "irq";
        const int Shift = 3;
        _n = (irq.Vector << Shift) + Name.Length + nameof(_items).Length;
    }

    [MsiVector(14)]
    private void Sorts(in Interrupt irq)
    {
        _items.AsSpan().Sort();
        _list.Sort();
        _n = _list.BinarySearch(3);
        _kept = _list.OrderBy(static n => n); //! TH2001|TH2009|TH2011
    }

    [MsiVector(15)]
    private void Sums(in Interrupt irq)
    {
        int sum = 0;
        foreach (ref readonly int item in _items.AsSpan())
        {
            sum += item;
        }

        foreach (int item in CollectionsMarshal.AsSpan(_list))
        {
            sum += item;
        }

        _n = sum;
    }

    [MsiVector(16)]
    private void Selects(in Interrupt irq)
    {
        int min = irq.Vector;
        foreach (int item in _items.Where(n => n > min)) //! TH2004 TH2001|TH2009|TH2011 //? TH2009 TH2011 TH2001
        {
            _n += item;
        }
    }

    [MsiVector(17)]
    private void CheckedMath(in Interrupt irq) => _n = checked(irq.Vector + 1) + unchecked((int)irq.Status) + (irq.Vector >>> 2);

    [MsiVector(18)]
    private void Logs(in Interrupt irq)
    {
        _log.Clear();
        _log.Append("irq "); //! TH2012
    }

    [MsiVector(19)]
    private void ReadOnlyMembers(in Interrupt irq)
    {
        Vector2 a = new(1, irq.Vector);
        Vector2 b = a with { X = 3 };
        _n = (int)(a + b).Length;
        _kept = a; //! TH2003
    }

    [MsiVector(20)]
    private void Swaps(in Interrupt irq) => (_slots[0], _slots[1]) = (_slots[1], _slots[0]);

    [MsiVector(21)]
    private void TypeSwitch(in Interrupt irq)
    {
        _n = _kept switch { null => 0, int n => n, string { Length: var length } => length, Slot { Tag: > 3 } => 4, _ => 5 };
    }

    [MsiVector(22)]
    private void EnumWork(in Interrupt irq)
    {
        var mask = (Mask)irq.Status;
        _n = (mask & Mask.Error) != 0 ? 1 : mask is Mask.Done or Mask.None ? 2 : 3;
        _n += mask.ToString().Length; //! TH2006|TH2003
    }

    [MsiVector(23)]
    private void Exchange(in Interrupt irq)
    {
        Slot? old = Interlocked.Exchange(ref _slot, _slots[0]);
        State before = Interlocked.CompareExchange(ref _state, State.Done, State.Busy);
        _n = (old?.Tag ?? 0) + (int)before;
    }

    [MsiVector(24)]
    private void ImmutableGrowth(in Interrupt irq)
    {
        _all = _all.Add(irq.Vector); //! TH2002|TH2001
        _n = _all.Length;
    }

    private ImmutableArray<int> _all = [];

    private void Set(Slot slot, int tag = 0, bool clear = false) => slot.Tag = clear ? 0 : tag;

    private enum State
    {
        Idle,
        Busy,
        Done,
    }

    [Flags]
    private enum Mask : ulong
    {
        None = 0,
        Done = 1,
        Error = 2,
    }

    private sealed class Slot
    {
        public int Tag { get; set; }
    }

    private readonly record struct Vector2(double X, double Y)
    {
        public double Length => Math.Sqrt((X * X) + (Y * Y));

        public static Vector2 operator +(Vector2 a, Vector2 b) => new(a.X + b.X, a.Y + b.Y);
    }

    private sealed class PeriodicWindow(int size)
    {
        private readonly int[] _values = new int[size];

        public int Length => _values.Length;

        public int Sum
        {
            get
            {
                int sum = 0;
                foreach (int value in _values)
                {
                    sum += value;
                }

                return sum;
            }
        }

        public int this[int at]
        {
            get => _values[at % _values.Length];
            set => _values[at % _values.Length] = value;
        }

        public int[] Snapshot() => [.. _values];
    }
}
