using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace LibraryCalls.Constructs;

/// <summary>
/// What constructs read, and where they put what they make. Fields that change, so that nothing is known of their values; filled from outside,
/// so that none runs a type initialiser.
/// </summary>
internal static class State
{
    public static int Number, Other, Index, Zero;
    public static int? Maybe;
    public static bool Never;
    public static char Letter;
    public static DayOfWeek Day, AnotherDay;
    public static Rights Rights;
    public static Plain Plain;
    public static Pair Pair;
    public static Part Part;

    public static string Text, OtherText;
    public static int[] Ints;
    public static List<int> List;
    public static Thing Thing;

    // An object leaves its method through these.
    public static object Object;
    public static Enum Enum;
    public static IComparable Comparable;
    public static Array Array;
    public static Action Action;
}

/// <summary>A class with nothing of its own.</summary>
internal class Thing
{
    public int Number;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Act() => Number++;

    public virtual int Get() => Number;

    public object Copy() => MemberwiseClone();
}

/// <summary>A struct that does not say how it is compared.</summary>
internal struct Plain
{
    public int A;
    public long B;
}

/// <summary>A struct that implements an interface which has a member of its own.</summary>
internal struct Part : IPart
{
    public int Id;

    public readonly int Get() => Id;

    public readonly void Act() => Sink.Take(Id);
}

internal interface IPart
{
    int Twice => 2;

    int Get();
}

[Flags]
internal enum Rights : ulong
{
    None = 0,
    Read = 1,
    Write = 2,
}

/// <summary>Methods that are called through interfaces.</summary>
internal static class PartExtensions
{
    public static int GetOf(this IPart part) => part.Get();
}
