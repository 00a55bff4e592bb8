namespace TopHalf;

/// <summary>How long a wait looks before it sleeps.</summary>
/// <param name="Nanoseconds">0: it sleeps at once; below 0: it never does. As top_half.c has it.</param>
internal readonly record struct SpinTime(long Nanoseconds)
{
    private const long NanosecondsPerTick = 1_000_000_000 / TimeSpan.TicksPerSecond;

    public bool IsZero => Nanoseconds == 0;

    public static SpinTime Of(InterruptThreadOptions options) => options.WaitMode switch
    {
        WaitMode.Block => default,
        WaitMode.Spin => new SpinTime(-1),
        _ => new SpinTime(options.SpinBudget.Ticks * NanosecondsPerTick),
    };

    /// <summary>When a look that begins now is over.</summary>
    public long End() => Nanoseconds <= 0 ? long.MaxValue : MonotonicClock.Now() + Nanoseconds;

    /// <summary>Whether the look that ends at <paramref name="end"/> is over.</summary>
    public bool IsOver(long end) => Nanoseconds >= 0 && MonotonicClock.Now() >= end;
}
