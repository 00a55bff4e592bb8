namespace TopHalf.Benchmarks.Notification;

/// <summary>How one thread tells another, and how that one waits; as notification.c counts.</summary>
internal enum Way
{
    /// <summary>A bit in memory, that the receiver looks at.</summary>
    BitSpin,

    /// <summary>A bit in memory; the receiver sleeps, and is woken.</summary>
    BitSleep,

    /// <summary>An eventfd that does not block, read again and again.</summary>
    EventFdSpin,

    /// <summary>An eventfd that blocks.</summary>
    EventFdSleep,

    /// <summary>A futex, woken each time.</summary>
    FutexSleep,
}

internal static class Ways
{
    public static string Text(this Way way) => way switch
    {
        Way.BitSpin => "bit, spinning",
        Way.BitSleep => "bit, sleeping",
        Way.EventFdSpin => "eventfd, spinning",
        Way.EventFdSleep => "eventfd, sleeping",
        _ => "futex, sleeping",
    };

    public static bool Spins(this Way way) => way is Way.BitSpin or Way.EventFdSpin;
}
