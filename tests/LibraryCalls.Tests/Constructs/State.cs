using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace LibraryCalls.Constructs;

/// <summary>What constructs read, and where they put what they make. Fields that change, so that nothing is known of their values.</summary>
internal static class State
{
    public static int Number = 123456, Other = 654321, Index = 1, Zero;
    public static int? Maybe = 5;
    public static bool Never;
    public static char Letter = 'x';
    public static DayOfWeek Day = DayOfWeek.Friday, AnotherDay = DayOfWeek.Monday;
    public static Rights Rights = Rights.Read | Rights.Write;
    public static Plain Plain = new() { A = 1, B = 2 };
    public static Pair Pair = new(1, 2);
    public static Part Part = new() { Id = 3 };

    public static string Text = "some,text", OtherText = "more";
    public static int[] Ints = [3, 1, 2, 5, 4];
    public static List<int> List = [3, 1, 2];
    public static Thing Thing = new() { Number = 7 };

    // An object leaves its method through these.
    public static object Object = "text";
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
