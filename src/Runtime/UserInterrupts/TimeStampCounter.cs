namespace TopHalf;

/// <summary>How fast the processor's time-stamp counter runs: what the waits' deadlines are made of.</summary>
internal static class TimeStampCounter
{
    // Measured once, for a millisecond: a bound of a wait need not be exact.
    private const long Measured = 1_000_000;

    private static ulong _perMillisecond;

    /// <summary>Ticks of a millisecond, about.</summary>
    public static ulong PerMillisecond(UserInterruptPages pages)
    {
        ulong known = Volatile.Read(ref _perMillisecond);
        if (known == 0)
        {
            long begin = MonotonicClock.Now();
            ulong from = pages.TimeStamp();
            long now;
            do
            {
                now = MonotonicClock.Now();
            }
            while (now - begin < Measured);

            known = Math.Max(1, (ulong)((double)(pages.TimeStamp() - from) * Measured / (now - begin)));
            Volatile.Write(ref _perMillisecond, known);
        }

        return known;
    }
}
