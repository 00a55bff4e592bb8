[InterruptDriver]
internal sealed partial class WaitsByOverload
{
    private readonly SemaphoreSlim _slots = new(4);
    private readonly Semaphore _kernelSlots = new(1, 4);
    private readonly Mutex _mutex = new();
    private readonly ManualResetEvent _event = new(false);
    private readonly AutoResetEvent _auto = new(false);
    private readonly ManualResetEventSlim _slim = new();
    private readonly CountdownEvent _countdown = new(3);
    private readonly Barrier _barrier = new(2);
    private readonly WaitHandle[] _all = new WaitHandle[2];
    private readonly Thread _worker = new(static () => { });
    private Func<bool>? _isDone;
    private SpinWait _spinner;
    private int _n;

    [MsiVector(0)]
    private void SemaphoreForever(in Interrupt irq)
    {
        _slots.Wait(); //! TH3002
    }

    [MsiVector(1)]
    private void SemaphoreForAWhile(in Interrupt irq)
    {
        _n += _slots.Wait(5) ? 1 : 0; //! TH3002
    }

    [MsiVector(2)]
    private void SemaphoreAtOnce(in Interrupt irq)
    {
        _n += _slots.Wait(0) || _slots.Wait(TimeSpan.Zero) || _slots.Wait(0, CancellationToken.None) ? _slots.CurrentCount : 0;
    }

    [MsiVector(3)]
    private void SemaphoreWithToken(in Interrupt irq)
    {
        _slots.Wait(CancellationToken.None); //! TH3002
    }

    [MsiVector(4)]
    private void SemaphoreAsync(in Interrupt irq)
    {
        _n += _slots.WaitAsync().IsCompleted ? 1 : 0; //! TH2001|TH2010|TH3001
    }

    [MsiVector(5)]
    private void SemaphoreRelease(in Interrupt irq)
    {
        _slots.Release(); //i TH3008
        _slots.Release(2); //i TH3008
    }

    [MsiVector(6)]
    private void KernelSemaphore(in Interrupt irq)
    {
        _kernelSlots.WaitOne(); //! TH3002
    }

    [MsiVector(7)]
    private void KernelSemaphoreAtOnce(in Interrupt irq)
    {
        _n += _kernelSlots.WaitOne(0) ? 1 : 0; //? TH3010
        _n += _event.WaitOne(TimeSpan.Zero) ? 1 : 0; //? TH3010
        _n += _event.WaitOne(0, false) ? 1 : 0; //? TH3010
    }

    [MsiVector(8)]
    private void KernelSemaphoreRelease(in Interrupt irq)
    {
        _n += _kernelSlots.Release(); //i TH3008
    }

    [MsiVector(9)]
    private void TakesMutex(in Interrupt irq)
    {
        _mutex.WaitOne(100); //! TH3002
    }

    [MsiVector(10)]
    private void GivesMutex(in Interrupt irq)
    {
        _mutex.ReleaseMutex(); //i TH3008
    }

    [MsiVector(11)]
    private void EventSet(in Interrupt irq)
    {
        _event.Set(); //i TH3008
        _auto.Set(); //i TH3008
        _slim.Set(); //i TH3008
    }

    [MsiVector(12)]
    private void EventReset(in Interrupt irq)
    {
        _slim.Reset();
        _event.Reset(); //? TH3008
        _n += _slim.IsSet ? 1 : 0;
    }

    [MsiVector(13)]
    private void EventWait(in Interrupt irq)
    {
        _slim.Wait(1); //! TH3002
    }

    [MsiVector(14)]
    private void EventWaitSpan(in Interrupt irq)
    {
        _n += _slim.Wait(TimeSpan.FromMilliseconds(1)) ? 1 : 0; //! TH3002
    }

    [MsiVector(15)]
    private void EventWaitAtOnce(in Interrupt irq)
    {
        _n += _slim.Wait(0) ? 1 : 0;
    }

