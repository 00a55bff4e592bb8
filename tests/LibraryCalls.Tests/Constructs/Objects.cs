using System;
using System.Collections;
using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace LibraryCalls.Constructs;

/// <summary>Objects, arrays, records and tuples; and what lies on the stack.</summary>
internal static class Objects
{
    private static readonly int[,] Grid = new int[3, 3];
    private static readonly object[] Several = new object[2];
    private static readonly object[] Covariant = new string[2];
    private static Card _card = new(1, 2);
    private static CardValue _cardValue = new(1, 2);
    private static Buffer _buffer;
    private static IList<int> _asList = State.Ints;

    [Allocates] public static void New_class() => State.Object = new Thing();

    [Escapes] public static void New_class_nonescape()
    {
        var thing = new Thing { Number = State.Number };
        Sink.Take(thing.Number);
    }

    [Escapes, MethodImpl(MethodImplOptions.AggressiveOptimization)] public static void New_nonesc_aggr()
    {
        var thing = new Thing { Number = State.Number };
        Sink.Take(thing.Number);
    }

    [Allocates] public static void New_array() => State.Array = new int[State.Index + 5];

    [Allocates] public static void New_array0() => State.Array = new int[0];

    [Free] public static void Array_empty() => State.Array = Array.Empty<int>();

    [Escapes] public static void Array_init_nonescape()
    {
        int[] numbers = [State.Number, State.Other, 3];
        Sink.Take(numbers[1]);
    }

    [Escapes, MethodImpl(MethodImplOptions.AggressiveOptimization)] public static void Arr_nonesc_aggr()
    {
        int[] numbers = [State.Number, State.Other, 3];
        Sink.Take(numbers[1]);
    }

    [Free] public static void New_struct() => State.Pair = new Pair(State.Number, 2);

    [Allocates] public static void Anon_type() => State.Object = new { State.Number };

    [Free] public static void Valuetuple()
    {
        (int A, int B) both = (State.Number, State.Other);
        Sink.Take(both);
    }

    [Allocates] public static void Tuple_class() => State.Object = Tuple.Create(State.Number, State.Other);

    [Allocates] public static void Record_with() => _card = _card with { B = State.Number };

    [Free] public static void Record_struct_with() => _cardValue = _cardValue with { B = State.Number };

    [Allocates] public static void New_T_class() => State.Object = Make<Thing>();

    [Free] public static void New_T_struct() => State.Plain = Make<Plain>();

    [Allocates] public static void Activator() => State.Object = System.Activator.CreateInstance(typeof(Thing));

    [Allocates] public static void Object_memberwise() => State.Object = State.Thing.Copy();

    [Allocates] public static void Fin_alloc() => State.Object = new Finalized();

    [Free] public static void Stackalloc()
    {
        Span<int> numbers = stackalloc int[8];
        numbers[State.Index] = State.Number;
        Sink.Take(numbers);
    }

    [Free] public static void Stackalloc_var()
    {
        Span<int> numbers = stackalloc int[Math.Min(State.Number, 16)];
        Sink.Take(numbers);
    }

    [Free] public static void Inlinearray()
    {
        _buffer[State.Index] = State.Number;
        Sink.Take(_buffer[2]);
    }

    [Free] public static void Multidim_array_access() => Grid[State.Index, 2] = Grid[2, State.Index] + 1;

    [Free] public static void Array_covariant_store() => Several[State.Index] = State.Text;

    [Allocates, Throws("TH4095")] public static void Covar_arr()
    {
        try
        {
            Covariant[0] = State.Thing;
        }
        catch (ArrayTypeMismatchException)
        {
        }
    }

    [Free, Unproven] public static void Array_seq_as_ilist() => Sink.Take(_asList.Count);

    [Allocates, Unproven] public static void Array_getenumerator()
    {
        IEnumerator walk = State.Ints.GetEnumerator();
        while (walk.MoveNext())
        {
            Sink.Take(walk.Current);
        }
    }

    private static T Make<T>()
        where T : new() => new();

    private sealed record Card(int A, int B);

    private record struct CardValue(int A, int B);

    [InlineArray(4)]
    private struct Buffer
    {
        private int _first;
    }

    private sealed class Finalized
    {
        ~Finalized() => State.Zero = 0;
    }
}
