namespace TopHalf.Tool;

/// <summary>Raises interrupts from a thread of this process.</summary>
internal sealed class ThreadRaiser : IRaiser
{
    private readonly TaskCompletionSource _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Thread _thread;
    private readonly RaiseLog _log;

    public ThreadRaiser(RaiseSchedule schedule, RaiseLog log, Action raise)
    {
        _log = log;
        _thread = new Thread(() => Run(schedule, raise)) { Name = "raise", IsBackground = true };
        _thread.Start();
    }

    public Task Completion => _completion.Task;

    public void Dispose()
    {
        _log.Stop();
        _thread.Join();
    }

    private void Run(RaiseSchedule schedule, Action raise)
    {
        try
        {
            schedule.Run(_log, raise);
            _completion.SetResult();
        }
#pragma warning disable CA1031 // Whatever it is, it is for whoever waits.
        catch (Exception e)
#pragma warning restore CA1031
        {
            _completion.SetException(e);
        }
    }
}
