using TopHalf.Runtime.Tests.Delivery;

namespace TopHalf.Runtime.Tests.RealTime;

/// <summary>What cannot be had is an error where it is required, and a warning at best effort.</summary>
public sealed class EnforcementTests
{
    private const int NoSuchCpu = 4000;

    public static TheoryData<string, string> Impossible => new()
    {
        { nameof(InterruptThreadOptions.Cpu), "sched_setaffinity failed: EINVAL" },
        { nameof(InterruptThreadOptions.StackPrefault), "touching the stack failed" },
        { nameof(InterruptThreadOptions.IrqCpu), "are no interrupts of the kernel's" },
        { nameof(InterruptThreadOptions.IrqThreadPriority), "are no interrupts of the kernel's" },
    };

    [Theory]
    [MemberData(nameof(Impossible))]
    public void An_option_that_is_required_ends_the_start(string option, string problem)
    {
        using SimulatedDevice device = TestDevices.Create();
        int files = LifecycleTests.OpenFiles();
        InterruptThreadOptions rx = Ask(option);
        var refused = Assert.Throws<PciDeviceException>(() => Bind(device, new InterruptOptions { Threads = { ["rx"] = rx } }));
        Assert.StartsWith("test device: ", refused.Message, StringComparison.Ordinal);
        Assert.Contains(problem, refused.Message, StringComparison.Ordinal);
        Assert.NotEmpty(refused.Remedy);
        Assert.Equal(files, LifecycleTests.OpenFiles());
        Assert.False(device.HasBusMaster());
        Bind(device, null).Dispose();
    }

    [Theory]
    [MemberData(nameof(Impossible))]
    public void At_best_effort_it_is_a_warning_of_its_thread_and_interrupts_arrive(string option, string problem)
    {
        using SimulatedDevice device = TestDevices.Create();
        InterruptThreadOptions rx = Ask(option);
        rx.Enforcement = OptionEnforcement.BestEffort;
        List<InterruptWarning> told = [];
        using InterruptBinding interrupts = Bind(device, new InterruptOptions { OnWarning = told.Add, Threads = { ["rx"] = rx } });
        InterruptWarning warning = Assert.Single(interrupts.Warnings);
        Assert.Equal((option, "rx"), (warning.Option, warning.Thread));
        Assert.Contains(problem, warning.Reason, StringComparison.Ordinal);
        Assert.NotEmpty(warning.Remedy);
        Assert.StartsWith($"{option} of thread 'rx' is not in force: ", warning.ToString(), StringComparison.Ordinal);
        Assert.Equal([warning], told);
        Assert.True(device.Raise(1));
        Assert.True(SpinWait.SpinUntil(() => interrupts.Statistics.Handled == 1, TestDevices.Patience));
    }

    [Fact]
    public void Options_in_force_give_no_warning()
    {
        using SimulatedDevice device = TestDevices.Create();
        var options = new InterruptOptions { Enforcement = OptionEnforcement.BestEffort, Cpu = 0, StackPrefault = 4096, TimerSlack = TimeSpan.FromTicks(1) };
        using InterruptBinding interrupts = Bind(device, options);
        Assert.Empty(interrupts.Warnings);
    }

    [Fact]
    public void Each_thread_has_its_own_warnings()
    {
        using SimulatedDevice device = TestDevices.Create();
        InterruptThreadOptions rx = InterruptThreadOptions.RealTime(cpu: 0, priority: 1);
        (rx.RealTimePriority, rx.Cpu) = (null, NoSuchCpu);
        using InterruptBinding interrupts = Bind(
            device, new InterruptOptions { IrqCpu = 0, Enforcement = OptionEnforcement.BestEffort, Threads = { ["rx"] = rx } });
        Assert.Equal(
            [("IrqCpu", ""), ("Cpu", "rx"), ("IrqCpu", "rx"), ("IrqThreadPriority", "rx")],
            interrupts.Warnings.Select(static w => (w.Option, w.Thread)).OrderBy(static w => w.Thread).ThenBy(static w => w.Option, StringComparer.Ordinal));
    }

