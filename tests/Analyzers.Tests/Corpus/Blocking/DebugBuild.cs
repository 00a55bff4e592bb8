// debug build
// information is not the point
[InterruptDriver]
internal sealed partial class DebugBuild
{
    private int _n;
    private int _depth;

    [MsiVector(0)] // debug-assert: its condition is evaluated, its throw-only path is not normal
    private void Assert(in Interrupt irq)
    {
        Debug.Assert(_depth >= 0);
        _n++;
    }

    [MsiVector(1)]
    private void WriteLine(in Interrupt irq)
    {
        Debug.WriteLine("rx"); //! TH3006
    }

    [MsiVector(2)]
    private void ConditionalCall(in Interrupt irq)
    {
        Check(); //! TH3001
    }

    [MsiVector(3)]
    private void Directive(in Interrupt irq)
    {
#if DEBUG
        Console.WriteLine("debug"); //! TH3006
#endif
        _n++;
    }

    [Conditional("DEBUG")]
    private void Check()
    {
        lock (this)
        {
            _n++;
        }
    }
}
