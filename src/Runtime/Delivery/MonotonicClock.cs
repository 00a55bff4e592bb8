using System.Diagnostics;

namespace TopHalf;

/// <summary>The clock of interrupt timestamps.</summary>
internal static class MonotonicClock
{
    private static readonly double NanosecondsPerTick = 1e9 / Stopwatch.Frequency;

    /// <summary>Nanoseconds; CLOCK_MONOTONIC on Linux, where a tick of <see cref="Stopwatch"/> is one nanosecond.</summary>
    public static long Now()
    {
        long ticks = Stopwatch.GetTimestamp();
        return Stopwatch.Frequency == 1_000_000_000 ? ticks : (long)(ticks * NanosecondsPerTick);
    }
}
