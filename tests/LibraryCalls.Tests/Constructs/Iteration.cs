using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace LibraryCalls.Constructs;

/// <summary>Loops over collections, iterators and queries.</summary>
internal static class Iteration
{
    private static readonly IEnumerable<int> Numbers = new List<int> { 1, 2, 3 };
    private static readonly Dictionary<int, int> Table = new() { [1] = 2 };
    private static readonly SortedDictionary<int, int> Sorted = new() { [1] = 2 };
    private static readonly ConcurrentQueue<int> Waiting = new([1, 2, 3]);
    private static readonly IList<int> AsList = new List<int> { 1, 2, 3 };
    private static ImmutableArray<int> _immutable = [1, 2, 3];

    [Free] public static void Foreach_array()
    {
        foreach (int n in State.Ints)
        {
            Sink.Take(n);
        }
    }

    [Free] public static void Foreach_list()
    {
        foreach (int n in State.List)
        {
            Sink.Take(n);
        }
    }

    [Allocates] public static void Foreach_ienum()
    {
        foreach (int n in Numbers)
        {
            Sink.Take(n);
        }
    }

    [Allocates] public static void Struct_with_list_foreach_ilist()
    {
        foreach (int n in AsList)
        {
            Sink.Take(n);
        }
    }

    [Free] public static void Foreach_dict()
    {
        foreach (KeyValuePair<int, int> pair in Table)
        {
            Sink.Take(pair);
        }
    }

    [First] public static void Foreach_dict_keys()
    {
        foreach (int n in Table.Keys)
        {
            Sink.Take(n);
        }
    }

    [Free] public static void Foreach_string()
    {
        foreach (char c in State.Text)
        {
            Sink.Take(c);
        }
    }

    [Free] public static void Foreach_span()
    {
        foreach (int n in State.Ints.AsSpan())
        {
            Sink.Take(n);
        }
    }

    [Allocates] public static void Foreach_iter()
    {
        foreach (int n in Count())
        {
            Sink.Take(n);
        }
    }

    [Free] public static void Foreach_immarray()
    {
        foreach (int n in _immutable)
        {
            Sink.Take(n);
        }
    }

    [Allocates] public static void Foreach_sorteddict()
    {
        foreach (KeyValuePair<int, int> pair in Sorted)
        {
            Sink.Take(pair);
        }
    }

    [Allocates] public static void Foreach_cqueue()
    {
        foreach (int n in Waiting)
        {
            Sink.Take(n);
        }
    }

    [Free] public static void Refstruct_foreach()
    {
        foreach (int n in new Countdown(3))
        {
            Sink.Take(n);
        }
    }

    [Allocates] public static void Linq_where()
    {
        foreach (int n in State.Ints.Where(static n => n > 2))
        {
            Sink.Take(n);
        }
    }

    [Free] public static void Linq_sum_array() => Sink.Take(State.Ints.Sum());

    [Free] public static void Linq_any_list() => Sink.Take(State.List.Any());

    [Free] public static void Linq_first() => Sink.Take(State.Ints.First());

    [Allocates] public static void Linq_query_let() => Sink.Take((from n in State.Ints let twice = n * 2 where twice > 4 select twice + n).Count());

    private static IEnumerable<int> Count()
    {
        yield return State.Number;
        yield return State.Other;
    }

    private ref struct Countdown(int from)
    {
        private int _left = from;

        public readonly int Current => _left;

        public readonly Countdown GetEnumerator() => this;

        public bool MoveNext() => --_left > 0;
    }
}
