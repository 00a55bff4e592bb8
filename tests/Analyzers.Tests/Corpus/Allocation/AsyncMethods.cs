// Rows async-*, foreach of iterators, yield.
[InterruptDriver]
internal sealed partial class AsyncMethods
{
    private object? _sink;
    private int _n;
    private readonly Task _done = Task.CompletedTask;

    [MsiVector(0)] // async-suspend
    private void Suspends(in Interrupt irq)
    {
        _sink = DelayAsync(); //! TH2010|TH3005 //? TH2010 TH3005 TH2001 TH3003 TH3004
    }

    [MsiVector(1)] // async-completed-taskT
    private void ReturnsTaskOfT(in Interrupt irq)
    {
        _sink = ComputeAsync(); //! TH2010 //? TH3005
    }

    [MsiVector(2)] // async-void
    private void AsyncVoid(in Interrupt irq)
    {
        FireAndForget(); //! TH2010 //? TH3005
    }

    [MsiVector(3)] // async-valuetask that is complete
    private void CompletedValueTask(in Interrupt irq)
    {
        ValueTask<int> task = Immediate(irq.Vector);
        if (task.IsCompletedSuccessfully)
        {
            _n = task.Result;
        }
    }

    [MsiVector(4)] // task-completed
    private void CompletedTask(in Interrupt irq)
    {
        _sink = Task.CompletedTask; //? TH5001 TH5005
    }

    [MsiVector(5)] // task-fromresult
    private void FromResult(in Interrupt irq)
    {
        _sink = Task.FromResult(irq.Timestamp); //! TH2001
    }

    [MsiVector(6)] // task-run
    private void Run(in Interrupt irq)
    {
        _sink = Task.Run(static () => { }); //! TH2001 //? TH3008 TH3010 TH5003 TH5005 TH3001
    }

    [MsiVector(7)] // task-wait-done, task-result-done: behind a guard
    private void GuardedWait(in Interrupt irq)
    {
        if (_done.IsCompleted)
        {
            _done.Wait();
        }
    }

    [MsiVector(8)]
    private void Yields(in Interrupt irq)
    {
        _sink = Numbers(irq.Vector); //! TH2009
    }

    [MsiVector(9)] // an iterator as IEnumerator
    private void YieldsEnumerator(in Interrupt irq)
    {
        _sink = Enumerate(); //! TH2009
    }

    [MsiVector(10)]
    private void AsyncLocalFunction(in Interrupt irq)
    {
        _sink = LocalAsync(); //! TH2010 //? TH3005

        static async Task<int> LocalAsync()
        {
            await Task.Yield();
            return 3;
        }
    }

    [MsiVector(11)]
    private void AsyncStream(in Interrupt irq)
    {
        _sink = StreamAsync(); //! TH2009|TH2010 //? TH2009 TH2010 TH3005
    }

    private static async Task DelayAsync() => await Task.Delay(1);

    private static async Task<int> ComputeAsync()
    {
        await Task.Yield();
        return 100_000;
    }

    private static async void FireAndForget() => await Task.Yield();

    private static ValueTask<int> Immediate(int value) => new(value);

    private static async IAsyncEnumerable<int> StreamAsync()
    {
        await Task.Yield();
        yield return 1;
    }

    private static IEnumerable<int> Numbers(int n)
    {
        yield return n;
    }

    private static IEnumerator<int> Enumerate()
    {
        yield return 3;
    }
}
