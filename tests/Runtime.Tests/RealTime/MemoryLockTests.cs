using System.Globalization;
using TopHalf.Runtime.Tests.Delivery;

namespace TopHalf.Runtime.Tests.RealTime;

/// <summary>One at a time: a lock is the whole process's.</summary>
[CollectionDefinition(nameof(MemoryLockTests), DisableParallelization = true)]
[Collection(nameof(MemoryLockTests))]
public sealed class MemoryLockTests
{
    [Fact]
    public void The_memory_is_locked_until_the_last_binding_ends()
    {
        MustBeAllowed();
        Assert.Equal(0, Locked());
        using (SimulatedDevice first = TestDevices.Create())
        using (SimulatedDevice second = TestDevices.Create())
        {
            InterruptBinding one = Bind(first);
            InterruptBinding two = Bind(second);
            Assert.True(Locked() > 0);
            one.Dispose();
            one.Dispose();
            Assert.True(Locked() > 0);
            two.Dispose();
            Assert.Equal(0, Locked());
        }
    }

    [Fact]
    public void A_start_that_fails_leaves_nothing_locked()
    {
        MustBeAllowed();
        using SimulatedDevice device = TestDevices.Create();
        device.FailNext(SimulatedFault.EnableVectors, 5);
        Assert.Throws<PciDeviceException>(() => Bind(device));
        Assert.Equal(0, Locked());
    }

    [Fact]
    public void What_the_application_locked_before_stays_locked()
    {
        MustBeAllowed();
        Assert.Equal(0, SystemCall.LockAllMemory(RealTimeConstants.LockCurrent));
        try
        {
            using SimulatedDevice device = TestDevices.Create();
            Bind(device).Dispose();
            Assert.True(Locked() > 0);
        }
        finally
        {
            Assert.Equal(0, SystemCall.UnlockAllMemory());
        }
    }

    [Fact]
    public void Without_the_right_the_error_names_the_capability_and_the_limit()
    {
        Assert.SkipUnless(TestThread.Limit("Max locked memory") < long.MaxValue, "This user may lock memory without limit (ulimit -l).");
        PciDeviceException error = TestThread.Refused("unprivileged", static () =>
        {
            TestThread.DropRights();
            MemoryLock.Take();
        });
        Assert.Equal("mlockall", error.Call);
        Assert.Contains(error.Errno, (int[])[Errno.EPERM, Errno.ENOMEM]);
        Assert.Contains("CAP_IPC_LOCK", error.Message, StringComparison.Ordinal);
        Assert.Contains("memlock unlimited", error.Remedy, StringComparison.Ordinal);
        Assert.Equal(0, Locked());
    }

    [Fact]
    public void All_of_RealTime_is_in_force_where_the_rights_allow_it()
    {
        MustBeAllowed();
        using SimulatedDevice device = TestDevices.Create();
        using var handled = new ManualResetEvent(false);
        (string Priority, string Policy, nint Slack, int[] Cpus) seen = ("", "", 0, []);
        var driver = new ScriptedDriver(
            (in Interrupt _) =>
            {
                seen = (TestThread.Stat(40), TestThread.Stat(41), SystemCall.GetTimerSlack(), ThreadSchedulingTests.AllowedCpus());
                handled.Set();
            },
            new VectorRange(0, 1, "rx"));
        List<InterruptWarning> told = [];
        InterruptOptions options = InterruptOptions.RealTime(cpu: 0, priority: 42);
        options.OnWarning = told.Add;
        using InterruptBinding interrupts = driver.Enable(device, options);
        Assert.True(device.Raise(0));
        handled.MustCome();
        Assert.Equal(("42", "1"), (seen.Priority, seen.Policy));
        Assert.Equal([0], seen.Cpus);
        Assert.Contains(seen.Slack, (nint[])[0, 100]);
        Assert.True(Locked() > 0);

        // What a simulated device does not have.
        Assert.Equal([("IrqCpu", "rx"), ("IrqThreadPriority", "rx")], interrupts.Warnings.Select(static w => (w.Option, w.Thread)));
        Assert.Equal(interrupts.Warnings, told);
    }

    private static InterruptBinding Bind(SimulatedDevice device)
        => new ScriptedDriver(static (in Interrupt _) => { }, new VectorRange(0), new VectorRange(1, 1, "rx"))
            .Enable(device, new InterruptOptions { LockMemory = true });

    private static void MustBeAllowed()
        => Assert.SkipUnless(
            Environment.IsPrivilegedProcess, "Locking memory and a real-time priority take rights (CAP_IPC_LOCK, CAP_SYS_NICE), which root has.");

    private static long Locked()
    {
        const string Name = "VmLck:";
        string line = File.ReadLines("/proc/self/status").First(static line => line.StartsWith(Name, StringComparison.Ordinal));
        return long.Parse(line[Name.Length..^"kB".Length].Trim(), CultureInfo.InvariantCulture);
    }
}
