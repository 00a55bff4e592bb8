namespace TopHalf.Benchmarks.Latency;

/// <summary>How a receiver waits; the numbers are those of twin.c.</summary>
internal enum WaitKind
{
    Block,
    Spin,
    Adaptive,
}

internal static class WaitKinds
{
    /// <summary>In a table.</summary>
    public static string Text(this WaitKind wait) => wait switch
    {
        WaitKind.Block => "blocking",
        WaitKind.Spin => "spinning",
        _ => "spinning, then blocking",
    };
}
