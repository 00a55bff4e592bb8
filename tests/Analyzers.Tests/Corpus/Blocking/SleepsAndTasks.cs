// information is not the point
[InterruptDriver]
internal sealed partial class SleepsAndTasks
{
    private Task _task = Task.CompletedTask;
    private Task<int> _value = Task.FromResult(3);
    private ValueTask<int> _valueTask;
    private TaskCompletionSource<int> _source = new();
    private int _n;

    [MsiVector(0)]
    private void Sleep(in Interrupt irq)
    {
        Thread.Sleep(1); //! TH3003
    }

    [MsiVector(1)] // sleep0
    private void SleepZero(in Interrupt irq)
    {
        Thread.Sleep(0); //! TH3003
    }

    [MsiVector(2)] // thread-yield
    private void Yield(in Interrupt irq)
    {
        Thread.Yield(); //! TH3003
    }

    [MsiVector(3)] // spinwait
    private void SpinOnce(in Interrupt irq)
    {
        SpinWait spinner = default;
        spinner.SpinOnce(); //! TH3003
    }

    [MsiVector(4)] // a few nanoseconds
    private void ShortSpin(in Interrupt irq)
    {
        Thread.SpinWait(10);
    }

    [MsiVector(5)]
    private void TaskWait(in Interrupt irq)
    {
        _task.Wait(); //! TH3004
    }

    [MsiVector(6)]
    private void TaskResult(in Interrupt irq)
    {
        _n = _value.Result; //! TH3004
    }

    [MsiVector(7)]
    private void TaskAwaiter(in Interrupt irq)
    {
        _n = _value.GetAwaiter().GetResult(); //! TH3004
    }

    [MsiVector(8)]
    private void ValueTaskResult(in Interrupt irq)
    {
        _n = _valueTask.Result; //! TH3004
    }

    [MsiVector(9)]
    private void ValueTaskAwaiter(in Interrupt irq)
    {
        _n = _valueTask.GetAwaiter().GetResult(); //! TH3004
    }

    [MsiVector(10)]
    private void WaitAll(in Interrupt irq)
    {
        Task.WaitAll(_task, _value); //! TH3004 //? TH2007 TH2002
    }

    [MsiVector(11)]
    private void WaitAllBelow(in Interrupt irq)
    {
        Finish(); //! TH3004
    }

    [MsiVector(12)] // nothing waits where an async method is not awaited, but it is an object
    private void NotAwaited(in Interrupt irq)
    {
        _ = FinishAsync(); //! TH2010|TH3005 //? TH2010 TH3005 TH3004
    }

    [MsiVector(13)]
    private void WaitWithTimeout(in Interrupt irq)
    {
        if (_task.Wait(5)) //! TH3004
        {
            _n++;
        }
    }

    [MsiVector(14)]
    private void WaitZero(in Interrupt irq)
    {
        if (_task.Wait(0))
        {
            _n++;
        }
    }

    [MsiVector(15)] // sets results: continuations run
    private void TryComplete(in Interrupt irq)
    {
        _source.TrySetResult(4); //? TH3008 TH3001 TH6001 TH2001 TH3010
    }

    private void Finish() => _task.GetAwaiter().GetResult();

    private async Task FinishAsync() => await _task;
}
