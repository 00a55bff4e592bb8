using System.Buffers;
using System.Collections;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Collections.Specialized;
using System.Runtime.InteropServices;

[InterruptDriver]
internal sealed partial class Collections
{
    private readonly List<int> _list = new(16);
    private readonly Dictionary<int, int> _map = new(16);
    private readonly HashSet<int> _set = new(16);
    private readonly Queue<int> _queue = new(16);
    private readonly Stack<int> _stack = new(16);
    private readonly PriorityQueue<int, long> _heap = new(16);
    private readonly LinkedList<int> _chain = [];
    private readonly LinkedListNode<int> _node = new(3);
    private readonly SortedDictionary<int, int> _sorted = [];
    private readonly SortedList<int, int> _sortedList = [];
    private readonly SortedSet<int> _tree = [];
    private readonly BitArray _flags = new(64);
    private readonly OrderedDictionary<int, int> _ordered = [];
    private readonly FrozenDictionary<int, int> _frozen = FrozenDictionary<int, int>.Empty;
    private readonly FrozenSet<int> _frozenSet = FrozenSet<int>.Empty;
    private readonly ReadOnlyCollection<int> _view = new([1, 2]);
    private readonly ArrayBufferWriter<byte> _writer = new(64);
    private ImmutableArray<int> _fixed = [1, 2, 3];
    private ImmutableList<int> _fixedList = [1, 2];
    private ImmutableDictionary<int, int> _fixedMap = ImmutableDictionary<int, int>.Empty;
    private BitVector32 _vector;
    private int _n;

    [MsiVector(0)]
    private void ListReads(in Interrupt irq)
    {
        _n += _list.Count + _list.IndexOf(3) + _list.BinarySearch(3) + (_list.Contains(4) ? 1 : 0) + _list.Capacity;
        _list.Clear();
        _list.Reverse();
        _n += CollectionsMarshal.AsSpan(_list).Length;
        _list.CopyTo(new Span<int>());
    }

    [MsiVector(1)]
    private void ListSorts(in Interrupt irq)
    {
        _list.Sort(); //? TH5005
    }

    [MsiVector(2)]
    private void ListRemoves(in Interrupt irq)
    {
        _list.RemoveAt(_list.Count - 1);
        _list.Remove(3);
        _list.RemoveRange(0, 0);
    }

    [MsiVector(3)]
    private void ListAdds(in Interrupt irq)
    {
        _list.Add(3); //! TH2012
    }

    [MsiVector(4)]
    private void ListInserts(in Interrupt irq)
    {
        _list.Insert(0, 3); //! TH2012
    }

    [MsiVector(5)]
    private void ListAddsRange(in Interrupt irq)
    {
        _list.AddRange([1, 2]); //! TH2012 //? TH2008
    }

    [MsiVector(6)]
    private void ListSetCount(in Interrupt irq)
    {
        CollectionsMarshal.SetCount(_list, 20); //! TH2012
    }

    [MsiVector(7)]
    private void ListEnsures(in Interrupt irq)
    {
        _n += _list.EnsureCapacity(30); //! TH2012
    }

    [MsiVector(8)]
    private void ListCopies(in Interrupt irq)
    {
        _n += _list.ToArray().Length; //! TH2002
    }

    [MsiVector(9)]
    private void ListRange(in Interrupt irq)
    {
        _n += _list.GetRange(0, 1).Count; //! TH2001 //? TH2002
    }

    [MsiVector(10)]
    private void ListSlice(in Interrupt irq)
    {
        _n += _list[..1].Count; //! TH2001|TH2013 //? TH2002
    }

    [MsiVector(11)]
    private void ListFinds(in Interrupt irq)
    {
        _n += _list.FindIndex(static n => n > 3); //i TH5003
    }

    [MsiVector(12)]
    private void MapReads(in Interrupt irq)
    {
        _n += _map.TryGetValue(3, out int value) ? value : _map.Count;
        _n += _map.ContainsKey(4) || _map.ContainsValue(5) || _map.Remove(6) || _map.Remove(7, out _) ? 1 : 0;
        _n += CollectionsMarshal.GetValueRefOrNullRef(_map, 3);
        _n += _map.GetValueOrDefault(3);
        _map.Clear();
    }

    [MsiVector(13)]
    private void MapIndex(in Interrupt irq)
    {
        _n += _map[3]; //i TH4007
    }

    [MsiVector(14)]
    private void MapSets(in Interrupt irq)
    {
        _map[3] = 4; //! TH2012
    }

    [MsiVector(15)]
    private void MapTryAdds(in Interrupt irq)
    {
        _n += _map.TryAdd(3, 4) ? 1 : 0; //! TH2012
    }

    [MsiVector(16)]
    private void MapRefOrAdd(in Interrupt irq)
    {
        CollectionsMarshal.GetValueRefOrAddDefault(_map, 3, out _)++; //! TH2012
    }

    [MsiVector(17)]
    private void MapEach(in Interrupt irq)
    {
        foreach ((int key, int value) in _map)
        {
            _n += key + value;
        }
    }

    [MsiVector(18)]
    private void MapValues(in Interrupt irq)
    {
        foreach (int value in _map.Values) //i TH5005
        {
            _n += value;
        }
    }

    [MsiVector(19)]
    private void SetUses(in Interrupt irq)
    {
        _n += _set.Contains(3) || _set.Remove(4) || _set.TryGetValue(5, out _) ? _set.Count : 0;
        foreach (int item in _set)
        {
            _n += item;
        }
    }

    [MsiVector(20)]
    private void SetAdds(in Interrupt irq)
    {
        _n += _set.Add(4) ? 1 : 0; //! TH2012
    }

    [MsiVector(21)]
    private void SetJoins(in Interrupt irq)
    {
        _set.UnionWith(_list); //! TH2012|TH2011 //? TH2011
    }

    [MsiVector(22)]
    private void QueueUses(in Interrupt irq)
    {
        _n += _queue.TryDequeue(out int item) ? item : 0;
        _n += _queue.TryPeek(out item) ? item : _queue.Count;
        foreach (int each in _queue)
        {
            _n += each;
        }
    }

    [MsiVector(23)]
    private void QueueTakes(in Interrupt irq)
    {
        _n += _queue.Dequeue(); //i TH4007
    }

    [MsiVector(24)]
    private void QueuePuts(in Interrupt irq)
    {
        _queue.Enqueue(3); //! TH2012
    }

    [MsiVector(25)]
    private void StackUses(in Interrupt irq)
    {
        _n += _stack.TryPop(out int item) ? item : 0;
        _n += _stack.TryPeek(out item) ? item : 0;
    }

    [MsiVector(26)]
    private void StackPushes(in Interrupt irq)
    {
        _stack.Push(3); //! TH2012
    }

    [MsiVector(27)]
    private void StackPops(in Interrupt irq)
    {
        _n += _stack.Pop(); //i TH4007
    }

    [MsiVector(28)]
    private void HeapUses(in Interrupt irq)
    {
        _n += _heap.TryDequeue(out int element, out long priority) ? element + (int)priority : 0;
        _n += _heap.TryPeek(out element, out priority) ? element : _heap.Count;
        _heap.Clear();
    }

    [MsiVector(29)]
    private void HeapPuts(in Interrupt irq)
    {
        _heap.Enqueue(3, 4L); //! TH2012
    }

    [MsiVector(30)]
    private void HeapSwaps(in Interrupt irq)
    {
        _n += _heap.EnqueueDequeue(3, 4L);
    }

    [MsiVector(31)]
    private void HeapTakes(in Interrupt irq)
    {
        _n += _heap.Dequeue(); //i TH4007
    }
}
