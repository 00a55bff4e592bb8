using TopHalf.Runtime.Tests.NativeTopHalf;
using TopHalf.Runtime.Tests.UserInterrupts.Stubs;

namespace TopHalf.Runtime.Tests.UserInterrupts;

/// <summary>Receivers and senders of the tests, and what the process holds of them.</summary>
internal static class ReceiverRuns
{
    public static UserInterruptReceiverOptions Options(InterruptDelivery delivery, WaitMode mode)
    {
        StubCodeTests.SkipUnlessHere();
        var options = new UserInterruptReceiverOptions { Delivery = delivery, WaitMode = mode };
        if (delivery == InterruptDelivery.UserInterrupt)
        {
            Gcc.SkipUnlessThere();
            options.Machine = new EmulatedMachine();
        }

        return options;
    }

    public static UserInterrupt Open(string address, UserInterruptReceiverOptions options)
        => UserInterrupt.Open(address, options.Kernel, options.Machine);

    // The memory of a sender that was disposed is the collector's, since another thread may be about to send.
    public static (int Files, int Mappings) Holdings()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return Held();
    }

    public static (int Files, int Mappings) Held()
        => (Directory.GetFiles("/proc/self/fd").Count(static fd => new FileInfo(fd).LinkTarget is { } target
                && (target.Contains("/memfd:tophalf-", StringComparison.Ordinal) || target.Contains("a user vector", StringComparison.Ordinal) || target.Contains("pidfd", StringComparison.Ordinal))),
            File.ReadLines("/proc/self/maps").Count(static line => line.Contains("/memfd:tophalf-", StringComparison.Ordinal)));

    public static void AssertSound(UserInterruptReceiverOptions options)
    {
        if (options.Machine is EmulatedMachine machine)
        {
            Assert.All(machine.Kernel.Faults, static fault => Assert.Equal(StubFault.Nothing, fault));
        }
    }
}
