// information is not the point
[InterruptDriver]
internal sealed partial class Delegates(Action<int> given)
{
    private static readonly Func<int, int> Known = static x => x + 1;
    private readonly Func<int, int> _own;
    private readonly Action<int> _given = given;
    private readonly Action _bad = static () => Console.WriteLine("x");
    private Action<int>? _settable;
    private readonly SafeCallback? _safe = null;
    private int _n;

    public event Action<int>? Received;

    public event SafeCallback? SafelyReceived;

    public void Set(Action<int> action) => _settable = action;

    [MsiVector(0)]
    private void KnownField(in Interrupt irq)
    {
        _n = Known(irq.Vector);
    }

    [MsiVector(1)]
    private void GivenField(in Interrupt irq)
    {
        _given(irq.Vector); //! TH6001
    }

    [MsiVector(2)]
    private void SettableField(in Interrupt irq)
    {
        _settable?.Invoke(irq.Vector); //! TH6001
    }

    [MsiVector(3)]
    private void Event(in Interrupt irq)
    {
        Received?.Invoke(irq.Vector); //! TH6001
    }

    [MsiVector(4)]
    private void SafeDelegateType(in Interrupt irq)
    {
        _safe?.Invoke(irq.Vector);
        SafelyReceived?.Invoke(irq.Vector);
    }

    [MsiVector(5)]
    private void KnownToBeBad(in Interrupt irq)
    {
        _bad(); //! TH3006
    }

    [MsiVector(6)] // a lambda that is passed is known where it is called
    private void PassedDown(in Interrupt irq)
    {
        Apply(static x => x + 1, irq.Vector);
    }

    [MsiVector(7)] // and what it does is found
    private void PassedDownBad(in Interrupt irq)
    {
        Apply(static x => new int[x].Length, irq.Vector); //! TH2002
    }

    [MsiVector(8)]
    private void Unknown(in Interrupt irq)
    {
        Apply(_own is null ? Known : Known, irq.Vector); //? TH6001
    }

    [MsiVector(9)]
    private unsafe void KnownPointer(in Interrupt irq)
    {
        delegate*<int, int> pointer = &Twice;
        _n = pointer(irq.Vector);
    }

    [MsiVector(10)]
    private unsafe void KnownPointerBad(in Interrupt irq)
    {
        delegate*<int, object> pointer = &Make;
        _n = pointer(irq.Vector) is null ? 0 : 1; //! TH2003
    }

    [MsiVector(11)]
    private void LocalLambda(in Interrupt irq)
    {
        Func<int, int> f = static x => x * 2;
        _n = f(irq.Vector);
    }

    [MsiVector(12)]
    private void LocalLambdaBad(in Interrupt irq)
    {
        Action f = static () => Thread.Sleep(1);
        f(); //! TH3003
    }

    private static int Twice(int x) => x * 2;

    private static object Make(int x) => x;

    private int Apply(Func<int, int> f, int value) => _n = f(value);
}

[InterruptSafe]
internal delegate void SafeCallback(int value);
