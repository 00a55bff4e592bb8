// Doubtful: what an async method that is called and not awaited costs the handler's thread.
// information is not the point
[InterruptDriver]
internal sealed partial class Awaits
{
    private ValueTask _done;
    private object? _sink;
    private int _n;

    [MsiVector(0)] // async-valuetask: completes at once where what it awaits is complete; nobody can prove that it is
    private void AsyncValueTask(in Interrupt irq)
    {
        ValueTask<int> task = CountAsync(); //! TH2010|TH3005 //? TH2010 TH3005
        if (task.IsCompletedSuccessfully)
        {
            _n = task.Result;
        }
    }

    [MsiVector(1)] // async-completed-task: no await, never suspends; Task is kept
    private void NoAwait(in Interrupt irq)
    {
        _sink = NothingAsync(); //? TH2010
    }

    [MsiVector(2)] // no await, but Task<int> is an object
    private void NoAwaitOfT(in Interrupt irq)
    {
        _sink = NumberAsync(); //! TH2010
    }

    [MsiVector(3)] // a task that is known to be complete
    private void CompletedWait(in Interrupt irq)
    {
        Task.CompletedTask.Wait(); //? TH3004
        ValueTask.CompletedTask.GetAwaiter().GetResult(); //? TH3004
    }

    private async ValueTask<int> CountAsync()
    {
        await _done;
        return 3;
    }

#pragma warning disable CS1998
    private async Task NothingAsync() => _n++;

    private async Task<long> NumberAsync() => _n;
#pragma warning restore CS1998
}
