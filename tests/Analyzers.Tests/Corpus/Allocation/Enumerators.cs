using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Text;

// foreach over each collection of the library, by its own type and by its interface.
[InterruptDriver]
internal sealed partial class Enumerators
{
    private readonly LinkedList<int> _linked = new([1, 2]);
    private readonly SortedSet<int> _sortedSet = [1, 2];
    private readonly SortedList<int, int> _sortedList = new() { [1] = 2 };
    private readonly SortedDictionary<int, int> _sorted = new() { [1] = 2 };
    private readonly Queue<int> _queue = new([1, 2]);
    private readonly Stack<int> _stack = new([1, 2]);
    private readonly PriorityQueue<int, int> _heap = new([(1, 2)]);
    private readonly HashSet<int> _set = [1, 2];
    private readonly Dictionary<int, int> _map = new() { [1] = 2 };
    private readonly FrozenDictionary<int, int> _frozen = new Dictionary<int, int> { [1] = 2 }.ToFrozenDictionary();
    private readonly FrozenSet<int> _frozenSet = FrozenSet.Create(1, 2);
    private readonly ImmutableArray<int> _immutable = [1, 2];
    private readonly ImmutableList<int> _immutableList = [1, 2];
    private readonly ReadOnlyCollection<int> _readOnly = new([1, 2]);
    private readonly Collection<int> _collection = [1, 2];
    private readonly ConcurrentDictionary<int, int> _concurrent = new() { [1] = 2 };
    private readonly ConcurrentBag<int> _bag = [1];
    private readonly BitArray _bits = new(8);
    private readonly ArrayList _old = [1];
    private readonly string _text = "text";
    private readonly int[,] _matrix = new int[2, 2];
    private readonly ArraySegment<int> _segment = new([1, 2]);
    private readonly Memory<int> _memory = new int[4];
    private readonly StringBuilder _builder = new("text");
    private readonly IReadOnlyDictionary<int, int> _byInterface = new Dictionary<int, int>();
    private int _n;

    [MsiVector(0)]
    private void Linked(in Interrupt irq)
    {
        foreach (int item in _linked)
        {
            _n += item;
        }
    }

    [MsiVector(1)]
    private void SortedSets(in Interrupt irq)
    {
        foreach (int item in _sortedSet) //! TH2011
        {
            _n += item;
        }
    }

    [MsiVector(2)]
    private void SortedLists(in Interrupt irq)
    {
        foreach (KeyValuePair<int, int> item in _sortedList) //! TH2011
        {
            _n += item.Key;
        }
    }

    [MsiVector(3)]
    private void QueuesAndStacks(in Interrupt irq)
    {
        foreach (int item in _queue)
        {
            _n += item;
        }

        foreach (int item in _stack)
        {
            _n += item;
        }
    }

    [MsiVector(4)]
    private void Heap(in Interrupt irq)
    {
        foreach ((int item, int priority) in _heap.UnorderedItems) //? TH5005
        {
            _n += item + priority;
        }
    }

    [MsiVector(5)]
    private void KeysAndValues(in Interrupt irq)
    {
        foreach (int key in _map.Keys) //? TH5005
        {
            _n += key;
        }

        foreach (int value in _map.Values) //? TH5005
        {
            _n += value;
        }
    }

    [MsiVector(6)]
    private void SetByItself(in Interrupt irq)
    {
        foreach (int item in _set)
        {
            _n += item;
        }
    }

    [MsiVector(7)]
    private void Frozen(in Interrupt irq)
    {
        foreach (KeyValuePair<int, int> item in _frozen)
        {
            _n += item.Value;
        }

        foreach (int item in _frozenSet)
        {
            _n += item;
        }

        _n += _frozen.TryGetValue(irq.Vector, out int value) ? value : 0;
        _n += _frozenSet.Contains(irq.Vector) ? 1 : 0;
    }

