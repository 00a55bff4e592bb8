namespace TopHalf.Runtime.Tests.RealTime;

public sealed class ThreadSchedulingTests
{
    private const int NoSuchCpu = 100_000;

    [Fact]
    public void A_pinned_thread_may_run_on_its_cpu_only()
    {
        int[] allowed = AllowedCpus();

        foreach (int cpu in allowed)
        {
            int[] pinned = TestThread.Run("pinned", () =>
            {
                ThreadScheduling.PinCurrentThread(cpu);
                return AllowedCpus();
            });
            Assert.Equal([cpu], pinned);
        }

        Assert.Equal(allowed, AllowedCpus());
    }

    [Theory]
    [InlineData(NoSuchCpu)]
    [InlineData(60_000)]
    [InlineData(int.MaxValue)]
    public void A_cpu_that_is_not_there_is_named_in_the_error(int cpu)
    {
        PciDeviceException error = TestThread.Run(
            "rx", () => Assert.Throws<PciDeviceException>(() => ThreadScheduling.PinCurrentThread(cpu)));

        Assert.Equal(("sched_setaffinity", Errno.EINVAL, "EINVAL", ""), (error.Call, error.Errno, error.ErrnoName, error.Device));
        Assert.Contains($"CPU {cpu}", error.Message, StringComparison.Ordinal);
        Assert.Contains("'rx'", error.Message, StringComparison.Ordinal);
        Assert.Contains("Cpus_allowed_list", error.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_negative_cpu_is_an_argument_error()
        => Assert.Throws<ArgumentOutOfRangeException>(() => ThreadScheduling.PinCurrentThread(-1));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(100)]
    public void A_priority_that_the_policy_has_not_is_an_argument_error(int priority)
        => Assert.Throws<ArgumentOutOfRangeException>(() => ThreadScheduling.SetCurrentThreadFifo(priority));

    [Fact]
    public void A_real_time_thread_has_the_policy_and_the_priority_or_the_error_says_why_not()
        => TestThread.Run("fifo", () =>
        {
            try
            {
                ThreadScheduling.SetCurrentThreadFifo(42);
            }
            catch (PciDeviceException error)
            {
                AssertNotAllowed(error, 42);
                return 0;
            }

            // Fields 40 and 41 of proc(5)'s stat are the priority and the policy; they follow the name in parentheses.
            string[] fields = File.ReadAllText("/proc/thread-self/stat").Split(") ")[^1].Split(' ');
            Assert.Equal(("42", "1"), (fields[40 - 3], fields[41 - 3]));
            return 0;
        });

    [Fact]
    public void Without_the_right_the_error_names_the_capability_and_the_limit()
        => TestThread.Run("unprivileged", () =>
        {
            TestThread.DropRights();
            AssertNotAllowed(Assert.Throws<PciDeviceException>(() => ThreadScheduling.SetCurrentThreadFifo(7)), 7);
            return 0;
        });

    private static void AssertNotAllowed(PciDeviceException error, int priority)
    {
        Assert.Equal(("sched_setscheduler", "EPERM"), (error.Call, error.ErrnoName));
        Assert.Contains($"priority {priority}", error.Message, StringComparison.Ordinal);
        Assert.Contains("CAP_SYS_NICE", error.Message, StringComparison.Ordinal);
        Assert.Contains("rtprio", error.Remedy, StringComparison.Ordinal);
    }

    internal static int[] AllowedCpus()
    {
        string line = File.ReadLines("/proc/thread-self/status").First(line => line.StartsWith("Cpus_allowed_list:", StringComparison.Ordinal));
        return
        [
            .. line["Cpus_allowed_list:".Length..].Trim().Split(',').SelectMany(range =>
            {
                int[] ends = [.. range.Split('-').Select(end => int.Parse(end, System.Globalization.CultureInfo.InvariantCulture))];
                return Enumerable.Range(ends[0], ends[^1] - ends[0] + 1);
            }),
        ];
    }
}
