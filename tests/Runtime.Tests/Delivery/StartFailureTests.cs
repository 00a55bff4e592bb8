namespace TopHalf.Runtime.Tests.Delivery;

/// <summary>Every stage of the start fails once: a clear exception, nothing left behind, and the next start works.</summary>
public sealed class StartFailureTests
{
    private static readonly Step Unmask = new(StepRole.Enable, StepOperation.Write, RegisterType.Mmio32, 0, 0x24, 0xFF, 0x22);

    [Theory]
    [InlineData(SimulatedFault.ReadConfig)]
    [InlineData(SimulatedFault.WriteConfig)]
    [InlineData(SimulatedFault.EnableVectors)]
    [InlineData(SimulatedFault.WriteRegister)]
    public void A_failing_stage_leaves_nothing_behind(SimulatedFault stage)
    {
        using SimulatedDevice device = TestDevices.Create();
        Start(device).Dispose();
        int files = LifecycleTests.OpenFiles();
        for (int i = 0; i < 3; i++)
        {
            device.FailNext(stage, 5);
            var failure = Assert.Throws<PciDeviceException>(() => Start(device));
            Assert.Contains(stage.ToString(), failure.Message, StringComparison.Ordinal);
            Assert.Equal(5, failure.Errno);
        }

        Assert.Equal(files, LifecycleTests.OpenFiles());
        Assert.False(device.HasBusMaster());
        Start(device).Dispose();
    }

    [Fact]
    public void A_device_with_other_ids_is_refused()
    {
        using SimulatedDevice device = TestDevices.Create();
        var manifest = new DriverManifest("Tests.Other", 0x8086, 0, [new HandlerManifest("OnIt", [new VectorRange(0)], [Step.Handle("OnInterrupt")])], []);
        Refused(device, manifest, "Tests.Other is for 8086:any, but the device is 1af4:1110");
    }

    [Fact]
    public void Fewer_vectors_than_declared_are_refused()
    {
        using SimulatedDevice device = TestDevices.Create(vectors: 4);
        Refused(device, ScriptedDriver.Declare([new VectorRange(2, 3)], [Step.Handle("OnInterrupt")]), "declares vector 4, but the device offers only 4 (MsiX)");
        using SimulatedDevice none = TestDevices.Create(vectors: 0);
        Refused(none, ScriptedDriver.Declare([new VectorRange(0)], [Step.Handle("OnInterrupt")]), "neither MSI nor MSI-X");
    }

    [Theory]
    [InlineData(RegisterType.Mmio32, 1, 0x0u, "no such BAR")]
    [InlineData(RegisterType.Mmio32, 0, 0x1000u, "0x1000 (32 bits) lies outside BAR 0 of 4,096 bytes")]
    [InlineData(RegisterType.Mmio64, 0, 0xFFCu, "0xFFC (64 bits) lies outside BAR 0")]
    [InlineData(RegisterType.Port16, 0, 0x0u, "as Port16, but it holds memory")]
    [InlineData(RegisterType.Mmio8, 2, 0x0u, "as Mmio8, but it holds I/O ports")]
    public void A_register_that_the_device_does_not_have_is_refused(RegisterType type, byte bar, uint offset, string problem)
    {
        using SimulatedDevice device = TestDevices.Create();
        var pending = new Step(StepRole.Pending, StepOperation.TestAny, type, bar, offset, 1);
        Refused(device, ScriptedDriver.Declare([new VectorRange(0)], [pending, Step.Handle("OnInterrupt")]), problem);
        Refused(device, ScriptedDriver.Declare([new VectorRange(0)], [Step.Handle("OnInterrupt")], pending with { Operation = StepOperation.Write }), problem);
    }

    [Fact]
    public void Options_for_a_thread_that_no_vector_uses_are_refused()
    {
        using SimulatedDevice device = TestDevices.Create();
        var driver = new ScriptedDriver(static (in Interrupt _) => { }, new VectorRange(0), new VectorRange(1, 1, "rx"));
        var options = new InterruptOptions { Threads = { ["rxx"] = new() } };
        var refused = Assert.Throws<ArgumentException>(() => driver.Enable(device, options));
        Assert.Contains("thread 'rxx', but Tests.ScriptedDriver names only 'rx'", refused.Message, StringComparison.Ordinal);
        driver.Enable(device, new InterruptOptions { Threads = { ["rx"] = new() } }).Dispose();
    }

    [Fact]
    public void Options_that_no_thread_can_have_are_refused()
    {
        using SimulatedDevice device = TestDevices.Create();
        var driver = new ScriptedDriver(static (in Interrupt _) => { }, new VectorRange(1, 1, "rx"));
        Refused(new InterruptOptions { Cpu = -1 }, "The options have Cpu = -1");
        Refused(new InterruptOptions { RealTimePriority = 100 }, "RealTimePriority = 100; SCHED_FIFO has 1 to 99");
        Refused(new InterruptOptions { Threads = { ["rx"] = new() { Cpu = -2 } } }, "thread 'rx' have Cpu = -2");
        Refused(new InterruptOptions { Threads = { ["rx"] = null! } }, "thread 'rx' are null");

        void Refused(InterruptOptions options, string problem)
            => Assert.Contains(problem, Assert.Throws<ArgumentException>(() => driver.Enable(device, options)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_option_that_the_machine_refuses_is_thrown_at_the_caller()
    {
        using SimulatedDevice device = TestDevices.Create();
        int files = LifecycleTests.OpenFiles();
        var refused = Assert.Throws<PciDeviceException>(
            () => new ScriptedDriver(static (in Interrupt _) => { }, new VectorRange(0)).Enable(device, new InterruptOptions { Cpu = 4000 }));
        Assert.Contains("test device: sched_setaffinity failed", refused.Message, StringComparison.Ordinal);
        Assert.Contains("4000", refused.Message, StringComparison.Ordinal);
        Assert.Equal(files, LifecycleTests.OpenFiles());
        Start(device).Dispose();
    }

    private static void Refused(SimulatedDevice device, DriverManifest manifest, string problem)
    {
        var refused = Assert.Throws<PciDeviceException>(() => new ScriptedDriver(manifest, static (in Interrupt _) => { }).Enable(device, null));
        Assert.Contains("test device", refused.Message, StringComparison.Ordinal);
        Assert.Contains(problem, refused.Message, StringComparison.Ordinal);
        Assert.False(device.HasBusMaster());
    }

    private static InterruptBinding Start(SimulatedDevice device)
        => new ScriptedDriver(
            ScriptedDriver.Declare([new VectorRange(0), new VectorRange(1, 2, "rx")], [Step.Handle("OnInterrupt"), Unmask]),
            static (in Interrupt _) => { }).Enable(device, null);
}
