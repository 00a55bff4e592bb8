// One cause at each depth, through objects of different classes; and the same chains without it.
// information is not the point
[InterruptDriver]
internal sealed partial class Depth
{
    private readonly Layer1 _one = new();
    private int _n;

    [MsiVector(0)]
    private void D1(in Interrupt irq)
    {
        _one.Box(irq.Vector); //! TH2003
    }

    [MsiVector(1)]
    private void D2(in Interrupt irq)
    {
        _one.Array(irq.Vector); //! TH2002
    }

    [MsiVector(2)]
    private void D3(in Interrupt irq)
    {
        _n = _one.Text(irq.Vector); //! TH2006
    }

    [MsiVector(3)]
    private void D4(in Interrupt irq)
    {
        _one.Lock(); //! TH3001
    }

    [MsiVector(4)]
    private void D5(in Interrupt irq)
    {
        _one.Sleep(); //! TH3003
    }

    [MsiVector(5)]
    private void D3Throw(in Interrupt irq)
    {
        _one.Throw(irq.Vector); //! TH4001
    }

    [MsiVector(6)]
    private void D4Grow(in Interrupt irq)
    {
        _one.Grow(irq.Vector); //! TH2012
    }

    [MsiVector(7)]
    private void D5Linq(in Interrupt irq)
    {
        _n = _one.Linq(); //! TH2001|TH2009|TH2011
    }

    [MsiVector(8)]
    private void D3Delegate(in Interrupt irq)
    {
        _one.Subscribe(); //! TH2005
    }

    [MsiVector(9)]
    private void CleanAll(in Interrupt irq)
    {
        _n = _one.Clean(irq.Vector);
    }

    [MsiVector(10)] // two roots of one cause, and two causes of one root, on two lines
    private void Several(in Interrupt irq)
    {
        _one.Box(irq.Vector); //! TH2003
        if (irq.Index > 0)
        {
            _one.Lock(); //! TH3001
            _n = _one.Clean(irq.Index);
        }
    }
}

internal sealed class Layer1
{
    private readonly Layer2 _below = new();
    private object? _last;

    public void Box(int n) => _last = n;

    public void Array(int n) => _below.Array(n);

    public int Text(int n) => _below.Text(n);

    public void Lock() => _below.Lock();

    public void Sleep() => _below.Sleep();

    public void Throw(int n) => _below.Throw(n);

    public void Grow(int n) => _below.Grow(n);

    public int Linq() => _below.Linq();

    public void Subscribe() => _below.Subscribe();

    public int Clean(int n) => _below.Clean(n);
}

internal sealed class Layer2
{
    private readonly Layer3 _below = new();
    private int[]? _last;

    public void Array(int n) => _last = new int[n];

    public int Text(int n) => _below.Text(n);

    public void Lock() => _below.Lock();

    public void Sleep() => _below.Sleep();

    public void Throw(int n) => _below.Throw(n);

    public void Grow(int n) => _below.Grow(n);

    public int Linq() => _below.Linq();

    public void Subscribe() => _below.Subscribe();

    public int Clean(int n) => _below.Clean(n);
}

internal sealed class Layer3
{
    private readonly Layer4 _below = new();
    private Action? _changed;

    public int Text(int n) => (n + " frames").Length;

    public void Lock() => _below.Lock();

    public void Sleep() => _below.Sleep();

    public void Throw(int n)
    {
        if (n == 7)
        {
            throw new ArgumentException("seven");
        }
    }

    public void Grow(int n) => _below.Grow(n);

    public int Linq() => _below.Linq();

    public void Subscribe() => _changed = Notify;

    public int Clean(int n) => _below.Clean(n);

    private void Notify() => _changed = null;
}

internal sealed class Layer4
{
    private readonly Layer5 _below = new();
    private readonly Stack<int> _stack = new();

    public void Lock()
    {
        lock (_stack)
        {
        }
    }

    public void Sleep() => _below.Sleep();

    public void Grow(int n) => _stack.Push(n);

    public int Linq() => _below.Linq();

    public int Clean(int n) => _below.Clean(n);
}

internal sealed class Layer5
{
    private readonly int[] _items = new int[4];

    public void Sleep() => Thread.Sleep(_items[0]);

    public int Linq() => _items.Where(static x => x > 0).Count();

    public int Clean(int n) => _items[n & 3] + n;
}
