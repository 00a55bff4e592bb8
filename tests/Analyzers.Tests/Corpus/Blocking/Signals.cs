// What wakes others: information of its own.
[InterruptDriver]
internal sealed partial class Signals
{
    private readonly AutoResetEvent _auto = new(false);
    private readonly ManualResetEvent _manual = new(false);
    private readonly Semaphore _semaphore = new(0, 8);
    private readonly SemaphoreSlim _slim = new(0);
    private readonly ManualResetEventSlim _eventSlim = new();
    private int _n;

    [MsiVector(0)] // are_set
    private void AutoSet(in Interrupt irq)
    {
        _auto.Set(); //i TH3008
    }

    [MsiVector(1)] // mres_reset_set on the kernel's event
    private void ManualSet(in Interrupt irq)
    {
        _manual.Set(); //i TH3008
    }

    [MsiVector(2)]
    private void ManualReset(in Interrupt irq)
    {
        _manual.Reset(); //i TH3008
    }

    [MsiVector(3)] // sem_release
    private void KernelRelease(in Interrupt irq)
    {
        _semaphore.Release(); //i TH3008 //? TH4002
    }

    [MsiVector(4)]
    private void SlimRelease(in Interrupt irq)
    {
        _slim.Release(); //! TH3008 //? TH3001 TH4002
    }

    [MsiVector(5)] // mres-set
    private void SlimSet(in Interrupt irq)
    {
        _eventSlim.Set(); //! TH3008 //? TH3001
    }

    [MsiVector(6)]
    private void Below(in Interrupt irq)
    {
        Wake(); //i TH3008
    }

    [MsiVector(7)]
    private void SlimReset(in Interrupt irq)
    {
        _eventSlim.Reset(); //? TH3008
        _n++;
    }

    private void Wake()
    {
        if (_n > 0)
        {
            _auto.Set();
        }
    }
}
