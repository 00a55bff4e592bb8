using TopHalf.Runtime.Tests.Delivery;

namespace TopHalf.Runtime.Tests.RealTime;

/// <summary>The kernel's side of interrupts, on files of a fake machine; the virtual machine's tests have the kernel's own.</summary>
public sealed class LineSettingsTests : IDisposable
{
    private const int NoSuchCpu = 100_000;

    private readonly FakeLines _machine = new();

    public void Dispose() => _machine.Dispose();

    [Fact]
    public void Lines_go_where_the_options_of_their_thread_say_and_back_again()
    {
        using (_machine.Bind(new InterruptOptions { IrqCpu = 1, Threads = { ["rx"] = new() { IrqCpu = 2 } } }))
        {
            Assert.Equal(("1", "2", "2", "3"), (_machine.Affinity(24), _machine.Affinity(25), _machine.Affinity(26), _machine.Affinity(30)));
        }

        Assert.Equal(("3", "3", "3"), (_machine.Affinity(24), _machine.Affinity(25), _machine.Affinity(26)));
    }

    [Fact]
    public void A_line_that_is_not_shown_ends_the_start_and_what_was_moved_goes_back()
    {
        string[] lines = File.ReadAllLines(_machine.Paths.Interrupts);
        File.WriteAllLines(_machine.Paths.Interrupts, lines.Where(static line => !line.Contains("vfio-msix[2]", StringComparison.Ordinal)));
        var refused = Assert.Throws<PciDeviceException>(() => _machine.Bind(new InterruptOptions { IrqCpu = 1 }));
        Assert.Contains("find the interrupt line of vector 2 failed: ENOENT", refused.Message, StringComparison.Ordinal);
        Assert.Equal(("3", "3", -1), (_machine.Affinity(24), _machine.Affinity(25), _machine.Fake.EnabledIndex));
        Assert.False(_machine.Device.HasBusMaster());
    }

