// information is not the point
[InterruptDriver]
internal sealed partial class Waits
{
    private const int Never = 0;
    private readonly SemaphoreSlim _slim = new(1);
    private readonly Semaphore _semaphore = new(1, 1);
    private readonly ManualResetEventSlim _eventSlim = new();
    private readonly ManualResetEvent _manual = new(false);
    private readonly AutoResetEvent _auto = new(false);
    private readonly Barrier _barrier = new(1);
    private readonly CountdownEvent _countdown = new(3);
    private readonly Thread _thread = new(static () => { });
    private readonly object _gate = new();
    private readonly CancellationToken _token;
    private int _timeout;
    private int _n;

    [MsiVector(0)] // semslim
    private void SlimWait(in Interrupt irq)
    {
        _slim.Wait(); //! TH3002
    }

    [MsiVector(1)]
    private void SlimWaitZero(in Interrupt irq)
    {
        if (_slim.Wait(0))
        {
            _n++;
        }
    }

    [MsiVector(2)]
    private void SlimWaitConstantZero(in Interrupt irq)
    {
        if (_slim.Wait(Never))
        {
            _n++;
        }
    }

    [MsiVector(3)]
    private void SlimWaitNamedZero(in Interrupt irq)
    {
        if (_slim.Wait(millisecondsTimeout: 0))
        {
            _n++;
        }
    }

    [MsiVector(4)]
    private void SlimWaitVariable(in Interrupt irq)
    {
        if (_slim.Wait(_timeout)) //! TH3002
        {
            _n++;
        }
    }

    [MsiVector(5)]
    private void SlimWaitInfinite(in Interrupt irq)
    {
        _slim.Wait(Timeout.Infinite); //! TH3002
    }

    [MsiVector(6)]
    private void SlimWaitToken(in Interrupt irq)
    {
        _slim.Wait(_token); //! TH3002 //? TH4002
    }

    [MsiVector(7)]
    private void KernelWait(in Interrupt irq)
    {
        _semaphore.WaitOne(); //! TH3002
    }

    [MsiVector(8)] // does not wait, but asks the kernel
    private void KernelWaitZero(in Interrupt irq)
    {
        if (_auto.WaitOne(0)) //? TH3008 TH3010
        {
            _n++;
        }
    }

    [MsiVector(9)]
    private void EventSlimWait(in Interrupt irq)
    {
        _eventSlim.Wait(); //! TH3002
    }

    [MsiVector(10)]
    private void EventSlimIsSet(in Interrupt irq)
    {
        if (_eventSlim.IsSet)
        {
            _n++;
        }
    }

    [MsiVector(11)]
    private void ManualWait(in Interrupt irq)
    {
        _manual.WaitOne(10); //! TH3002
    }

    [MsiVector(12)]
    private void WaitAny(in Interrupt irq)
    {
        WaitHandle[] handles = [_manual, _auto]; //! TH2008
        _n = WaitHandle.WaitAny(handles); //! TH3002 //? TH2002
    }

    [MsiVector(13)]
    private void BarrierWait(in Interrupt irq)
    {
        _barrier.SignalAndWait(); //! TH3002 //? TH4002
    }

    [MsiVector(14)]
    private void CountdownWait(in Interrupt irq)
    {
        _countdown.Wait(); //! TH3002
    }

    [MsiVector(15)]
    private void MonitorWait(in Interrupt irq)
    {
        lock (_gate) //! TH3001
        {
            Monitor.Wait(_gate); //! TH3002
        }
    }

    [MsiVector(16)]
    private void Join(in Interrupt irq)
    {
        _thread.Join(); //! TH3002|TH3003
    }

    [MsiVector(17)] // the constant is passed down: what it means below is an effort for the analysis
    private void ZeroBelow(in Interrupt irq)
    {
        if (TryTake())
        {
            _n++;
        }
    }

    [MsiVector(18)]
    private void WaitBelow(in Interrupt irq)
    {
        Take(); //! TH3002
    }

    [MsiVector(19)]
    private void SpinUntil(in Interrupt irq)
    {
        SpinWait.SpinUntil(() => _n > 3); //! TH3002|TH3003 //? TH2005 TH2001 TH4005 TH3003
    }

    private bool TryTake() => _slim.Wait(0);

    private void Take() => _slim.Wait();
}
