// Rows queue-enq, list-*, dict-*, hs-contains, cq-enq, cd-*, ll-add, stack-push, pq, array-*, sb-append-int, span-*, arraypool*, memorypool.
// information is not the point
using System.Buffers;
using System.Collections.Concurrent;
using System.Text;

[InterruptDriver]
internal sealed partial class Collections
{
    private readonly List<int> _list = new(16);
    private readonly Dictionary<int, int> _map = new(16);
    private readonly HashSet<int> _set = new(16);
    private readonly Queue<int> _queue = new(16);
    private readonly Stack<int> _stack = new(16);
    private readonly LinkedList<int> _linked = new();
    private readonly LinkedListNode<int> _node = new(3);
    private readonly PriorityQueue<int, int> _priority = new(16);
    private readonly ConcurrentQueue<int> _concurrent = new();
    private readonly ConcurrentDictionary<int, int> _concurrentMap = new();
    private readonly ConcurrentBag<int> _bag = [];
    private readonly SortedSet<int> _sorted = [];
    private readonly StringBuilder _builder = new(64);
    private readonly int[] _array = new int[16];
    private readonly byte[] _bytes = new byte[64];
    private object? _sink;
    private int _n;

    [MsiVector(0)] // list-add
    private void ListAdd(in Interrupt irq)
    {
        _list.Add(irq.Vector); //! TH2012
    }

    [MsiVector(1)]
    private void ListInsert(in Interrupt irq)
    {
        _list.Insert(0, irq.Vector); //! TH2012
    }

    [MsiVector(2)] // list_indexer
    private void ListIndexer(in Interrupt irq)
    {
        _list[0] = irq.Vector;
        _n = _list[1] + _list.Count;
    }

    [MsiVector(3)]
    private void ListRemove(in Interrupt irq)
    {
        _list.Clear();
        if (_list.Count > 0)
        {
            _list.RemoveAt(_list.Count - 1);
        }
    }

    [MsiVector(4)] // dict-set
    private void MapSet(in Interrupt irq)
    {
        _map[irq.Vector] = 3; //! TH2012
    }

    [MsiVector(5)] // dict-add-new
    private void MapAdd(in Interrupt irq)
    {
        if (!_map.ContainsKey(irq.Vector))
        {
            _map.Add(irq.Vector, 3); //! TH2012 //? TH4002
        }
    }

    [MsiVector(6)]
    private void MapTryAdd(in Interrupt irq)
    {
        _map.TryAdd(irq.Vector, 3); //! TH2012
    }

    [MsiVector(7)]
    private void MapLookup(in Interrupt irq)
    {
        if (_map.TryGetValue(irq.Vector, out int value))
        {
            _n = value;
            _map.Remove(irq.Vector);
        }
    }

    [MsiVector(8)] // hs-contains
    private void SetContains(in Interrupt irq)
    {
        if (_set.Contains(irq.Vector))
        {
            _set.Remove(irq.Vector);
        }
    }

    [MsiVector(9)]
    private void SetAdd(in Interrupt irq)
    {
        _set.Add(irq.Vector); //! TH2012
    }

    [MsiVector(10)] // queue-enq
    private void Enqueue(in Interrupt irq)
    {
        _queue.Enqueue(irq.Vector); //! TH2012
    }

    [MsiVector(11)]
    private void TryDequeue(in Interrupt irq)
    {
        if (_queue.TryDequeue(out int value) || _queue.TryPeek(out value))
        {
            _n = value;
        }
    }

    [MsiVector(13)] // stack-push
    private void Push(in Interrupt irq)
    {
        _stack.Push(irq.Vector); //! TH2012
    }

    [MsiVector(14)]
    private void TryPop(in Interrupt irq)
    {
        if (_stack.TryPop(out int value))
        {
            _n = value;
        }
    }

    [MsiVector(15)] // pq
    private void PriorityEnqueue(in Interrupt irq)
    {
        _priority.Enqueue(irq.Vector, 1); //! TH2012
    }

    [MsiVector(16)] // ll-add
    private void LinkedAdd(in Interrupt irq)
    {
        _linked.AddLast(irq.Vector); //! TH2001
    }

    [MsiVector(17)] // a node of one's own
    private void LinkedAddNode(in Interrupt irq)
    {
        if (_node.List is null)
        {
            _linked.AddLast(_node);
        }
    }

    [MsiVector(18)] // cq-enq
    private void ConcurrentEnqueue(in Interrupt irq)
    {
        _concurrent.Enqueue(irq.Vector); //! TH2012 //? TH3001 TH3003
    }

    [MsiVector(19)] // cd-get
    private void ConcurrentGet(in Interrupt irq)
    {
        if (_concurrentMap.TryGetValue(irq.Vector, out int value))
        {
            _n = value;
        }
    }

    [MsiVector(20)] // cd-set
    private void ConcurrentSet(in Interrupt irq)
    {
        _concurrentMap[irq.Vector] = 2; //! TH2001|TH2012|TH3001 //? TH2001 TH2012 TH3001
    }

    [MsiVector(21)] // cd-count
    private void ConcurrentCount(in Interrupt irq)
    {
        _n = _concurrentMap.Count; //! TH3001
    }

    [MsiVector(22)]
    private void BagAdd(in Interrupt irq)
    {
        _bag.Add(irq.Vector); //! TH2001|TH2012 //? TH2001 TH3001 TH5004
    }

    [MsiVector(23)]
    private void SortedAdd(in Interrupt irq)
    {
        _sorted.Add(irq.Vector); //! TH2001|TH2012
    }

    [MsiVector(24)] // sb-append-int
    private void BuilderAppend(in Interrupt irq)
    {
        _builder.Append(irq.Vector); //! TH2012
    }

    [MsiVector(25)] // array-clear-copy, span-copy, array-indexof
    private void ArrayCalls(in Interrupt irq)
    {
        Array.Clear(_array);
        Array.Copy(_array, 0, _array, 4, 4);
        Buffer.BlockCopy(_array, 0, _bytes, 0, 16);
        _array.AsSpan(0, 4).CopyTo(_array.AsSpan(4));
        _array.AsSpan().Fill(3);
        _n = Array.IndexOf(_array, 3);
    }

    [MsiVector(26)] // span-sort, array-sort, span-seqeq
    private void SpanCalls(in Interrupt irq)
    {
        Span<int> items = _array;
        items.Reverse();
        if (items.SequenceEqual(_array))
        {
            _n = items.IndexOf(3) + items.BinarySearch(4);
        }
    }

    [MsiVector(27)] // arraypool, arraypool-big
    private void Rent(in Interrupt irq)
    {
        byte[] rented = ArrayPool<byte>.Shared.Rent(100); //! TH2002|TH2012
        ArrayPool<byte>.Shared.Return(rented); //? TH3001 TH5004
    }

    [MsiVector(28)] // memorypool
    private void RentMemory(in Interrupt irq)
    {
        using IMemoryOwner<byte> owner = MemoryPool<byte>.Shared.Rent(64); //! TH2001 //? TH2002 TH2012 TH6003
        _n = owner.Memory.Length; //? TH6003
    }

    [MsiVector(29)]
    private void EnsureCapacity(in Interrupt irq)
    {
        _list.EnsureCapacity(64); //! TH2012
    }

    [MsiVector(30)]
    private void ListGetRange(in Interrupt irq)
    {
        _sink = _list.GetRange(0, 1); //! TH2001|TH2002
    }
}