    [MsiVector(16)]
    private void AllOfThem(in Interrupt irq)
    {
        _n += WaitHandle.WaitAll(_all) ? 1 : 0; //! TH3002
    }

    [MsiVector(17)]
    private void AnyOfThem(in Interrupt irq)
    {
        _n += WaitHandle.WaitAny(_all, 10); //! TH3002
    }

    [MsiVector(18)]
    private void AnyOfThemAtOnce(in Interrupt irq)
    {
        _n += WaitHandle.WaitAny(_all, 0); //? TH3010
    }

    [MsiVector(19)]
    private void SignalAndWait(in Interrupt irq)
    {
        _n += WaitHandle.SignalAndWait(_event, _auto) ? 1 : 0; //! TH3002
    }

    [MsiVector(20)]
    private void CountdownSignal(in Interrupt irq)
    {
        _countdown.Signal(); //i TH3008
    }

    [MsiVector(21)]
    private void CountdownWait(in Interrupt irq)
    {
        _countdown.Wait(); //! TH3002
    }

    [MsiVector(22)]
    private void CountdownWaitAtOnce(in Interrupt irq)
    {
        _n += _countdown.Wait(0) || _countdown.IsSet || _countdown.TryAddCount() ? _countdown.CurrentCount : 0;
    }

    [MsiVector(23)]
    private void BarrierWait(in Interrupt irq)
    {
        _barrier.SignalAndWait(); //! TH3002
    }

    [MsiVector(24)]
    private void BarrierLook(in Interrupt irq)
    {
        _n += _barrier.ParticipantCount + _barrier.ParticipantsRemaining;
    }

    [MsiVector(25)]
    private void Joins(in Interrupt irq)
    {
        _worker.Join(); //! TH3002
    }

    [MsiVector(26)]
    private void JoinsForAWhile(in Interrupt irq)
    {
        _n += _worker.Join(TimeSpan.FromMilliseconds(2)) ? 1 : 0; //! TH3002
    }

    [MsiVector(27)]
    private void AsksThread(in Interrupt irq)
    {
        _n += _worker.IsAlive ? _worker.ManagedThreadId : Environment.CurrentManagedThreadId;
        _n += Thread.CurrentThread.ManagedThreadId + Thread.GetCurrentProcessorId();
    }

    [MsiVector(28)]
    private void StartsThread(in Interrupt irq)
    {
        _worker.Start(); //! TH2001|TH3002|TH3010
    }

    [MsiVector(29)]
    private void SleepsNothing(in Interrupt irq)
    {
        Thread.Sleep(0); //! TH3003
    }

    [MsiVector(30)]
    private void SleepsSpan(in Interrupt irq)
    {
        Thread.Sleep(TimeSpan.FromMicroseconds(10)); //! TH3003
    }

    [MsiVector(31)]
    private void Yields(in Interrupt irq)
    {
        _n += Thread.Yield() ? 1 : 0; //! TH3003
    }

    [MsiVector(32)]
    private void SpinOnce(in Interrupt irq)
    {
        _spinner.SpinOnce(); //! TH3003
    }

    [MsiVector(33)]
    private void SpinOnceWithoutSleep(in Interrupt irq)
    {
        _spinner.SpinOnce(-1); //! TH3003
    }

    [MsiVector(34)]
    private void SpinnerLook(in Interrupt irq)
    {
        _n += _spinner.NextSpinWillYield ? _spinner.Count : 0;
        _spinner.Reset();
    }

    [MsiVector(35)]
    private void SpinUntil(in Interrupt irq)
    {
        SpinWait.SpinUntil(_isDone!); //! TH3002|TH3003 //? TH6001
    }

    [MsiVector(36)]
    private void SpinUntilForAWhile(in Interrupt irq)
    {
        _n += SpinWait.SpinUntil(_isDone!, 1) ? 1 : 0; //! TH3002|TH3003 //? TH6001
    }

    public void Watch(Func<bool> isDone) => _isDone = isDone;
}
