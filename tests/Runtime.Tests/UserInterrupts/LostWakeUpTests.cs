using TopHalf.Runtime.Tests.UserInterrupts.Exploration;
using TopHalf.Runtime.Tests.UserInterrupts.Model;

namespace TopHalf.Runtime.Tests.UserInterrupts;

/// <summary>All interleavings of two senders and a receiver that waits: it wakes for all that comes, and the waits that do not are found.</summary>
public sealed class LostWakeUpTests
{
    private static readonly ulong Expected = (1UL << Machines.Vectors[0]) | (1UL << Machines.Vectors[1]) | (1UL << Machines.Vectors[2]);

    [Fact]
    public void None_is_lost_with_UMWAIT() => AssertSound(Interrupting(Waits.Umwait(Expected)));

    [Fact]
    public void None_is_lost_with_PAUSE() => AssertSound(Interrupting(Waits.Pause(Expected)));

    [Fact]
    public void None_is_lost_with_UMWAIT_when_threads_set_the_bits() => AssertSound(Storing(Waits.Umwait(Expected, isSoftware: true)));

    [Fact]
    public void None_is_lost_with_PAUSE_when_threads_set_the_bits() => AssertSound(Storing(Waits.Pause(Expected, isSoftware: true)));

    [Fact]
    public void A_wait_that_sleeps_whatever_has_come_since_it_looked_is_found() => AssertLost(Interrupting(Waits.Naive(Expected)));

    [Fact]
    public void A_wait_that_monitors_after_it_looked_is_found() => AssertLost(Interrupting(Waits.MonitorAfterTest(Expected, isSoftware: false)));

    [Fact]
    public void A_wait_that_monitors_after_it_looked_is_found_when_threads_set_the_bits() => AssertLost(Storing(Waits.MonitorAfterTest(Expected, isSoftware: true)));

    [Fact]
    public void A_UIRET_that_leaves_the_monitor_armed_is_found()
    {
        Instruction uiret = new("UIRET with the monitor left", static machine =>
        {
            bool isMonitoring = machine.Receiver.IsMonitoring;
            UserInterruptFault fault = machine.Receiver.Uiret(machine.Memory);
            machine.Receiver.IsMonitoring = isMonitoring;
            return fault;
        });
        AssertLost(Interrupting(Waits.Umwait(Expected)) with
        {
            Code = Programs.At((Machines.Code, Waits.Umwait(Expected)), (Machines.Handler, [Programs.Handler[0], uiret])),
        });
    }

    [Fact]
    public void A_receiver_that_spins_for_what_never_comes_is_found()
    {
        Explored explored = Explore(Interrupting(Waits.Pause(Expected | 2)));
        Assert.Contains("can reach no end", explored.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void An_ON_that_is_never_cleared_is_found_by_who_spins_too()
    {
        Explored explored = Explore(Interrupting(Waits.Pause(Expected)) with { Notification = [Notification.TakeRequests, Notification.Recognise] });
        Assert.Contains("can reach no end", explored.Fault, StringComparison.Ordinal);
    }

    private static Scenario Interrupting(IReadOnlyList<Instruction> wait)
        => Waiting(wait) with { Senders = [SendUipi.Locked(0), [.. SendUipi.Locked(1), .. SendUipi.Locked(2)]] };

    private static Scenario Storing(IReadOnlyList<Instruction> wait)
        => Waiting(wait) with { Senders = [[Waits.Store(Machines.Vectors[0])], [Waits.Store(Machines.Vectors[1]), Waits.Store(Machines.Vectors[2])]] };

    private static Scenario Waiting(IReadOnlyList<Instruction> wait) => new()
    {
        Code = Programs.At((Machines.Code, wait), (Machines.Handler, Programs.Handler)),
        AtEnd = static machine => Waits.AtEnd(machine, Expected),
    };

    private static Explored Explore(Scenario scenario)
    {
        Machine machine = Machines.Create(scenario);
        machine.Receiver.Flag = false;   // as registered: only the wait opens it
        Explored explored = Explorer.Explore(machine);
        TestContext.Current.TestOutputHelper?.WriteLine(explored.ToString());
        return explored;
    }

    private static void AssertSound(Scenario scenario)
    {
        Explored explored = Explore(scenario);
        Assert.True(explored.Fault is null, explored.ToString());
        Assert.NotEqual(0, explored.Ends);
    }

    private static void AssertLost(Scenario scenario) => Assert.Contains("lost wake-up", Explore(scenario).Fault, StringComparison.Ordinal);
}
