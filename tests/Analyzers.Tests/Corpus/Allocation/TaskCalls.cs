// Rows tpool-*, new-timer, tcs-*, cts-*, thread_new, asynclocal-*, timer_change, chan_*.
// information is not the point
using System.Threading.Channels;

[InterruptDriver]
internal sealed partial class TaskCalls
{
    private readonly AsyncLocal<int> _local = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Timer _timer = new(static _ => { });
    private readonly Channel<int> _bounded = Channel.CreateBounded<int>(4);
    private readonly Work _work = new();
    private object? _sink;
    private int _n;
    private CancellationToken _token;

    [MsiVector(0)] // tpool-queue
    private void Queue(in Interrupt irq)
    {
        ThreadPool.QueueUserWorkItem(static _ => { }); //! TH2001 //? TH3010 TH3001
    }

    [MsiVector(1)] // tpool-unsafequeue-T
    private void UnsafeQueue(in Interrupt irq)
    {
        ThreadPool.UnsafeQueueUserWorkItem(static (int _) => { }, irq.Vector, preferLocal: false); //! TH2001 //? TH3010 TH3001
    }

    [MsiVector(2)] // new-timer
    private void NewTimer(in Interrupt irq)
    {
        _sink = new Timer(static _ => { }); //! TH2001 //? TH3001
    }

    [MsiVector(3)] // timer_change
    private void ChangeTimer(in Interrupt irq)
    {
        _timer.Change(10, Timeout.Infinite); //? TH3001 TH3010 TH2001
    }

    [MsiVector(4)] // tcs-set
    private void Completion(in Interrupt irq)
    {
        var source = new TaskCompletionSource<int>(); //! TH2001
        source.SetResult(1); //? TH2001 TH3001 TH3008 TH4002 TH6001 TH3010
        _sink = source;
    }

    [MsiVector(5)] // cts-check
    private void CheckToken(in Interrupt irq)
    {
        if (_token.IsCancellationRequested)
        {
            _n++;
        }
    }

    [MsiVector(6)] // cts_cancel
    private void NewSource(in Interrupt irq)
    {
        _sink = new CancellationTokenSource(); //! TH2001
    }

    [MsiVector(7)] // thread_new
    private void NewThread(in Interrupt irq)
    {
        _sink = new Thread(static () => { }); //! TH2001
    }

    [MsiVector(8)] // asynclocal-get
    private void LocalGet(in Interrupt irq)
    {
        _n = _local.Value;
    }

    [MsiVector(9)] // asynclocal-set
    private void LocalSet(in Interrupt irq)
    {
        _local.Value = irq.Vector; //! TH2003
    }

    [MsiVector(10)] // a work item that is an object of its own
    private void QueueOwnItem(in Interrupt irq)
    {
        ThreadPool.UnsafeQueueUserWorkItem(_work, preferLocal: false); //! TH2001|TH2012|TH3008|TH3010 //? TH2001 TH2012 TH3001 TH3010
    }

    [MsiVector(11)] // chan_write
    private void ChannelWrite(in Interrupt irq)
    {
        _bounded.Writer.TryWrite(irq.Vector); //! TH3001|TH3002 //? TH2012 TH2001 TH3008
    }

    [MsiVector(12)] // cts_cancel
    private void Cancel(in Interrupt irq)
    {
        _stop.Cancel(); //! TH2001|TH3001|TH3008|TH6001|TH4002 //? TH2001 TH3001 TH3008 TH6001 TH4002 TH3010
    }

    [MsiVector(13)]
    private void Linked(in Interrupt irq)
    {
        _sink = CancellationTokenSource.CreateLinkedTokenSource(_token); //! TH2001 //? TH3001
    }

    [MsiVector(14)]
    private void Delay(in Interrupt irq)
    {
        _sink = Task.Delay(5); //! TH2001 //? TH3001
    }

    private sealed class Work : IThreadPoolWorkItem
    {
        public void Execute()
        {
        }
    }
}
