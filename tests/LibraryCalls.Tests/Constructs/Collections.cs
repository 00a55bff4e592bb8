using System;
using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Generic;

namespace LibraryCalls.Constructs;

/// <summary>Collections that grow, and what is only read, sorted or copied.</summary>
internal static class Collections
{
    private static readonly Queue<int> Queue = [];
    private static readonly List<int> List = [];
    private static readonly List<Pair> Pairs = [new(3, 1), new(1, 2), new(2, 3)];
    private static readonly Dictionary<int, int> Table = new() { [1] = 2 };
    private static readonly Dictionary<int, int> Growing = [];
    private static readonly HashSet<int> Set = [1, 2, 3];
    private static readonly ConcurrentQueue<int> Shared = [];
    private static readonly ConcurrentDictionary<int, int> SharedTable = new() { [1] = 2 };
    private static readonly LinkedList<int> Linked = [];
    private static readonly Stack<int> Stack = [];
    private static readonly PriorityQueue<int, int> Ordered = new();
    private static readonly int[] Copy = new int[5];
    private static int _next;

    [Allocates] public static void Queue_enq() => Queue.Enqueue(State.Number);

    [Allocates] public static void List_add() => List.Add(State.Number);

    [Free] public static void List_indexer() => Sink.Take(State.List[State.Index]);

    [SaidOtherwise("TH2012", MayGrow.Sentence)]
    [Free] public static void Dict_set() => Table[1] = State.Number;

    [Allocates] public static void Dict_add_new() => Growing.Add(_next++, State.Number);

    [Free] public static void Hs_contains() => Sink.Take(Set.Contains(State.Index));

    [Allocates] public static void Cq_enq() => Shared.Enqueue(State.Number);

    [Free] public static void Cd_get() => Sink.Take(SharedTable.TryGetValue(State.Index, out _));

    [SaidOtherwise("TH2001", "A `ConcurrentDictionary` that has the key already writes a number in place; setting it is reported all the same")]
    [First, Blocks] public static void Cd_set() => SharedTable[State.Index] = State.Number;

    [Free, Blocks] public static void Cd_count() => Sink.Take(SharedTable.Count);

    [Allocates] public static void Ll_add()
    {
        Linked.AddLast(State.Number);
        Linked.RemoveFirst();
    }

    [Allocates] public static void Stack_push() => Stack.Push(State.Number);

    [Allocates] public static void Pq() => Ordered.Enqueue(State.Number, State.Other);

    [First] public static void List_sort() => Pairs.Sort();

    [First] public static void List_sort_cmp() => Pairs.Sort(static (a, b) => a.A - b.A);

    [Free] public static void Array_sort() => Array.Sort(State.Ints);

    [Free] public static void Span_sort() => State.Ints.AsSpan().Sort();

    [Free] public static void Array_clear_copy()
    {
        Array.Clear(Copy);
        Array.Copy(State.Ints, Copy, 3);
    }

    [Free] public static void Array_indexof() => Sink.Take(Array.IndexOf(State.Ints, 5));

    [Allocates] public static void List_toarray() => State.Array = State.List.ToArray();

    [Free] public static void Span_copy() => State.Ints.AsSpan().CopyTo(Copy);

    [Free] public static void Span_seqeq() => Sink.Take(State.Ints.AsSpan().SequenceEqual(Copy));

    [SaidOtherwise("TH2012", MayGrow.Sentence)]
    [First] public static void Arraypool()
    {
        int[] rented = ArrayPool<int>.Shared.Rent(100);
        ArrayPool<int>.Shared.Return(rented);
    }

    [SaidOtherwise("TH2012", MayGrow.Sentence)]
    [First] public static void Arraypool_big()
    {
        int[] rented = ArrayPool<int>.Shared.Rent(1 << 20);
        ArrayPool<int>.Shared.Return(rented);
    }

    [Escapes, Unproven] public static void Memorypool()
    {
        using IMemoryOwner<int> rented = MemoryPool<int>.Shared.Rent(100);
    }
}
