namespace TopHalf.Tool;

/// <summary>When interrupts are raised: at fixed times, whether or not the one before was received.</summary>
/// <param name="Interval">Nanoseconds from one to the next.</param>
/// <param name="Count">How many; 0 for until the log is stopped.</param>
/// <param name="Priority">The raiser's priority under SCHED_FIFO; null for ordinary scheduling.</param>
internal sealed record RaiseSchedule(long Interval, long Count, int? Priority)
{
    // How long a stop may go unnoticed.
    private const long LongestSleep = 100_000_000;

    /// <summary>Raises on the calling thread, from now until all were raised or the log is stopped.</summary>
    /// <param name="log">Takes the times.</param>
    /// <param name="raise">Raises one.</param>
    /// <exception cref="PciDeviceException">The thread may not have the priority, or a raise failed.</exception>
    public void Run(RaiseLog log, Action raise)
    {
        if (Priority is int priority)
        {
            ThreadScheduling.SetCurrentThreadFifo(priority);
        }

        long start = MonotonicClock.Now();
        for (long i = 0; (Count == 0 || i < Count) && SleepUntil(start + (i * Interval), log); i++)
        {
            if (!log.TryEnter(start + (i * Interval)))
            {
                return; // nothing is received any more; the receiver's side tells
            }

            raise();
        }
    }

    private static bool SleepUntil(long due, RaiseLog log)
    {
        for (long now = MonotonicClock.Now(); now < due && !log.Stopped; now = MonotonicClock.Now())
        {
            SystemCall.SleepUntil(Math.Min(due, now + LongestSleep));
        }

        return !log.Stopped;
    }
}
