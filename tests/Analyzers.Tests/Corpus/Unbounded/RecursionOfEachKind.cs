[InterruptDriver]
internal sealed partial class RecursionOfEachKind
{
    private readonly Tree _tree = new();
    private readonly IShape _shape = new Round(null);
    private readonly Other _other = new(3);
    private static readonly Func<int, int> s_down = null!;
    private Counter _counter = new();
    private long _n;

    [MsiVector(0)]
    private void Direct(in Interrupt irq)
    {
        _n = Depth(_tree); //! TH4003
    }

    [MsiVector(1)]
    private void Mutual(in Interrupt irq)
    {
        _n = IsEven(4) ? 1 : 0; //! TH4003
    }

    [MsiVector(2)]
    private void ByLocalFunction(in Interrupt irq)
    {
        _n = Down(4); //! TH4003
        int Down(int n) => n == 0 ? 0 : Down(n - 1) + 1;
    }

    [MsiVector(3)]
    private void ByProperty(in Interrupt irq)
    {
        _n = _tree.Size; //! TH4003
    }

    [MsiVector(4)]
    private void ByIndexer(in Interrupt irq)
    {
        _n = _other[4]; //! TH4003
    }

    [MsiVector(5)]
    private void ByOperator(in Interrupt irq)
    {
        _n = (_other + _other).Value; //! TH4003 //? TH2001
    }

    [MsiVector(6)]
    private void ByConversion(in Interrupt irq)
    {
        _n = (int)_other; //! TH4003 TH2001
    }

    [MsiVector(7)]
    private void ByInterface(in Interrupt irq)
    {
        _n = _shape.Area; //! TH4003
    }

    [MsiVector(8)]
    private void ByEquals(in Interrupt irq)
    {
        _n = _other.Equals(_tree) ? 1 : 0; //! TH4003
    }

    [MsiVector(9)]
    private void ByText(in Interrupt irq)
    {
        _n = _tree.ToString().Length; //! TH4003
    }

    [MsiVector(10)]
    private void ByConstructor(in Interrupt irq)
    {
        _n = new Chain(4).Depth; //! TH4003 //? TH2001
    }

    [MsiVector(11)]
    private void ByGeneric(in Interrupt irq)
    {
        _n = Nest(4, 3); //! TH4003
    }

    [MsiVector(12)]
    private void ByLambda(in Interrupt irq)
    {
        Func<int, int> down = null!;
        down = n => n == 0 ? 0 : down(n - 1); //! TH2004|TH2005 //? TH4003
        _n = down(3); //! TH4003|TH6001 //? TH4003
    }

    [MsiVector(13)]
    private void Overloads(in Interrupt irq)
    {
        _n = Sum(1, 2, 3);
    }

    [MsiVector(14)]
    private void SameNameElsewhere(in Interrupt irq)
    {
        _n = _counter.Count();
    }

    [MsiVector(15)]
    private void BaseCall(in Interrupt irq)
    {
        _n = new Derived().Value(3); //! TH2001
    }

    [MsiVector(16)]
    private void Dispose(in Interrupt irq)
    {
        _counter.Dispose();
    }

    private static int Depth(Tree? tree) => tree is null ? 0 : 1 + Math.Max(Depth(tree.Left), Depth(tree.Right));

    private static bool IsEven(int n) => n == 0 || IsOdd(n - 1);

    private static bool IsOdd(int n) => n != 0 && IsEven(n - 1);

    private static int Nest<T>(int depth, T value) => depth == 0 ? 0 : Nest(depth - 1, (value, value));

    private static int Sum(int a, int b, int c) => Sum(a, b) + c;

    private static int Sum(int a, int b) => a + b;
}

internal sealed class Tree
{
    public Tree? Left;
    public Tree? Right;

    public int Size => 1 + (Left?.Size ?? 0) + (Right?.Size ?? 0);

    public override string ToString() => Left?.ToString() ?? "";
}

internal interface IShape
{
    int Area { get; }
}

internal sealed class Round(IShape? inner) : IShape
{
    public int Area => inner is null ? 1 : inner.Area;
}

internal sealed class Other(int value)
{
    public int Value => value;

    public int this[int i] => i == 0 ? value : this[i - 1];

    public static Other operator +(Other a, Other b) => a.Value == 0 ? b : a + b;

    public static explicit operator int(Other other) => other.Value > 9 ? 9 : (int)(other.Value > 3 ? other : new Other(4));

    public override bool Equals(object? other) => other is Tree && Equals(other);

    public override int GetHashCode() => value;
}

internal sealed class Chain(int depth)
{
    private readonly Chain? _next = depth == 0 ? null : new Chain(depth - 1);

    public int Depth => _next is null ? 0 : 1;
}

internal sealed class Counter : IDisposable
{
    private readonly Inner _inner = new();

    public int Count() => _inner.Count();

    public void Dispose() => _inner.Dispose();
}

internal sealed class Inner : IDisposable
{
    public int Count() => 3;

    public void Dispose() => GC.SuppressFinalize(this);
}

internal class Base
{
    public virtual int Value(int n) => n;
}

internal sealed class Derived : Base
{
    public override int Value(int n) => base.Value(n) + 1;
}
