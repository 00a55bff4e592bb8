namespace TopHalf;

/// <summary>How fast the processor's time-stamp counter runs: what the waits' deadlines are made of.</summary>
internal static class TimeStampCounter
{
    // Three times a third of a millisecond, once in a process.
    private const long Measured = 333_333;

    private const long NanosecondsPerMillisecond = 1_000_000;

    private static ulong _perMillisecond;

    /// <summary>Ticks of a millisecond, about.</summary>
    public static ulong PerMillisecond(UserInterruptPages pages)
    {
        ulong known = Volatile.Read(ref _perMillisecond);
        if (known == 0)
        {
            // The lowest of some: where the thread is held up between the two clocks, it comes out too high.
            known = Math.Max(1, Math.Min(Measure(pages), Math.Min(Measure(pages), Measure(pages))));
            Volatile.Write(ref _perMillisecond, known);
        }

        return known;
    }

    private static ulong Measure(UserInterruptPages pages)
    {
        ulong from = pages.TimeStamp();
        long begin = MonotonicClock.Now();
        ulong to;
        long now;
        do
        {
            to = pages.TimeStamp();
            now = MonotonicClock.Now();
        }
        while (now - begin < Measured);

        return (ulong)((double)(to - from) * NanosecondsPerMillisecond / (now - begin));
    }
}
