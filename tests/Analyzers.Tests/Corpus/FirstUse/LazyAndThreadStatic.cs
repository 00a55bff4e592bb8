[InterruptDriver]
internal sealed partial class LazyAndThreadStatic
{
    [ThreadStatic]
    private static object? Buffer;

    [ThreadStatic]
    private static int Depth;

    private readonly Lazy<int> _lazy = new(static () => 4);
    private readonly Lazy<byte[]> _table;
    private readonly ThreadLocal<int> _local = new();
    private byte[]? _cache;
    private object? _sink;
    private int _n;

    public LazyAndThreadStatic() => _table = new Lazy<byte[]>(() => new byte[_n]);

    [MsiVector(0)] // lazy
    private void Lazy(in Interrupt irq)
    {
        _n = _lazy.Value; //i TH5002
    }

    [MsiVector(1)]
    private void LazyOfArray(in Interrupt irq)
    {
        _n = _table.Value.Length; //i TH5002
    }

    [MsiVector(2)]
    private void LazyIsCreated(in Interrupt irq)
    {
        if (_lazy.IsValueCreated)
        {
            _n++;
        }
    }

    [MsiVector(3)] // threadstatic-obj
    private void ThreadStaticObject(in Interrupt irq)
    {
        _sink = Buffer; //! TH5004
    }

    [MsiVector(4)] // threadstatic-int
    private void ThreadStaticNumber(in Interrupt irq)
    {
        Depth++; //! TH5004
    }

    [MsiVector(5)] // threadlocal
    private void ThreadLocalValue(in Interrupt irq)
    {
        _n = _local.Value; //! TH5002|TH5004|TH5005
    }

    [MsiVector(6)] // made at the first use by hand: an allocation where it is
    private void HandMadeLazy(in Interrupt irq)
    {
        _cache ??= new byte[64]; //! TH2002
        _n = _cache.Length;
    }

    [MsiVector(7)]
    private void LazyBelow(in Interrupt irq)
    {
        _n = Value(); //i TH5002
    }

    [MsiVector(8)]
    private void LambdaBelow(in Interrupt irq)
    {
        _n = Apply(static x => x + 1); //i TH5003
    }

    [MsiVector(9)]
    private void NewLazy(in Interrupt irq)
    {
        _sink = new Lazy<int>(); //! TH2001
    }

    private static int Apply(Func<int, int> f) => f(3);

    private int Value() => _lazy.Value;
}
