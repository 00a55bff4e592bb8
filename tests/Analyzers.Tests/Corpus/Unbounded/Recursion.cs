[InterruptDriver]
internal sealed partial class Recursion
{
    private int _n;
    private readonly Tree _root = new();

    [MsiVector(0)] // recursion
    private void Direct(in Interrupt irq)
    {
        _n = Factorial(irq.Vector); //! TH4003
    }

    [MsiVector(1)]
    private void Mutual(in Interrupt irq)
    {
        _n = Even(irq.Vector) ? 1 : 0; //! TH4003
    }

    [MsiVector(2)]
    private void OfAProperty(in Interrupt irq)
    {
        _n = _root.Depth; //! TH4003
    }

    [MsiVector(3)]
    private void OfALocalFunction(in Interrupt irq)
    {
        _n = Sum(irq.Vector); //! TH4003

        static int Sum(int n) => n == 0 ? 0 : n + Sum(n - 1);
    }

    [MsiVector(4)]
    private void ThroughThree(in Interrupt irq)
    {
        A(irq.Vector); //! TH4003
    }

    [MsiVector(5)]
    private void ThroughAnInterface(in Interrupt irq)
    {
        _n = new Leaf().Visit(3); //! TH4003 TH2001
    }

    [MsiVector(6)] // an overload is another method
    private void Overloads(in Interrupt irq)
    {
        _n = Scale(irq.Vector);
    }

    [MsiVector(7)] // the same generic at another type is not a recursion without end
    private void GenericOnce(in Interrupt irq)
    {
        _n = Size<int>(2);
    }

    [MsiVector(8)] // the handler itself
    private void Again(in Interrupt irq)
    {
        if (irq.Signals > 1)
        {
            Again(irq); //! TH4003
        }
    }

    private static int Factorial(int n) => n < 2 ? 1 : n * Factorial(n - 1);

    private static bool Even(int n) => n == 0 || Odd(n - 1);

    private static bool Odd(int n) => n != 0 && Even(n - 1);

    private static int Scale(int n) => Scale(n, 2);

    private static int Scale(int n, int by) => n * by;

    private static int Size<T>(int n) => n == 0 ? 0 : Other(n);

    private static int Other(int n) => n;

    private void A(int n)
    {
        if (n > 0)
        {
            B(n);
        }
    }

    private void B(int n) => C(n);

    private void C(int n) => A(n - 1);
}

internal sealed class Tree
{
    public Tree? Left { get; set; }

    public int Depth => Left is null ? 1 : Left.Depth + 1;
}

internal interface IVisitor
{
    int Visit(int n);
}

internal sealed class Leaf : IVisitor
{
    public int Visit(int n) => n == 0 ? 0 : Again(this, n - 1);

    private static int Again(IVisitor visitor, int n) => visitor.Visit(n);
}
