using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace LibraryCalls.Constructs;

/// <summary>Parameters of any number, collection expressions and slices.</summary>
internal static class Sequences
{
    [Escapes] public static void Params_array() => Sink.Take(LastOf(State.Number, State.Other));

    [Free] public static void Params_array_empty() => Sink.Take(LastOf());

    [Free] public static void Params_span() => Sink.Take(SumSpan(State.Number, State.Other));

    [Allocates] public static void Params_object_box() => Sink.Take(LastObject(State.Text, State.Number));

    [Allocates] public static void Params_ienumerable() => Sink.Take(IsNone(State.Number, State.Other));

    [Allocates] public static void Params_list() => Sink.Take(CountList(State.Number, State.Other));

    [Allocates] public static void Ce_array()
    {
        int[] all = [State.Number, State.Other, 3];
        State.Array = all;
    }

    [Free] public static void Ce_span_const()
    {
        ReadOnlySpan<int> all = [1, 2, 3];
        Sink.Take(all);
    }

    [Free] public static void Ce_span_var()
    {
        Span<int> all = [State.Number, State.Other, 3];
        Sink.Take(all);
    }

    [Allocates] public static void Ce_span_spread()
    {
        ReadOnlySpan<int> all = [.. State.Ints, State.Number];
        Sink.Take(all);
    }

    [Allocates] public static void Ce_list()
    {
        List<int> all = [State.Number, State.Other];
        State.Object = all;
    }

    [Allocates] public static void Ce_ienum()
    {
        IEnumerable<int> all = [State.Number, State.Other];
        State.Object = all;
    }

    [Escapes] public static void Ce_immarray()
    {
        ImmutableArray<int> all = [State.Number, State.Other, 3];
        Sink.Take(all[1]);
    }

    [Free] public static void Ce_empty_array()
    {
        int[] none = [];
        State.Array = none;
    }

    [Free] public static void Ros_new_const()
    {
        ReadOnlySpan<int> all = new int[] { 1, 2, 3 };
        Sink.Take(all);
    }

    [Allocates] public static void Range_array() => State.Array = State.Ints[1..3];

    [Free] public static void Range_span() => Sink.Take(State.Ints.AsSpan()[1..3]);

    private static int LastOf(params int[] numbers) => numbers.Length == 0 ? 0 : numbers[^1];

    private static int SumSpan(params ReadOnlySpan<int> numbers) => numbers[0] + numbers[1];

    private static object LastObject(params object[] all) => all[^1];

    private static bool IsNone(params IEnumerable<int> numbers) => numbers is null;

    private static int CountList(params List<int> numbers) => numbers.Count;
}
