namespace TopHalf.Runtime.Tests.Delivery;

/// <summary>RunInterrupts: the default thread's vectors on the caller's thread.</summary>
public sealed class RunOnCallerTests
{
    [Theory]
    [InlineData(1, Way.EventFds)]
    [InlineData(1, Way.InProcess)]
    [InlineData(1, Way.TopHalf)]
    [InlineData(1, Way.Spin)]
    [InlineData(1, Way.Adaptive)]
    [InlineData(1, Way.AdaptiveTopHalf)]
    [InlineData(3, Way.EventFds)]
    [InlineData(3, Way.InProcess)]
    [InlineData(3, Way.TopHalf)]
    [InlineData(3, Way.Spin)]
    [InlineData(3, Way.Adaptive)]
    [InlineData(3, Way.AdaptiveTopHalf)]
    public void Handlers_run_on_the_callers_thread_until_cancelled(int vectors, Way way)
    {
        using SimulatedDevice device = TestDevices.Create(way: way);
        using var cancellation = new CancellationTokenSource();
        int thread = 0;
        var driver = new ScriptedDriver(
            (in Interrupt _) =>
            {
                thread = Environment.CurrentManagedThreadId;
                cancellation.Cancel();
            },
            new VectorRange(0, vectors));
        int runner = 0;
        Task run = Task.Run(() =>
        {
            runner = Environment.CurrentManagedThreadId;
            driver.Run(device, way.Options(), cancellation.Token);
        });
        Assert.True(SpinWait.SpinUntil(() => device.Raise(0), TestDevices.Patience));
        run.MustEnd();
        Assert.True(run.IsCompletedSuccessfully);
        Assert.Equal(runner, thread);
        Assert.False(device.HasBusMaster());
    }

    [Fact]
    public void A_cancelled_token_binds_nothing()
    {
        using SimulatedDevice device = TestDevices.Create();
        using RegisterTrace trace = device.StartTrace();
        Driver(static (in Interrupt _) => { }).Run(device, null, new CancellationToken(canceled: true));
        Assert.Empty(trace);
    }

    [Fact]
    public void A_handlers_exception_arrives_at_the_caller()
    {
        using SimulatedDevice device = TestDevices.Create();
        Task run = Task.Run(() => Driver(static (in Interrupt _) => throw new NotSupportedException("planted")).Run(device, null, default));
        Assert.True(SpinWait.SpinUntil(() => device.Raise(0), TestDevices.Patience));
        run.MustEnd();
        Assert.IsType<NotSupportedException>(Assert.IsType<InterruptHandlerException>(run.Exception!.InnerException).InnerException);
        Assert.False(device.HasBusMaster());
    }

    [Fact]
    public void Named_threads_run_beside_the_caller_who_only_waits_where_all_are_named()
    {
        using SimulatedDevice device = TestDevices.Create();
        using var cancellation = new CancellationTokenSource();
        using var handled = new ManualResetEvent(false);
        var driver = new ScriptedDriver((in Interrupt _) => handled.Set(), new VectorRange(0, 2, "rx"));
        Task run = Task.Run(() => driver.Run(device, null, cancellation.Token));
        Assert.True(SpinWait.SpinUntil(() => device.Raise(1), TestDevices.Patience));
        handled.MustCome();
        Assert.False(run.IsCompleted);
        cancellation.Cancel();
        run.MustEnd();
        Assert.True(run.IsCompletedSuccessfully);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_callers_thread_is_scheduled_as_before_when_the_run_is_over(bool startFails)
    {
        using SimulatedDevice device = TestDevices.Create();
        using var cancellation = new CancellationTokenSource();
        string during = "";
        ScriptedDriver driver = Driver((in Interrupt _) =>
        {
            during = AllowedCpus();
            cancellation.Cancel();
        });
        (string Before, string After) caller = default;
        if (startFails)
        {
            device.FailNext(SimulatedFault.EnableVectors, 5);
        }

        Task run = Task.Factory.StartNew(
            () =>
            {
                caller.Before = AllowedCpus();
                Exception? failure = Record.Exception(() => driver.Run(device, new InterruptOptions { Cpu = 0 }, cancellation.Token));
                Assert.Equal(startFails, failure is PciDeviceException);
                caller.After = AllowedCpus();
            },
            TaskCreationOptions.LongRunning);
        Assert.True(startFails || SpinWait.SpinUntil(() => device.Raise(0), TestDevices.Patience));
        run.MustEnd();
        Assert.True(run.IsCompletedSuccessfully, run.Exception?.ToString());
        Assert.Equal(caller.Before, caller.After);
        Assert.Equal(startFails ? "" : "0", during);
    }

    private static string AllowedCpus()
        => File.ReadLines("/proc/thread-self/status").First(line => line.StartsWith("Cpus_allowed_list:", StringComparison.Ordinal)).Split(':')[1].Trim();

    [Fact]
    public void Disposing_the_device_ends_the_run()
    {
        SimulatedDevice device = TestDevices.Create();
        Task run = Task.Run(() => Driver(static (in Interrupt _) => { }).Run(device, null, default));
        Assert.True(SpinWait.SpinUntil(() => device.Raise(0), TestDevices.Patience));
        device.Dispose();
        run.MustEnd();
        Assert.True(run.IsCompletedSuccessfully);
    }

    private static ScriptedDriver Driver(ScriptedHandler handler) => new(handler, new VectorRange(0), new VectorRange(1, 1, "rx"));
}
