using System.Threading.Channels;
using System.Threading.Tasks.Sources;

[InterruptDriver]
internal sealed partial class TasksAndSources
{
    private readonly Task _task = Task.CompletedTask;
    private readonly Task<int> _answer = Task.FromResult(1);
    private readonly TaskCompletionSource _source = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<int> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _stop = new();
    private readonly PeriodicTimer _periodic = new(TimeSpan.FromSeconds(1));
    private readonly Timer _timer = new(static _ => { });
    private readonly CancellationToken _token;
    private ManualResetValueTaskSourceCore<int> _core;
    private ValueTask<int> _pending;
    private AsyncLocal<int> _local = new();
    private int _n;

    [MsiVector(0)]
    private void WaitForever(in Interrupt irq)
    {
        _task.Wait(); //! TH3004
    }

    [MsiVector(1)]
    private void WaitAWhile(in Interrupt irq)
    {
        _n += _task.Wait(3) ? 1 : 0; //! TH3004
    }

    [MsiVector(2)]
    private void WaitWithToken(in Interrupt irq)
    {
        _task.Wait(_token); //! TH3004
    }

    [MsiVector(3)]
    private void WaitAtOnce(in Interrupt irq)
    {
        _n += _task.Wait(0) ? 1 : 0;
    }

    [MsiVector(4)]
    private void Asks(in Interrupt irq)
    {
        _n += _task.IsCompleted || _task.IsFaulted || _task.IsCanceled || _task.IsCompletedSuccessfully ? (int)_task.Status + _task.Id : 0;
    }

    [MsiVector(5)]
    private void TakesResult(in Interrupt irq)
    {
        _n += _answer.Result; //! TH3004
    }

    [MsiVector(6)]
    private void TakesResultBehindStatus(in Interrupt irq)
    {
        if (_answer.Status == TaskStatus.RanToCompletion)
        {
            _n += _answer.Result;
        }
    }

    [MsiVector(7)]
    private void TakesResultByAwaiter(in Interrupt irq)
    {
        _n += _answer.GetAwaiter().GetResult(); //! TH3004
    }

    [MsiVector(8)]
    private void TakesResultByConfiguredAwaiter(in Interrupt irq)
    {
        _n += _answer.ConfigureAwait(false).GetAwaiter().GetResult(); //! TH3004
    }

    [MsiVector(9)]
    private void AsksAwaiter(in Interrupt irq)
    {
        TaskAwaiter<int> awaiter = _answer.GetAwaiter();
        if (awaiter.IsCompleted)
        {
            _n += awaiter.GetResult();
        }
    }

    [MsiVector(10)]
    private void ValueTaskResult(in Interrupt irq)
    {
        _n += _pending.Result; //! TH3004
    }

    [MsiVector(11)]
    private void ValueTaskGuarded(in Interrupt irq)
    {
        if (_pending.IsCompletedSuccessfully)
        {
            _n += _pending.Result;
        }
    }

    [MsiVector(12)]
    private void ValueTaskOfValue(in Interrupt irq)
    {
        ValueTask<int> made = new(5);
        _n += made.IsCompleted ? 1 : 0;
        _pending = ValueTask.FromResult(6);
    }

    [MsiVector(13)]
    private void ValueTaskAsTask(in Interrupt irq)
    {
        _n += _pending.AsTask().Id; //! TH2001
    }

    [MsiVector(14)]
    private void WaitAllTasks(in Interrupt irq)
    {
        Task.WaitAll(_task, _answer); //! TH3004|TH3002 //? TH2007
    }

    [MsiVector(15)]
    private void WaitAnyTask(in Interrupt irq)
    {
        _n += Task.WaitAny(_task, _answer); //! TH3004|TH3002 //? TH2007
    }

    [MsiVector(16)]
    private void WhenAllTasks(in Interrupt irq)
    {
        _n += Task.WhenAll(_task, _answer).Id; //! TH2001 //? TH2007
    }

    [MsiVector(17)]
    private void Runs(in Interrupt irq)
    {
        _n += Task.Run(static () => { }).Id; //! TH2001 //? TH5003
    }

    [MsiVector(18)]
    private void StartsNew(in Interrupt irq)
    {
        _n += Task.Factory.StartNew(static () => { }).Id; //! TH2001 //? TH5003
    }

    [MsiVector(19)]
    private void Delays(in Interrupt irq)
    {
        _n += Task.Delay(1).Id; //! TH2001
    }