    [MsiVector(8)]
    private void Immutable(in Interrupt irq)
    {
        foreach (int item in _immutable)
        {
            _n += item;
        }

        _n += _immutable[0] + _immutable.Length + _immutable.IndexOf(2);
    }

    [MsiVector(9)]
    private void ReadOnly(in Interrupt irq)
    {
        foreach (int item in _readOnly) //! TH2011
        {
            _n += item;
        }
    }

    [MsiVector(10)]
    private void OverCollection(in Interrupt irq)
    {
        foreach (int item in _collection) //! TH2011
        {
            _n += item;
        }
    }

    [MsiVector(11)]
    private void Concurrent(in Interrupt irq)
    {
        foreach (KeyValuePair<int, int> item in _concurrent) //! TH2011
        {
            _n += item.Value;
        }
    }

    [MsiVector(12)]
    private void Bag(in Interrupt irq)
    {
        foreach (int item in _bag) //! TH2011 TH3001
        {
            _n += item;
        }
    }

    [MsiVector(13)]
    private void Bits(in Interrupt irq)
    {
        foreach (bool bit in _bits) //! TH2011
        {
            _n += bit ? 1 : 0;
        }
    }

    [MsiVector(14)]
    private void TextAndMatrix(in Interrupt irq)
    {
        foreach (char letter in _text)
        {
            _n += letter;
        }

        foreach (int cell in _matrix)
        {
            _n += cell;
        }
    }

    [MsiVector(15)]
    private void Segments(in Interrupt irq)
    {
        foreach (int item in _segment)
        {
            _n += item;
        }

        foreach (int item in _memory.Span)
        {
            _n += item;
        }
    }

    [MsiVector(16)]
    private void Chunks(in Interrupt irq)
    {
        foreach (ReadOnlyMemory<char> chunk in _builder.GetChunks())
        {
            _n += chunk.Length;
        }
    }

    [MsiVector(17)]
    private void RunesAndLines(in Interrupt irq)
    {
        foreach (Rune rune in _text.AsSpan().EnumerateRunes())
        {
            _n += rune.Value;
        }

        foreach (ReadOnlySpan<char> line in _text.AsSpan().EnumerateLines())
        {
            _n += line.Length;
        }

        foreach (Range part in _text.AsSpan().Split(','))
        {
            _n += part.Start.Value;
        }
    }

    [MsiVector(18)]
    private void ByInterface(in Interrupt irq)
    {
        foreach (KeyValuePair<int, int> item in _byInterface) //! TH2011
        {
            _n += item.Value;
        }
    }

    [MsiVector(19)]
    private void ByHand(in Interrupt irq)
    {
        using SortedDictionary<int, int>.Enumerator items = _sorted.GetEnumerator(); //! TH2011
        _n += items.MoveNext() ? items.Current.Key : 0;
        List<int>.Enumerator none = default;
        _n += none.Current;
    }

    [MsiVector(20)]
    private void OldList(in Interrupt irq)
    {
        foreach (object item in _old) //! TH2011
        {
            _n += item is int n ? n : 0;
        }
    }

    [MsiVector(21)]
    private void ImmutableLists(in Interrupt irq)
    {
        foreach (int item in _immutableList) //? TH5005 TH2011
        {
            _n += item;
        }
    }

    [MsiVector(22)] // a using of a struct's enumerator does not box it
    private void PatternEnumerable(in Interrupt irq)
    {
        foreach (int bit in new BitsOf(irq.Status & 7))
        {
            _n += bit;
        }
    }
}

internal readonly struct BitsOf(ulong mask)
{
    public Walk GetEnumerator() => new(mask);

    public struct Walk(ulong left) : IDisposable
    {
        private int _bit = -1;

        public readonly int Current => _bit;

        public bool MoveNext()
        {
            while (++_bit < 64)
            {
                if ((left >> _bit & 1) != 0)
                {
                    return true;
                }
            }

            return false;
        }

        public readonly void Dispose()
        {
        }
    }
}
