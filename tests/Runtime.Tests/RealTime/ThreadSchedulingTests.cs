using System.Runtime.InteropServices;

namespace TopHalf.Runtime.Tests.RealTime;

public sealed class ThreadSchedulingTests
{
    private const int NoSuchCpu = 100_000;
    private const int Nobody = 65534;

    [Fact]
    public void A_pinned_thread_may_run_on_its_cpu_only()
    {
        int[] allowed = AllowedCpus();

        foreach (int cpu in allowed)
        {
            int[] pinned = OnThread("pinned", () =>
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
        PciDeviceException error = OnThread(
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
        => OnThread("fifo", () =>
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
        => OnThread("unprivileged", () =>
        {
            DropRights();
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

    /// <summary>Takes root's rights from the calling thread alone: the bare system call, unlike the C library's function, leaves the
    /// other threads as they are.</summary>
    private static unsafe void DropRights()
    {
        Assert.SkipUnless(RealTimeLimit() == 0, "The limit of real-time priorities (ulimit -r) lets this user have one.");
        int setResUid = RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? 147 : 117;
        if (Environment.IsPrivilegedProcess)
        {
            Assert.Equal(0, Libc.Syscall(setResUid, Nobody, Nobody, (void*)Nobody));
        }
    }

    private static long RealTimeLimit()
    {
        string line = File.ReadLines("/proc/self/limits").First(line => line.StartsWith("Max realtime priority", StringComparison.Ordinal));
        string soft = line["Max realtime priority".Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries)[0];
        return long.TryParse(soft, System.Globalization.CultureInfo.InvariantCulture, out long limit) ? limit : long.MaxValue;
    }

    private static int[] AllowedCpus()
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

    /// <summary>A thread of its own for each, since what is set stays set.</summary>
    private static T OnThread<T>(string name, Func<T> body)
    {
        Task<T>? result = null;
        var thread = new Thread(() =>
        {
            result = new Task<T>(body);
            result.RunSynchronously(TaskScheduler.Default);
        })
        { Name = name };
        thread.Start();
        thread.Join();
        return result!.GetAwaiter().GetResult();
    }
}
