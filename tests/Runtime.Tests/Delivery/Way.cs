namespace TopHalf.Runtime.Tests.Delivery;

/// <summary>The ways from a simulated device to a handler.</summary>
public enum Way
{
    /// <summary>Through eventfds, which the receive thread waits for.</summary>
    EventFds,

    /// <summary>Within the process.</summary>
    InProcess,

    /// <summary>Through eventfds that a native top half waits for.</summary>
    TopHalf,

    /// <summary>Through eventfds that the receive thread looks at without sleeping.</summary>
    Spin,

    /// <summary>Through eventfds, with a look before each sleep.</summary>
    Adaptive,

    /// <summary>A native top half that looks before each sleep.</summary>
    AdaptiveTopHalf,
}

internal static class Ways
{
    public static InterruptOptions Options(this Way way) => new()
    {
        TopHalf = way is Way.TopHalf or Way.AdaptiveTopHalf ? TopHalfMode.Native : TopHalfMode.Managed,
        WaitMode = way switch
        {
            Way.Spin => WaitMode.Spin,
            Way.Adaptive or Way.AdaptiveTopHalf => WaitMode.Adaptive,
            _ => WaitMode.Block,
        },
    };
}
