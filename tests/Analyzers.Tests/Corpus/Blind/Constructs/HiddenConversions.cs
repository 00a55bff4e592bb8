// Conversions and calls inside of larger constructs, of a ninth batch.
// information is not the point
using System.Numerics;

[InterruptDriver]
internal sealed partial class HiddenConversions
{
    private readonly Awaitable _awaitable = new();
    private (Raw, int) _pair;
    private (Safe, int) _calm;
    private Trail _trail = new(3);
    private Price _price;
    private long _sum;

    [MsiVector(0)]
    private void PartsOfTuple(in Interrupt irq)
    {
        (Cooked cooked, int n) = (new Raw(1), irq.Index); //! TH2001
        _sum += cooked.Value + n;
    }

    [MsiVector(1)]
    private void TupleAsWhole(in Interrupt irq)
    {
        (Cooked Cooked, long N) whole = _pair; //! TH2001
        _sum += whole.Cooked.Value + whole.N;
    }

    [MsiVector(2)]
    private void TupleAsWholeSafe(in Interrupt irq)
    {
        (double Value, long N) whole = _calm;
        _sum += (long)whole.Value + whole.N;
    }

    [MsiVector(3)]
    private void ParamsOfOwn(in Interrupt irq)
    {
        _sum += Total(1, 2, irq.Index);
        _sum += Dear(1, irq.Index); //! TH2001|TH2007
    }

    [MsiVector(4)]
    private void CopyConstructor(in Interrupt irq) => _trail = _trail with { Length = irq.Index }; //! TH2001 TH2002

    [MsiVector(5)]
    private void OperatorsOfConstraint(in Interrupt irq)
    {
        _sum += Sum<Price>(_price, _price).Cents;
        _sum += Scale<Price>(_price).Cents; //! TH4001
    }

    [MsiVector(6)]
    private void SwitchArms(in Interrupt irq)
    {
        Cooked cooked = irq.Index switch
        {
            0 => default(Cooked),
            _ => new Raw(3), //! TH2001
        };
        _sum += cooked.Value;
    }

    [MsiVector(7)]
    private void NamedOutOfOrder(in Interrupt irq) => _sum += Ordered(b: First(), a: Second()); //! TH3003

    [MsiVector(8)]
    private void CompoundThroughProperty(in Interrupt irq)
    {
        Level += 2;
        Level++;
        Noisy += 2; //! TH3006
    }

    [MsiVector(9)]
    private void NestedInitialisers(in Interrupt irq)
    {
        Board board = new() { Corner = { X = 1, Y = 2 }, [3] = irq.Index }; //! TH2001 //? TH2002
        _sum += board.Corner.X;
    }

    private int Level { get; set; }

    private int Noisy
    {
        get => Level;
        set
        {
            Level = value;
            Console.Write(value);
        }
    }

    private static int First()
    {
        Thread.Yield();
        return 1;
    }

    private static int Second() => 2;

    private static int Ordered(int a, int b) => a - b;

    private static int Total(params Sum4 values) => values.Value;

    private static int Dear(params List<int> values) => values.Count;

    private static T Sum<T>(T a, T b)
        where T : IAdditionOperators<T, T, T>
        => a + b;

    private static T Scale<T>(T value)
        where T : IMultiplyOperators<T, int, T>
        => value * 3;

    private sealed class Awaitable;
}

//--- source
internal readonly struct Raw(int value)
{
    public int Value => value;
}

internal readonly struct Cooked(int value)
{
    public int Value => value;

    public static implicit operator Cooked(Raw raw) => new(Pot.Of(raw.Value).Value);
}

internal sealed class Pot
{
    public int Value { get; private init; }

    public static Pot Of(int value) => new() { Value = value };
}

internal readonly struct Safe(double value)
{
    private readonly double _value = value;

    public static implicit operator double(Safe safe) => safe._value;
}

[CollectionBuilder(typeof(Sum4Builder), nameof(Sum4Builder.Of))]
internal readonly struct Sum4(int value)
{
    public int Value => value;

    public Span<int>.Enumerator GetEnumerator() => default;
}

internal static class Sum4Builder
{
    public static Sum4 Of(ReadOnlySpan<int> values)
    {
        int sum = 0;
        foreach (int value in values)
        {
            sum += value;
        }

        return new Sum4(sum);
    }
}

internal sealed record Trail
{
    private readonly int[] _steps;

    public Trail(int length) => _steps = new int[length];

    private Trail(Trail original) => _steps = (int[])original._steps.Clone();

    public int Length { get; init; }
}

internal readonly struct Price(int cents) : System.Numerics.IAdditionOperators<Price, Price, Price>, System.Numerics.IMultiplyOperators<Price, int, Price>
{
    public int Cents => cents;

    public static Price operator +(Price a, Price b) => new(a.Cents + b.Cents);

    public static Price operator *(Price a, int by) => a.Cents < 1000 ? new(a.Cents * by) : throw new OverflowException();
}

internal sealed class Board
{
    private readonly int[] _cells = new int[8];

    public Spot Corner { get; } = new();

    public int this[int index]
    {
        set => _cells[index] = value;
    }
}

internal sealed class Spot
{
    public int X { get; set; }

    public int Y { get; set; }
}