    [MsiVector(20)]
    private void Continues(in Interrupt irq)
    {
        _n += _task.ContinueWith(static _ => { }).Id; //! TH2001 //? TH5003
    }

    [MsiVector(21)]
    private void FromResult(in Interrupt irq)
    {
        _n += Task.FromResult(7).Id; //! TH2001
    }

    [MsiVector(22)]
    private void Completed(in Interrupt irq)
    {
        _n += Task.CompletedTask.IsCompleted ? 1 : 0;
    }

    [MsiVector(23)]
    private void SourceSet(in Interrupt irq)
    {
        _n += _source.TrySetResult() || _result.TrySetResult(3) ? 1 : 0; //i TH3008
    }

    [MsiVector(24)]
    private void SourceSetForce(in Interrupt irq)
    {
        _source.SetResult(); //i TH3008
    }

    [MsiVector(25)]
    private void SourceCancel(in Interrupt irq)
    {
        _result.TrySetCanceled(); //! TH2001
    }

    [MsiVector(26)]
    private void SourceAsk(in Interrupt irq)
    {
        _n += _result.Task.IsCompleted ? 1 : 0;
    }

    [MsiVector(27)]
    private void TokenAsk(in Interrupt irq)
    {
        _n += _token.IsCancellationRequested || _token.CanBeCanceled || _stop.IsCancellationRequested || _stop.Token.IsCancellationRequested ? 1 : 0;
    }

    [MsiVector(28)]
    private void TokenThrow(in Interrupt irq)
    {
        _token.ThrowIfCancellationRequested(); //! TH4002
    }

    [MsiVector(29)]
    private void TokenRegister(in Interrupt irq)
    {
        CancellationTokenRegistration registration = _token.Register(static () => { }); //! TH2001 //? TH5003
        _n += registration.Token == _token ? 1 : 0;
    }

    [MsiVector(30)]
    private void Cancels(in Interrupt irq)
    {
        _stop.Cancel(); //i TH3008 //? TH2001
    }

    [MsiVector(31)]
    private void CancelsLater(in Interrupt irq)
    {
        _stop.CancelAfter(5); //! TH3001 //i TH5005
    }

    [MsiVector(32)]
    private void Links(in Interrupt irq)
    {
        _n += CancellationTokenSource.CreateLinkedTokenSource(_token).IsCancellationRequested ? 1 : 0; //! TH2001
    }

    [MsiVector(33)]
    private void CoreSet(in Interrupt irq)
    {
        _core.SetResult(4); //i TH3008
    }

    [MsiVector(34)]
    private void CoreReset(in Interrupt irq)
    {
        _core.Reset();
        _n += _core.Version + (int)_core.GetStatus(_core.Version);
    }

    [MsiVector(35)]
    private void TimerChange(in Interrupt irq)
    {
        _timer.Change(1, 1); //! TH3001 //? TH3008
    }

    [MsiVector(36)]
    private void TimerNew(in Interrupt irq)
    {
        Timer timer = new(static _ => { }); //! TH2001 //? TH5003
        timer.Dispose(); //? TH3001
    }

    [MsiVector(37)]
    private void PeriodicWait(in Interrupt irq)
    {
        _pending = default;
        _n += _periodic.WaitForNextTickAsync().IsCompleted ? 1 : 0; //! TH2001|TH3001|TH3002|TH2010
    }

    [MsiVector(38)]
    private void Queues(in Interrupt irq)
    {
        _n += ThreadPool.QueueUserWorkItem(static _ => { }) ? 1 : 0; //! TH2001 //? TH5003 TH3008
    }

    [MsiVector(39)]
    private void ParallelLoop(in Interrupt irq)
    {
        Parallel.For(0, 4, static _ => { }); //! TH2001|TH3002 //? TH5003 TH2001 TH3002
    }

    [MsiVector(40)]
    private void LocalRead(in Interrupt irq)
    {
        _n += _local.Value; //? TH5005
    }

    [MsiVector(41)]
    private void LocalWrite(in Interrupt irq)
    {
        _local.Value = 4; //! TH2003
    }

    [MsiVector(42)]
    private void YieldAwaitable(in Interrupt irq)
    {
        YieldAwaitable.YieldAwaiter awaiter = Task.Yield().GetAwaiter();
        _n += awaiter.IsCompleted ? 1 : 0;
    }
}