    [Fact]
    public void At_best_effort_the_other_lines_are_moved_and_the_one_is_a_warning()
    {
        File.Delete(_machine.Paths.IrqAffinity(25));
        var options = new InterruptOptions { IrqCpu = 1, Enforcement = OptionEnforcement.BestEffort };
        using InterruptBinding interrupts = _machine.Bind(options);
        Assert.Equal(("1", "1"), (_machine.Affinity(24), _machine.Affinity(26)));
        InterruptWarning warning = Assert.Single(interrupts.Warnings);
        Assert.Equal(("IrqCpu", "rx"), (warning.Option, warning.Thread));
        Assert.Contains("smp_affinity_list failed: ENOENT", warning.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_processor_that_is_not_there_is_refused_by_the_kernel()
    {
        // The kernel's own file of some line: what it refuses, it leaves as it is.
        string? real = Directory.Exists("/proc/irq")
            ? Directory.GetFiles("/proc/irq", "smp_affinity_list", new EnumerationOptions { RecurseSubdirectories = true }).FirstOrDefault()
            : null;
        Assert.SkipUnless(real is not null && Environment.IsPrivilegedProcess, "Moving an interrupt takes root's rights, and a /proc/irq.");
        File.Delete(_machine.Paths.IrqAffinity(24));
        File.CreateSymbolicLink(_machine.Paths.IrqAffinity(24), real!);
        var refused = Assert.Throws<PciDeviceException>(() => _machine.Bind(new InterruptOptions { IrqCpu = NoSuchCpu }));
        Assert.Contains(refused.Errno, (int[])[Errno.EINVAL, Errno.ERANGE]);
        Assert.Contains($"cannot go to CPU {NoSuchCpu}", refused.Message, StringComparison.Ordinal);
        Assert.Contains("cpu/online", refused.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_processor_without_a_free_vector_is_named()
    {
        File.Delete(_machine.Paths.IrqAffinity(24));
        File.CreateSymbolicLink(_machine.Paths.IrqAffinity(24), "/dev/full"); // answers every write with ENOSPC
        var refused = Assert.Throws<PciDeviceException>(() => _machine.Bind(new InterruptOptions { IrqCpu = 1 }));
        Assert.Equal("ENOSPC", refused.ErrnoName);
        Assert.Contains("no free interrupt vector", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_user_may_not_move_a_line_and_reads_how()
    {
        var affinity = new IrqAffinity(_machine.Paths, _machine.Device.Name, new InterruptLine(24, "vfio-msix[0](bdf)"));
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "The other user is made of root.");
        PciDeviceException refused = TestThread.Refused("unprivileged", () =>
        {
            TestThread.DropRights();
            affinity.Set(1);
        });
        Assert.Equal("EACCES", refused.ErrnoName);
        Assert.Contains($"echo 1 | sudo tee {_machine.Paths.IrqAffinity(24)}", refused.Remedy, StringComparison.Ordinal);
        Assert.Equal("3", _machine.Affinity(24));
    }

    [Fact]
    public void The_threads_of_the_lines_have_the_priority_and_get_their_own_back()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "A real-time priority takes a right (CAP_SYS_NICE), which root has.");
        int own = _machine.AddThread("irq/24-vfio-msi"); // cut at 15 characters, as kernels before 5.17 show it
        int first = _machine.AddThread("irq/25-vfio-msix[1](0000:00:05.0)");
        int second = _machine.AddThread("irq/26-vfio-msi");
        int other = _machine.AddThread("irq/30-vfio-msi");
        int[] all = [own, first, second, other];
        var options = new InterruptOptions { IrqThreadPriority = 7, Threads = { ["rx"] = new() { IrqThreadPriority = 9 } } };
        using (_machine.Bind(options))
        {
            Assert.Equal([7, 9, 9, 0], all.Select(SystemCall.GetPriority));
            Assert.Equal([1, 1, 1, 0], all.Select(SystemCall.GetScheduler));
        }

        Assert.Equal([0, 0, 0, 0], all.Select(SystemCall.GetScheduler));
    }

    [Fact]
    public void A_thread_whose_number_is_anothers_by_the_end_is_left_alone()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "A real-time priority takes a right (CAP_SYS_NICE), which root has.");
        int thread = _machine.AddThread("irq/24-vfio-msi");
        var settings = new LineSettings(_machine.Device.Lines, "", new OptionWarnings());
        settings.Apply(new BindingPlan("", [0], new InterruptThreadOptions { IrqThreadPriority = 7 }));
        _machine.Show(thread, "irq/24-nvme0q1");
        settings.Dispose();
        Assert.Equal(7, SystemCall.GetPriority(thread));
    }

    [Theory]
    [InlineData("irq/24-s-vfio-m", null)] // the second handler of a line has a thread too
    [InlineData("irq/2-vfio-msi", null)]
    [InlineData("irq/24-vfio-msi", "4194304")] // a program that calls itself so
    public void A_kernel_without_a_thread_for_the_line_is_said_to_have_none(string name, string? flags)
    {
        _ = flags is null ? _machine.AddThread(name) : _machine.AddThread(name, flags);
        var refused = Assert.Throws<PciDeviceException>(() => _machine.Bind(new InterruptOptions { IrqThreadPriority = 7 }));
        Assert.Contains("find the thread of the interrupt line 24 failed. The kernel handles vfio-msix[0](0000:00:05.0) in no thread", refused.Message, StringComparison.Ordinal);
        Assert.Contains("threadirqs", refused.Remedy, StringComparison.Ordinal);
        Assert.Equal(-1, _machine.Fake.EnabledIndex);
    }

    [Fact]
    public void Without_the_right_to_the_kernels_threads_the_error_names_the_capability()
    {
        int thread = _machine.AddThread("irq/24-vfio-msi");
        IrqThreads threads = IrqThreads.Read(_machine.Paths.Proc);
        PciDeviceException refused = TestThread.Refused("unprivileged", () =>
        {
            TestThread.DropRights();
            threads.Raise("edu", new InterruptLine(24, "vfio-msix[0](bdf)"), 70);
        });
        Assert.Equal(("sched_setscheduler", "EPERM"), (refused.Call, refused.ErrnoName));
        Assert.Contains("CAP_SYS_NICE", refused.Message, StringComparison.Ordinal);
        Assert.Contains($"chrt -f -p 70 {thread}", refused.Remedy, StringComparison.Ordinal);
    }
}