    [Fact]
    public void A_listener_that_throws_ends_the_start()
    {
        using SimulatedDevice device = TestDevices.Create();
        var options = new InterruptOptions
        {
            IrqCpu = 0,
            Enforcement = OptionEnforcement.BestEffort,
            OnWarning = static _ => throw new NotSupportedException("planted"),
        };
        Assert.Throws<NotSupportedException>(() => Bind(device, options));
        Assert.False(device.HasBusMaster());
        Bind(device, null).Dispose();
    }

    [Fact]
    public void Where_the_caller_serves_the_listener_is_told_before_the_first_interrupt()
    {
        using SimulatedDevice device = TestDevices.Create();
        using var cancellation = new CancellationTokenSource();
        List<InterruptWarning> told = [];
        int toldByThen = -1;
        var driver = new ScriptedDriver(
            (in Interrupt _) =>
            {
                toldByThen = told.Count;
                cancellation.Cancel();
            },
            new VectorRange(0));
        var options = new InterruptOptions { Cpu = NoSuchCpu, Enforcement = OptionEnforcement.BestEffort, OnWarning = told.Add };
        Task run = Task.Factory.StartNew(() => driver.Run(device, options, cancellation.Token), TaskCreationOptions.LongRunning);
        Assert.True(SpinWait.SpinUntil(() => device.Raise(0), TestDevices.Patience));
        run.MustEnd();
        Assert.Equal(("Cpu", "", 1), (Assert.Single(told).Option, told[0].Thread, toldByThen));
    }

    [Fact]
    public void RealTime_asks_for_everything_at_best_effort()
    {
        foreach (InterruptThreadOptions options in (InterruptThreadOptions[])[InterruptThreadOptions.RealTime(2, 97), InterruptOptions.RealTime(2, 97)])
        {
            Assert.Equal((2, 97, 2, 99), (options.Cpu, options.RealTimePriority, options.IrqCpu, options.IrqThreadPriority));
            Assert.Equal((OptionEnforcement.BestEffort, true, true), (options.Enforcement, options.TimerSlack > TimeSpan.Zero, options.StackPrefault > 0));
        }

        Assert.True(InterruptOptions.RealTime(0, 1).LockMemory);
        Assert.Throws<ArgumentOutOfRangeException>(static () => InterruptOptions.RealTime(-1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(static () => InterruptOptions.RealTime(0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(static () => InterruptThreadOptions.RealTime(0, 98));
    }

    [Fact]
    public void What_no_machine_can_do_is_an_argument_error_at_best_effort_too()
    {
        using SimulatedDevice device = TestDevices.Create();
        Refused(static o => o.TimerSlack = TimeSpan.Zero, "The options have TimerSlack = 00:00:00");
        Refused(static o => o.StackPrefault = 0, "StackPrefault = 0");
        Refused(static o => o.IrqCpu = -1, "IrqCpu = -1; processors count from 0");
        Refused(static o => o.IrqThreadPriority = 100, "IrqThreadPriority = 100; SCHED_FIFO has 1 to 99");
        Refused(static o => o.Enforcement = (OptionEnforcement)2, "Enforcement = 2");

        void Refused(Action<InterruptOptions> spoil, string problem)
        {
            var options = new InterruptOptions { Enforcement = OptionEnforcement.BestEffort };
            spoil(options);
            Assert.Contains(problem, Assert.Throws<ArgumentException>(() => Bind(device, options)).Message, StringComparison.Ordinal);
        }
    }

    private static InterruptThreadOptions Ask(string option) => option switch
    {
        nameof(InterruptThreadOptions.Cpu) => new() { Cpu = NoSuchCpu },
        nameof(InterruptThreadOptions.StackPrefault) => new() { StackPrefault = int.MaxValue },
        nameof(InterruptThreadOptions.IrqCpu) => new() { IrqCpu = 0 },
        _ => new() { IrqThreadPriority = 60 },
    };

    private static InterruptBinding Bind(SimulatedDevice device, InterruptOptions? options)
        => new ScriptedDriver(static (in Interrupt _) => { }, new VectorRange(0), new VectorRange(1, 2, "rx")).Enable(device, options);
}
