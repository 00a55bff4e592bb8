namespace TopHalf;

/// <summary>Where and how urgently a thread runs.</summary>
/// <remarks>
/// Each member acts on the thread that calls it, for the rest of its life: use threads of your own, never those of a pool. They
/// lock nothing.
/// </remarks>
internal static class ThreadScheduling
{
    // The kernel looks at the CPUs that it can have at all (8,192 at most on x86-64) and ignores higher bits, so that a mask for
    // a higher CPU counts as empty.
    private const int MaskedCpus = 65_536;
    private const int BitsPerWord = 64;

    /// <summary>Words of a mask of all CPUs.</summary>
    internal const int MaskWords = MaskedCpus / BitsPerWord;

    /// <summary>Lets the calling thread run on one CPU only.</summary>
    /// <param name="cpu">The number, from 0.</param>
    /// <exception cref="PciDeviceException">The machine has no such CPU, or the process may not use it.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="cpu"/> is negative.</exception>
    /// <exception cref="PlatformNotSupportedException">Not Linux.</exception>
    public static void PinCurrentThread(int cpu)
    {
        LinuxOnly.ThrowUnless("InterruptThreadOptions.Cpu");
        ArgumentOutOfRangeException.ThrowIfNegative(cpu);
        Span<ulong> mask = stackalloc ulong[MaskWords];
        mask.Clear();
        if (cpu < MaskedCpus)
        {
            mask[cpu / BitsPerWord] = 1UL << (cpu % BitsPerWord);
        }

        int result = SystemCall.SetAffinity(mask);
        if (result < 0)
        {
            throw PinFailed(cpu, -result);
        }
    }

    /// <summary>
    /// Makes the calling thread a real-time one: policy SCHED_FIFO, so that it runs until it waits and only higher priorities
    /// come first. Threads that it starts are ordinary ones.
    /// </summary>
    /// <param name="priority">1 to 99; the kernel's own interrupt threads have 50.</param>
    /// <exception cref="PciDeviceException">The process has not the right.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The priority is not 1 to 99.</exception>
    /// <exception cref="PlatformNotSupportedException">Not Linux.</exception>
    public static void SetCurrentThreadFifo(int priority)
    {
        LinuxOnly.ThrowUnless("InterruptThreadOptions.RealTimePriority");
        ArgumentOutOfRangeException.ThrowIfLessThan(priority, LinuxConstants.FifoMinimum);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(priority, LinuxConstants.FifoMaximum);
        int result = SystemCall.SetScheduler(LinuxConstants.SchedulerFifo | LinuxConstants.SchedulerResetOnFork, priority);
        if (result < 0)
        {
            throw FifoFailed(priority, -result);
        }
    }

    /// <summary>Says how late a timer of the calling thread may expire. A thread under SCHED_FIFO has no slack, whatever is said.</summary>
    /// <param name="slack">More than zero.</param>
    /// <exception cref="PciDeviceException">The kernel does not let it.</exception>
    /// <exception cref="PlatformNotSupportedException">Not Linux.</exception>
    public static void SetCurrentThreadTimerSlack(TimeSpan slack)
    {
        LinuxOnly.ThrowUnless("InterruptThreadOptions.TimerSlack");
        nint result = SystemCall.SetTimerSlack((nint)(slack.Ticks * TimeSpan.NanosecondsPerTick));
        if (result < 0)
        {
            throw SlackFailed(slack, (int)-result);
        }
    }

    // The kernel refuses it to nobody.
    internal static PciDeviceException SlackFailed(TimeSpan slack, int errno)
        => new(
            "",
            "prctl(PR_SET_TIMERSLACK)",
            errno,
            $"{CurrentThread.Named} cannot have a timer slack of {slack.TotalMicroseconds} µs: a filter of system calls (seccomp) forbids it.",
            "allow prctl in the filter (docker run --security-opt seccomp=<profile>; SystemCallFilter= of the systemd unit)");

    private static PciDeviceException PinFailed(int cpu, int errno)
        => errno == Errno.EINVAL
            ? new(
                "",
                "sched_setaffinity",
                errno,
                $"{CurrentThread.Named} cannot run on CPU {cpu}: the machine has none of that number, it is off-line, or the " +
                "process's cpuset leaves it out.",
                "choose a CPU of Cpus_allowed_list in /proc/self/status, or widen the cpuset (cpuset.cpus of the cgroup; " +
                "docker run --cpuset-cpus)")
            : new("", "sched_setaffinity", errno, $"{CurrentThread.Named} cannot be kept on CPU {cpu}.", "");

    internal static PciDeviceException FifoFailed(int priority, int errno)
        => errno == Errno.EPERM
            ? new(
                "",
                "sched_setscheduler",
                errno,
                $"{CurrentThread.Named} may not have the real-time priority {priority}: that takes the capability CAP_SYS_NICE, or " +
                "a limit of real-time priorities ('ulimit -r') that is as high.",
                $"""
                one of
                    add '<user> - rtprio {priority}' to /etc/security/limits.conf and log in again
                    AmbientCapabilities=CAP_SYS_NICE or LimitRTPRIO={priority} in the systemd unit
                    docker run --cap-add SYS_NICE
                """)
            : new("", "sched_setscheduler", errno, $"{CurrentThread.Named} cannot have the real-time priority {priority}.", "");
}
