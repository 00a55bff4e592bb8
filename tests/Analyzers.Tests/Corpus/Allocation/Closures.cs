// Rows lambda-capture, closure_*, local-func-capture-direct, delegate-nonescape.
[InterruptDriver]
internal sealed partial class Closures
{
    private Func<int>? _func;
    private int _n;
    private bool _traced;

    [MsiVector(0)] // lambda-capture
    private void Capture(in Interrupt irq)
    {
        int vector = irq.Vector; //? TH2004
        _func = () => vector; //! TH2004|TH2005
    }

    [MsiVector(1)] // delegate-nonescape
    private void NonEscaping(in Interrupt irq)
    {
        int vector = irq.Vector; //? TH2004
        Func<int> read = () => vector; //! TH2004|TH2005
        _n = read();
    }

    [MsiVector(2)] // local-func-capture-direct
    private void LocalFunctionCalled(in Interrupt irq)
    {
        int vector = irq.Vector;
        _n = Twice();

        int Twice() => vector * 2;
    }

    [MsiVector(3)] // local function as a delegate
    private void LocalFunctionAsDelegate(in Interrupt irq)
    {
        int vector = irq.Vector; //? TH2004
        _func = Twice; //! TH2004|TH2005

        int Twice() => vector * 2;
    }

    [MsiVector(4)] // closure_branch_not_taken, one hop away
    private void BranchNotTaken(in Interrupt irq)
    {
        Work(irq.Vector); //! TH2004
    }

    [MsiVector(5)] // closure_param: the object is made at entry
    private void ParameterCaptured(in Interrupt irq)
    {
        _n = WithParameter(irq.Vector); //! TH2004
    }

    [MsiVector(6)] // a local function that mutates what it captures, called only
    private void MutatingLocalFunction(in Interrupt irq)
    {
        int sum = 0;
        Add(irq.Vector);
        Add(irq.Index);
        _n = sum;

        void Add(int value) => sum += value;
    }

    [MsiVector(7)] // a local function in a local function
    private void NestedLocalFunctions(in Interrupt irq)
    {
        int seed = irq.Vector;
        _n = Outer();

        int Outer()
        {
            return Inner() + 1;

            int Inner() => seed;
        }
    }

    [MsiVector(8)]
    private void ClosureInInnerScope(in Interrupt irq)
    {
        if (_traced)
        {
            int index = irq.Index; //? TH2004
            _func = () => index; //! TH2004|TH2005
        }
    }

    private void Work(int vector)
    {
        if (_traced)
        {
            _func = () => vector;
        }

        _n = vector;
    }

    private int WithParameter(int vector)
    {
        if (vector < 0)
        {
            Func<int> read = () => vector;
            return read();
        }

        return vector;
    }
}
