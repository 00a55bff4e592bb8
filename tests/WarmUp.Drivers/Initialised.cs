namespace TopHalf.WarmUp.Drivers;

/// <summary>Which type initialisers ran on a receive thread.</summary>
internal static class Initialised
{
    private static int s_all;
    private static int s_late;

    public static int All => Volatile.Read(ref s_all);

    public static int OnReceiveThreads => Volatile.Read(ref s_late);

    /// <summary>Called by a type initialiser; gives its value back.</summary>
    public static T Now<T>(T value)
    {
        Interlocked.Increment(ref s_all);
        if (Thread.CurrentThread.Name is { } name && name.StartsWith("irq/", StringComparison.Ordinal))
        {
            Interlocked.Increment(ref s_late);
        }

        return value;
    }
}
