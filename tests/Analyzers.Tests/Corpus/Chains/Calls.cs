// Chains of one to five calls.
// information is not the point
[InterruptDriver]
internal sealed partial class Calls
{
    private readonly Queue _queue = new();
    private readonly Pipeline _pipeline = new();
    private int _n;

    [MsiVector(0)]
    private void One(in Interrupt irq)
    {
        Allocate(); //! TH2001
    }

    [MsiVector(1)]
    private void Two(in Interrupt irq)
    {
        _queue.Push(irq.Vector); //! TH2002
    }

    [MsiVector(2)]
    private void Three(in Interrupt irq)
    {
        _pipeline.Feed(irq.Vector); //! TH3001
    }

    [MsiVector(3)]
    private void Four(in Interrupt irq)
    {
        _pipeline.Feed4(irq.Vector); //! TH2003
    }

    [MsiVector(4)]
    private void Five(in Interrupt irq)
    {
        _pipeline.Feed5(irq.Vector); //! TH3003
    }

    [MsiVector(5)]
    private void CleanFive(in Interrupt irq)
    {
        _pipeline.Clean(irq.Vector);
    }

    [MsiVector(6)] // two causes by one call
    private void TwoCauses(in Interrupt irq)
    {
        Both(irq.Vector); //! TH2001 TH3001
    }

    [MsiVector(7)] // the same cause by two calls is told at both
    private void TwoCalls(in Interrupt irq)
    {
        Allocate(); //! TH2001
        _n++;
        Allocate(); //! TH2001
    }

    [MsiVector(8)] // in the condition, the argument, the initialiser
    private void InExpressions(in Interrupt irq)
    {
        if (Check(irq.Vector)) //! TH3001
        {
            int value = Compute(irq.Index); //! TH2002
            _n = Add(value, Compute(2)); //! TH2002
        }
    }

    [MsiVector(9)] // static classes of another file
    private void OtherFile(in Interrupt irq)
    {
        _n = Elsewhere.Step(irq.Vector); //! TH2006
        _n = Elsewhere.Good(irq.Vector);
    }

    private void Allocate() => _queue.Last = new object();

    private void Both(int n)
    {
        lock (this)
        {
            Allocate();
            _n = n;
        }
    }

    private bool Check(int n)
    {
        lock (_queue)
        {
            return n > 0;
        }
    }

    private static int Compute(int n) => new int[n].Length;

    private static int Add(int a, int b) => a + b;
}

internal sealed class Queue
{
    private int[] _items = new int[4];
    private int _count;

    public object? Last { get; set; }

    public void Push(int value)
    {
        if (_count == _items.Length)
        {
            Grow();
        }

        _items[_count++] = value;
    }

    private void Grow()
    {
        int[] more = new int[_items.Length * 2];
        Array.Copy(_items, more, _items.Length);
        _items = more;
    }
}

internal sealed class Pipeline
{
    private readonly object _gate = new();
    private object? _last;
    private int _n;

    public void Feed(int n) => Stage(n);

    private void Stage(int n) => Commit(n);

    private void Commit(int n)
    {
        lock (_gate)
        {
            _n = n;
        }
    }

    public void Feed4(int n) => A(n);

    private void A(int n) => B(n);

    private void B(int n) => C(n);

    private void C(int n) => _last = n;

    public void Feed5(int n) => D(n);

    private void D(int n) => E(n);

    private void E(int n) => F(n);

    private void F(int n) => G(n);

    private void G(int n)
    {
        if (n > 5)
        {
            Thread.Sleep(n);
        }
    }

    public void Clean(int n) => H(n);

    private void H(int n) => I(n);

    private void I(int n) => J(n);

    private void J(int n) => K(n);

    private void K(int n) => _n = n;
}
//--- source
internal static class Elsewhere
{
    public static int Step(int n) => Text.Of(n).Length;

    public static int Good(int n) => n + 1;
}
//--- source
internal static class Text
{
    public static string Of(int n) => Make(n);

    private static string Make(int n) => $"{n}";
}
