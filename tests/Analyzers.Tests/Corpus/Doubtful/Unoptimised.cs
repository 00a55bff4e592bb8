// Doubtful: a method that is always optimised does not allocate what only unoptimised code does.
// information is not the point
[InterruptDriver]
internal sealed partial class Unoptimised
{
    private Access _access;
    private int _n;

    [MsiVector(0)] // hasflag_aggr
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void HasFlagAggressive(in Interrupt irq)
    {
        if (_access.HasFlag(Access.Write)) //? TH2090
        {
            _n++;
        }
    }

    [MsiVector(1)] // box_nonesc_aggr: 0 by escape analysis, which is no promise
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void BoxAggressive(in Interrupt irq)
    {
        object o = irq.Vector; //! TH2003
        _n = (int)o;
    }

    [MsiVector(2)] // int-tostring-small: kept strings for 0 to 299
    private void SmallNumber(in Interrupt irq)
    {
        _n = 7.ToString().Length; //? TH2006
    }
}

[Flags]
internal enum Access
{
    Read = 1,
    Write = 2,
}
