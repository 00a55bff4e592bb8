using System;
using System.Runtime.CompilerServices;

namespace LibraryCalls;

/// <summary>A struct that knows how to be compared, as elements of collections should.</summary>
public readonly struct Pair(int a, int b) : IEquatable<Pair>, IComparable<Pair>
{
    public int A { get; } = a;

    public int B { get; } = b;

    public bool Equals(Pair other) => A == other.A && B == other.B;

    public override bool Equals(object? obj) => obj is Pair other && Equals(other);

    public override int GetHashCode() => (A * 31) + B;

    public int CompareTo(Pair other) => A != other.A ? A.CompareTo(other.A) : B.CompareTo(other.B);
}

/// <summary>A class that knows it too.</summary>
public sealed class Item(int number) : IEquatable<Item>, IComparable<Item>
{
    // Some members make one themselves.
    public Item()
        : this(0)
    {
    }

    public int Number { get; } = number;

    public bool Equals(Item? other) => other is not null && Number == other.Number;

    public override bool Equals(object? obj) => obj is Item other && Equals(other);

    public override int GetHashCode() => Number;

    public int CompareTo(Item? other) => other is null ? 1 : Number.CompareTo(other.Number);
}

/// <summary>Where results go: a result that nobody takes might not be made.</summary>
internal static class Sink
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Take<T>(T value)
        where T : allows ref struct
    {
    }
}
