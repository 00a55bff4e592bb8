using TopHalf.Runtime.Tests.NativeTopHalf;
using TopHalf.Runtime.Tests.UserInterrupts.Stubs;

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

    /// <summary>By bits that the device sets, to a thread that sleeps.</summary>
    Software,

    /// <summary>By bits that the device sets, to a thread that never sleeps.</summary>
    SoftwareSpin,

    /// <summary>By bits that the device sets, to a thread that looks before each sleep.</summary>
    SoftwareAdaptive,

    /// <summary>Through eventfds, and by bits that another thread sets.</summary>
    Bridged,

    /// <summary>Through eventfds, and by user interrupts that another thread sends; the five instructions are emulated.</summary>
    UserInterrupts,
}

internal static class Ways
{
    public static InterruptOptions Options(this Way way)
    {
        var options = new InterruptOptions
        {
            TopHalf = way is Way.TopHalf or Way.AdaptiveTopHalf ? TopHalfMode.Native : TopHalfMode.Managed,
            WaitMode = way switch
            {
                Way.Spin or Way.SoftwareSpin or Way.UserInterrupts => WaitMode.Spin,
                Way.Adaptive or Way.AdaptiveTopHalf or Way.SoftwareAdaptive => WaitMode.Adaptive,
                _ => WaitMode.Block,
            },
            Delivery = way switch
            {
                Way.Software or Way.SoftwareSpin or Way.SoftwareAdaptive or Way.Bridged => InterruptDelivery.Software,
                Way.UserInterrupts => InterruptDelivery.UserInterrupt,
                _ => InterruptDelivery.EventFd,
            },
        };
        if (options.Delivery != InterruptDelivery.EventFd)
        {
            StubCodeTests.SkipUnlessHere();
        }

        if (way == Way.UserInterrupts)
        {
            Gcc.SkipUnlessThere();
            options.Machine = new EmulatedMachine();
        }

        return options;
    }
}
