namespace TopHalf.WarmUp.Drivers;

/// <summary>Which type initialisers ran on a receive thread.</summary>
internal static class Initialised
{
    private static int _all;
    private static int _late;

    public static int All => Volatile.Read(ref _all);

    public static int OnReceiveThreads => Volatile.Read(ref _late);

    /// <summary>Called by a type initialiser; gives its value back.</summary>
    public static T Now<T>(T value)
    {
        Interlocked.Increment(ref _all);
        if (Thread.CurrentThread.Name is { } name && name.StartsWith("irq/", StringComparison.Ordinal))
        {
            Interlocked.Increment(ref _late);
        }

        return value;
    }
}
