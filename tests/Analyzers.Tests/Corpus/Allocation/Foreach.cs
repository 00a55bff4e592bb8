// Rows foreach-*, refstruct_foreach, array-getenumerator, struct-with-list-foreach-ilist, array-seq-as-ilist.
using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Immutable;

[InterruptDriver]
internal sealed partial class Foreach
{
    private readonly int[] _array = new int[8];
    private readonly List<int> _list = [1, 2];
    private readonly IEnumerable<int> _sequence = new List<int>();
    private readonly IList<int> _ilist = new List<int>();
    private readonly Dictionary<int, int> _map = [];
    private readonly SortedDictionary<int, int> _sorted = [];
    private readonly ConcurrentQueue<int> _queue = new();
    private readonly ImmutableArray<int> _immutable = [1, 2];
    private readonly HashSet<int> _set = [];
    private readonly string _text = "abc";
    private readonly Ring _ring = new();
    private IEnumerator? _enumerator;
    private int _n;

    [MsiVector(0)] // foreach-array
    private void OverArray(in Interrupt irq)
    {
        foreach (int item in _array)
        {
            _n += item;
        }
    }

    [MsiVector(1)] // foreach-list
    private void OverList(in Interrupt irq)
    {
        foreach (int item in _list)
        {
            _n += item;
        }
    }

    [MsiVector(2)] // foreach-ienum
    private void OverSequence(in Interrupt irq)
    {
        foreach (int item in _sequence) //! TH2011 //? TH6003 TH6005
        {
            _n += item;
        }
    }

    [MsiVector(3)] // struct-with-list-foreach-ilist
    private void OverInterfaceList(in Interrupt irq)
    {
        foreach (int item in _ilist) //! TH2011 //? TH6003 TH6005
        {
            _n += item;
        }
    }

    [MsiVector(4)] // foreach-dict
    private void OverDictionary(in Interrupt irq)
    {
        foreach (KeyValuePair<int, int> pair in _map)
        {
            _n += pair.Value;
        }
    }

    [MsiVector(5)] // foreach-dict-keys: the view is made once
    private void OverKeys(in Interrupt irq)
    {
        foreach (int key in _map.Keys) //? TH5005
        {
            _n += key;
        }
    }

    [MsiVector(6)] // foreach-string
    private void OverString(in Interrupt irq)
    {
        foreach (char c in _text)
        {
            _n += c;
        }
    }

    [MsiVector(7)] // foreach-span
    private void OverSpan(in Interrupt irq)
    {
        foreach (ref int item in _array.AsSpan(0, 4))
        {
            item++;
        }
    }

    [MsiVector(8)] // foreach-iter
    private void OverIterator(in Interrupt irq)
    {
        foreach (int item in Numbers(irq.Vector)) //! TH2009 //? TH2011 TH6003
        {
            _n += item;
        }
    }

    [MsiVector(9)] // foreach-immarray
    private void OverImmutableArray(in Interrupt irq)
    {
        foreach (int item in _immutable)
        {
            _n += item;
        }
    }

    [MsiVector(10)] // foreach-sorteddict
    private void OverSortedDictionary(in Interrupt irq)
    {
        foreach (KeyValuePair<int, int> pair in _sorted) //! TH2011 //? TH2001 TH2012
        {
            _n += pair.Key;
        }
    }

    [MsiVector(11)] // foreach-cqueue
    private void OverConcurrentQueue(in Interrupt irq)
    {
        foreach (int item in _queue) //! TH2011 //? TH2001 TH2009 TH3001 TH3003
        {
            _n += item;
        }
    }

    [MsiVector(12)] // refstruct_foreach
    private void OverOwnRefStruct(in Interrupt irq)
    {
        foreach (int item in _ring)
        {
            _n += item;
        }
    }

    [MsiVector(13)] // array-getenumerator
    private void ArrayEnumerator(in Interrupt irq)
    {
        _enumerator = _array.GetEnumerator(); //! TH2011|TH2001
    }

    [MsiVector(14)]
    private void OverSet(in Interrupt irq)
    {
        foreach (int item in _set)
        {
            _n += item;
        }
    }

    [MsiVector(15)] // with array as an interface only the indexer is used
    private void IndexedList(in Interrupt irq)
    {
        for (int i = 0; i < _list.Count; i++)
        {
            _n += _list[i];
        }
    }

    private static IEnumerable<int> Numbers(int count)
    {
        for (int i = 0; i < count; i++)
        {
            yield return i;
        }
    }
}

internal sealed class Ring
{
    private readonly int[] _items = new int[16];

    public Enumerator GetEnumerator() => new(_items);

    public ref struct Enumerator(int[] items)
    {
        private int _at = -1;

        public readonly int Current => items[_at];

        public bool MoveNext() => ++_at < items.Length;
    }
}
