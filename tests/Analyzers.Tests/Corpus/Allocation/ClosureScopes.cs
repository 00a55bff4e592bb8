// A closure is made where the variable begins; a local function that is only called has none.
// information is not the point
[InterruptDriver]
internal sealed partial class ClosureScopes
{
    private static readonly Func<int, bool> IsOdd = static n => (n & 1) != 0;
    private readonly Func<int, bool> _isEven;
    private readonly int[] _items = [1, 2, 3];
    private Func<int>? _later;
    private Action? _kept;
    private int _n;

    public ClosureScopes()
    {
        int two = 2;
        _isEven = n => n % two == 0;
    }

    [MsiVector(0)]
    private void Kept(in Interrupt irq) => _n = Count(IsOdd) + Count(_isEven);

    [MsiVector(1)]
    private void Captures(in Interrupt irq)
    {
        int limit = irq.Vector;
        _n = Count(n => n > limit); //! TH2004
    }

    [MsiVector(2)] // one closure, two lambdas
    private void Two(in Interrupt irq)
    {
        int limit = irq.Vector;
        _n = Count(n => n > limit) //! TH2004
            + Count(n => n < limit); //! TH2004|TH2005
    }

    [MsiVector(3)]
    private void NotReached(in Interrupt irq)
    {
        int limit = irq.Vector;
        if (irq.Status == 3)
        {
            _n = Count(n => n > limit); //! TH2004
        }
    }

    [MsiVector(4)]
    private void OnlyThis(in Interrupt irq) => _n = Count(n => n > _n); //! TH2005

    [MsiVector(5)]
    private void OnlyNothing(in Interrupt irq) => _n = Count(n => n > 3);

    [MsiVector(6)]
    private void Constant(in Interrupt irq)
    {
        const int Limit = 3;
        _n = Count(n => n > Limit);
    }

    [MsiVector(7)]
    private void Called(in Interrupt irq)
    {
        int limit = irq.Vector;
        int seen = 0;
        foreach (int item in _items)
        {
            if (Above(item))
            {
                seen++;
            }
        }

        _n = seen;

        bool Above(int n) => n > limit;
    }

    [MsiVector(8)] // the same, once it becomes a delegate
    private void Converted(in Interrupt irq)
    {
        int limit = irq.Vector;
        _n = Count(Above); //! TH2004|TH2005

        bool Above(int n) => n > limit;
    }

    [MsiVector(9)]
    private void StaticLocal(in Interrupt irq)
    {
        _n = Count(Above);

        static bool Above(int n) => n > 3;
    }

    [MsiVector(10)]
    private void Group(in Interrupt irq) => _kept = Finish; //! TH2005

    [MsiVector(11)]
    private void StaticGroup(in Interrupt irq) => _n = Count(IsBig);

    [MsiVector(12)]
    private void ExplicitStatic(in Interrupt irq) => _n = Count(new Func<int, bool>(IsBig)); //! TH2005

    [MsiVector(13)]
    private void GroupOfStruct(in Interrupt irq)
    {
        Threshold threshold = new(irq.Vector);
        _n = Count(threshold.Above); //! TH2003|TH2005 //? TH2003 TH2005
    }

    [MsiVector(14)]
    private void GroupOfExtension(in Interrupt irq) => _later = _items.First; //! TH2005

    [MsiVector(15)]
    private void InLoop(in Interrupt irq)
    {
        for (int i = 0; i < 3; i++)
        {
            int at = i;
            _later = () => at; //! TH2004
        }
    }

    [MsiVector(16)]
    private void PatternVariable(in Interrupt irq)
    {
        if (_later is { } later && irq.Vector is var v)
        {
            _kept = () => _n = later() + v; //! TH2004
        }
    }

    [MsiVector(17)]
    private void Parameter(in Interrupt irq) => _n = Above(irq.Vector); //! TH2004

    [MsiVector(18)]
    private unsafe void Pointer(in Interrupt irq)
    {
        delegate*<int, bool> test = &IsBig;
        _n = test(irq.Vector) ? 1 : 0;
    }

    [MsiVector(19)]
    private void Combined(in Interrupt irq)
    {
        _kept += s_nothing; //! TH2005
        _kept -= s_nothing; //! TH2005
        _kept = null;
    }

    [MsiVector(20)]
    private void Events(in Interrupt irq) => Done += s_nothing; //! TH2005

    [MsiVector(21)]
    private void Raise(in Interrupt irq) => Done?.Invoke(); //? TH6001

    [MsiVector(22)]
    private void Query(in Interrupt irq) => _n = (from item in _items where item > 1 select item * 2).Count(); //! TH2001|TH2009|TH2011

    [MsiVector(23)]
    private void StaticLambdaOfGeneric(in Interrupt irq) => _n = Apply(irq.Vector, static n => n + 1) + Apply(3L, static n => n + 1);

    [MsiVector(24)]
    private void StateOverload(in Interrupt irq) => _n = With(irq.Vector, static (n, state) => n > state);

    public event Action? Done;

    private static readonly Action s_nothing = static () => { };

    private static bool IsBig(int n) => n > 100;

    private static int Apply<T>(T value, Func<T, T> change) => change(value) is null ? 0 : 1;

    private int With<T>(T state, Func<int, T, bool> test) => test(_items[0], state) ? 1 : 0;

    private int Above(int limit) => Count(n => n > limit);

    private void Finish() => _n++;

    private int Count(Func<int, bool> test)
    {
        int count = 0;
        foreach (int item in _items)
        {
            if (test(item))
            {
                count++;
            }
        }

        return count;
    }

    private readonly struct Threshold(int limit)
    {
        public bool Above(int n) => n > limit;
    }
}
