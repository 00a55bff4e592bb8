using System.Buffers;
using System.Collections;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Collections.Specialized;
using System.Runtime.InteropServices;

[InterruptDriver]
internal sealed partial class RareCollections
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
    private void ChainUses(in Interrupt irq)
    {
        _n += _chain.Count + (_chain.First?.Value ?? 0);
        for (LinkedListNode<int>? node = _chain.First; node is not null; node = node.Next)
        {
            _n += node.Value;
        }
        _chain.AddLast(_node);
        _chain.Remove(_node);
    }

    [MsiVector(1)]
    private void ChainEach(in Interrupt irq)
    {
        foreach (int item in _chain)
        {
            _n += item;
        }
    }

    [MsiVector(2)]
    private void ChainAdds(in Interrupt irq)
    {
        _n += _chain.AddFirst(3).Value; //! TH2001
    }

    [MsiVector(3)]
    private void ChainTakes(in Interrupt irq)
    {
        _chain.RemoveFirst(); //i TH4007
    }

    [MsiVector(4)]
    private void SortedReads(in Interrupt irq)
    {
        _n += _sorted.TryGetValue(3, out int value) ? value : _sortedList.IndexOfKey(3);
        _n += _sortedList.TryGetValue(3, out value) ? value : _sortedList.GetKeyAtIndex(0);
        _n += _tree.Contains(3) ? _tree.Min : _tree.Max;
    }

    [MsiVector(5)]
    private void SortedSets(in Interrupt irq)
    {
        _sorted[3] = 4; //! TH2001
    }

    [MsiVector(6)]
    private void SortedListSets(in Interrupt irq)
    {
        _sortedList[3] = 4; //! TH2012
    }

    [MsiVector(7)]
    private void TreeAdds(in Interrupt irq)
    {
        _n += _tree.Add(3) ? 1 : 0; //! TH2001
    }

    [MsiVector(8)]
    private void SortedEach(in Interrupt irq)
    {
        foreach (KeyValuePair<int, int> pair in _sorted) //! TH2011
        {
            _n += pair.Key;
        }
    }

    [MsiVector(9)]
    private void TreeEach(in Interrupt irq)
    {
        foreach (int item in _tree) //! TH2011
        {
            _n += item;
        }
    }

    [MsiVector(10)]
    private void FlagsUse(in Interrupt irq)
    {
        _flags[3] = !_flags[4];
        _flags.SetAll(false);
        _n += _flags.Get(5) || _flags.HasAnySet() ? _flags.Count : 0;
        _vector[1] = true;
        _n += _vector.Data;
    }

    [MsiVector(11)]
    private void FlagsEach(in Interrupt irq)
    {
        foreach (bool flag in _flags) //! TH2011 //? TH2003
        {
            _n += flag ? 1 : 0;
        }
    }

    [MsiVector(12)]
    private void OrderedUse(in Interrupt irq)
    {
        _n += _ordered.TryGetValue(3, out int value) ? value : _ordered.IndexOf(3);
    }

    [MsiVector(13)]
    private void OrderedSet(in Interrupt irq)
    {
        _ordered[3] = 4; //! TH2012
    }

    [MsiVector(14)]
    private void FrozenUse(in Interrupt irq)
    {
        _n += _frozen.TryGetValue(3, out int value) ? value : 0;
        _n += _frozen.ContainsKey(3) || _frozenSet.Contains(3) ? _frozen.Count : 0;
    }

    [MsiVector(15)]
    private void FixedUse(in Interrupt irq)
    {
        _n += _fixed[0] + _fixed.Length + _fixed.IndexOf(3) + _fixedList[1] + _fixedList.Count + _fixed.AsSpan().Length;
        _n += _fixedMap.TryGetValue(3, out int value) ? value : 0;
        foreach (int item in _fixed)
        {
            _n += item;
        }
    }

    [MsiVector(16)]
    private void FixedAdds(in Interrupt irq)
    {
        _fixed = _fixed.Add(4); //! TH2002
    }

    [MsiVector(17)]
    private void FixedListAdds(in Interrupt irq)
    {
        _fixedList = _fixedList.Add(4); //! TH2001
    }

    [MsiVector(18)]
    private void FixedMapSets(in Interrupt irq)
    {
        _fixedMap = _fixedMap.SetItem(3, 4); //! TH2001
    }

    [MsiVector(19)]
    private void FixedInterlocked(in Interrupt irq)
    {
        ImmutableInterlocked.InterlockedExchange(ref _fixed, ImmutableArray<int>.Empty);
    }

    [MsiVector(20)]
    private void ViewUse(in Interrupt irq)
    {
        _n += _view[0] + _view.Count; //? TH6003
    }

    [MsiVector(21)]
    private void WriterUse(in Interrupt irq)
    {
        _n += _writer.WrittenCount + _writer.FreeCapacity + _writer.WrittenSpan.Length;
        _writer.ResetWrittenCount();
    }

    [MsiVector(22)]
    private void WriterGrows(in Interrupt irq)
    {
        _writer.GetSpan(8)[0] = 1; //! TH2012
        _writer.Advance(1);
    }

    [MsiVector(23)]
    private void Segments(in Interrupt irq)
    {
        ArraySegment<int> segment = new(CollectionsMarshal.AsSpan(_list).IsEmpty ? [] : null!);
        _n += segment.Count;
    }
}
