using System.Threading.Tasks.Sources;

// async and what comes back from it.
// information is not the point
[InterruptDriver]
internal sealed partial class ValueTasks
{
    private readonly TaskCompletionSource<int> _source = new();
    private readonly Task<int> _done = Task.FromResult(3);
    private Task? _task;
    private ValueTask _last;
    private ValueTask<int> _lastOf;
    private int _n;

    [MsiVector(0)]
    private void Ready(in Interrupt irq)
    {
        _last = ValueTask.CompletedTask;
        _last = default;
        _lastOf = new ValueTask<int>(irq.Vector);
        _lastOf = ValueTask.FromResult(irq.Vector);
        _task = Task.CompletedTask;
        _n = _last.IsCompleted ? 1 : 0;
    }

    [MsiVector(1)]
    private void Wrapped(in Interrupt irq)
    {
        _lastOf = new ValueTask<int>(_done);
        _task = _lastOf.AsTask(); //! TH2001|TH2010
    }

    [MsiVector(2)]
    private void FromResult(in Interrupt irq) => _task = Task.FromResult(irq.Vector); //! TH2001

    [MsiVector(3)] // nothing is awaited, and it ends before it returns
    private void NeverSuspends(in Interrupt irq) => _lastOf = Count(irq.Vector);

    [MsiVector(4)]
    private void TaskOfT(in Interrupt irq) => _task = CountTask(irq.Vector); //! TH2010

    [MsiVector(5)]
    private void MaySuspend(in Interrupt irq) => _lastOf = Wait(_source.Task); //! TH2010 //? TH3005

    [MsiVector(6)]
    private void AsyncLambda(in Interrupt irq)
    {
        Func<Task> work = async () => await Task.Yield(); //? TH5003
        _task = work(); //! TH2010 //? TH3005
    }

    [MsiVector(7)]
    private void AsyncLocal(in Interrupt irq)
    {
        Run(); //! TH2010 //? TH3005

        async void Run()
        {
            await _source.Task;
            _n++;
        }
    }

    [MsiVector(8)]
    private void Completes(in Interrupt irq) => _source.TrySetResult(irq.Vector); //? TH2001 TH3008 TH2010

    [MsiVector(9)]
    private void NewSource(in Interrupt irq) => _task = new TaskCompletionSource().Task; //! TH2001

    [MsiVector(10)]
    private void Continues(in Interrupt irq) => _done.ContinueWith(static t => { }); //! TH2001|TH2010

    [MsiVector(11)]
    private void Runs(in Interrupt irq) => Task.Run(static () => { }); //! TH2001|TH2010 //? TH3008

    [MsiVector(12)]
    private void ManualSource(in Interrupt irq) => _lastOf = new ValueTask<int>(_manual, 0);

    [MsiVector(13)]
    private void Delays(in Interrupt irq) => _task = Task.Delay(1); //! TH2001|TH2010

    [MsiVector(14)]
    private void AsyncIterator(in Interrupt irq) => _items = Items(irq.Vector); //! TH2009|TH2010 //? TH3005

    [MsiVector(15)]
    private void ReadsResult(in Interrupt irq)
    {
        if (_done.IsCompletedSuccessfully)
        {
            _n = _done.Result;
        }
    }

    [MsiVector(16)]
    private void WhenAll(in Interrupt irq) => _task = Task.WhenAll(_done, _done); //! TH2001|TH2010|TH2007

    private readonly Manual _manual = new();
    private IAsyncEnumerable<int>? _items;

    private static async ValueTask<int> Count(int n) => n + 1;

    private static async Task<int> CountTask(int n) => n + 1;

    private static async ValueTask<int> Wait(Task<int> task) => await task + 1;

    private static async IAsyncEnumerable<int> Items(int n)
    {
        await Task.Yield();
        yield return n;
    }

    private sealed class Manual : IValueTaskSource<int>
    {
        private ManualResetValueTaskSourceCore<int> _core;

        public int GetResult(short token) => _core.GetResult(token);

        public ValueTaskSourceStatus GetStatus(short token) => _core.GetStatus(token);

        public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags)
            => _core.OnCompleted(continuation, state, token, flags);
    }
}
