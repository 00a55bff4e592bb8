using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace LibraryCalls.Constructs;

/// <summary>Values that become objects, and what only looks so.</summary>
internal static class Boxes
{
    private static readonly Dictionary<DayOfWeek, int> OfDays = new() { [DayOfWeek.Friday] = 1 };
    private static readonly Dictionary<Plain, int> OfPlain = new() { [State.Plain] = 1 };

    [Allocates] public static void Box_int_object() => State.Object = State.Number;

    [Allocates] public static void Box_iface() => State.Comparable = State.Number;

    [Allocates] public static void Box_nullable() => State.Object = State.Maybe;

    [Allocates] public static void Box_enum() => State.Enum = State.Day;

    [Escapes] public static void Box_nonescaping()
    {
        object boxed = State.Number;
        Sink.Take((int)boxed + State.Other);
    }

    [Escapes, MethodImpl(MethodImplOptions.AggressiveOptimization)] public static void Box_nonesc_aggr()
    {
        object boxed = State.Number;
        Sink.Take((int)boxed + State.Other);
    }

    [Free] public static void Box_generic_constrained() => Sink.Take(AreEqual(State.Pair, State.Pair));

    [Escapes] public static void Ext_box() => Sink.Take(State.Part.GetOf());

    [Escapes] public static void Obj_equals_int() => Sink.Take(object.Equals(State.Number, State.Other));

    [Allocates] public static void Struct_default_ghc() => Sink.Take(State.Plain.GetHashCode());

    [Free] public static void Struct_ovr_ghc() => Sink.Take(State.Pair.GetHashCode());

    [Allocates] public static void Struct_default_equals() => Sink.Take(State.Plain.Equals(State.Plain));

    [Unoptimised] public static void Struct_gettype() => Sink.Take(State.Plain.GetType());

    [Allocates] public static void Struct_tostring() => Sink.Take(State.Plain.ToString());

    [Unoptimised] public static void Struct_default_iface_member() => Sink.Take(TwiceOf(State.Part));

    [Escapes] public static void Dim_call()
    {
        Part part = State.Part;
        Sink.Take(((IPart)part).Twice);
    }

    [Unoptimised] public static void Enum_hasflag() => Sink.Take(State.Day.HasFlag(DayOfWeek.Monday));

    [Unoptimised] public static void Hasflag_u64() => Sink.Take(State.Rights.HasFlag(Rights.Read));

    [Free, MethodImpl(MethodImplOptions.AggressiveOptimization)] public static void Hasflag_aggr() => Sink.Take(State.Rights.HasFlag(Rights.Read));

    [Free] public static void Enum_ghc() => Sink.Take(State.Day.GetHashCode());

    [Allocates] public static void Enum_tostring() => Sink.Take(State.Day.ToString());

    [Allocates] public static void Enum_tostring_undef() => Sink.Take(((DayOfWeek)State.Number).ToString());

    [Allocates] public static void Enum_equals_obj() => Sink.Take(State.Day.Equals(State.AnotherDay));

    [Allocates] public static void Enum_compareto() => Sink.Take(State.Day.CompareTo(State.AnotherDay));

    [Free] public static void Enum_getname() => Sink.Take(Enum.GetName(State.Day));

    [Free] public static void Enum_isdefined() => Sink.Take(Enum.IsDefined(State.Day));

    [Free] public static void Enum_dict_key() => Sink.Take(OfDays[State.Day]);

    [Free] public static void Is_pattern_enum() => Sink.Take(State.Day is DayOfWeek.Friday or DayOfWeek.Monday);

    [Free] public static void Enum_switch_tostring() => Sink.Take(State.Day switch
    {
        DayOfWeek.Friday => nameof(DayOfWeek.Friday),
        DayOfWeek.Monday => nameof(DayOfWeek.Monday),
        _ => "another",
    });

    [Allocates] public static void Plain_struct_dict_key() => Sink.Take(OfPlain.ContainsKey(State.Plain));

    [Allocates] public static void Generic_ghc_struct() => Sink.Take(HashOf(State.Plain));

    [Unoptimised] public static void Generic_null_struct() => Sink.Take(IsNull(State.Plain));

    [Unoptimised] public static void Generic_gettype() => Sink.Take(TypeOf(State.Plain));

    [Allocates] public static void Eqcmp_plain() => Sink.Take(EqualityComparer<Plain>.Default.Equals(State.Plain, State.Plain));

    [Free] public static void Eqcmp_iequatable() => Sink.Take(EqualityComparer<Pair>.Default.Equals(State.Pair, State.Pair));

    [Free] public static void Default_cmp() => Sink.Take(Comparer<int>.Default.Compare(State.Number, State.Other));

    [Free] public static void Is_pattern_struct_obj() => Sink.Take(State.Object is int number ? number : 0);

    [Free] public static void Nullable_hasvalue() => Sink.Take(State.Maybe.HasValue ? State.Maybe.Value : 0);

    [Free] public static void Tuple_eq() => Sink.Take((State.Number, State.Index) == (State.Other, State.Zero));

    private static bool AreEqual<T>(T one, T other)
        where T : IEquatable<T> => one.Equals(other);

    private static int TwiceOf<T>(T part)
        where T : IPart => part.Twice;

    private static int HashOf<T>(T value) => value.GetHashCode();

    private static bool IsNull<T>(T value) => value is null;

    private static Type TypeOf<T>(T value) => value.GetType();
}
