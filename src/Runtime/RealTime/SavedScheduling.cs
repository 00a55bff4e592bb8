namespace TopHalf;

/// <summary>
/// How a caller's thread was scheduled before it got the options of a receive thread, to be put back when it has served. Used on one
/// thread, which it belongs to.
/// </summary>
internal readonly struct SavedScheduling : IDisposable
{
    private readonly ulong[]? _cpus;
    private readonly int? _policy;
    private readonly int _priority;
    private readonly nint _slack; // 0 where it stays

    private SavedScheduling(InterruptThreadOptions options)
    {
        if (options.Cpu is not null)
        {
            ulong[] cpus = new ulong[ThreadScheduling.MaskWords];
            _cpus = SystemCall.GetAffinity(cpus) >= 0 ? cpus : null;
        }

        if (options.RealTimePriority is not null && SystemCall.GetScheduler() is >= 0 and int policy)
        {
            _policy = policy;
            _priority = Math.Max(0, SystemCall.GetPriority());
        }

        // Leaving SCHED_FIFO resets it.
        if (options.TimerSlack is not null || options.RealTimePriority is not null)
        {
            _slack = SystemCall.GetTimerSlack();
        }
    }

    /// <summary>Remembers what <paramref name="options"/> would change; nothing where they change nothing.</summary>
    public static SavedScheduling BeforeApplying(InterruptThreadOptions? options)
        => options is null || !OperatingSystem.IsLinux() ? default : new SavedScheduling(options);

    /// <summary>Puts back what was remembered. Nothing can be done where the kernel refuses, and the options did no harm.</summary>
    public void Dispose()
    {
        if (_cpus is not null)
        {
            _ = SystemCall.SetAffinity(_cpus);
        }

        if (_policy is int policy && SystemCall.SetScheduler(policy, _priority) < 0)
        {
            // Without CAP_SYS_NICE the flag cannot be taken back, the priority can.
            _ = SystemCall.SetScheduler(policy | LinuxConstants.SchedulerResetOnFork, _priority);
        }

        if (_slack > 0)
        {
            _ = SystemCall.SetTimerSlack(_slack);
        }
    }
}
