namespace TopHalf.Runtime.Tests.Delivery;

/// <summary>A handler that throws, a device that goes away: masked, stopped, released, told.</summary>
public sealed class FaultTests
{
    private static readonly Step Mask = new(StepRole.Disable, StepOperation.Write, RegisterType.Mmio32, 0, 0x20, 0xFF, 0x11);
    private static readonly Step Quiet = new(StepRole.Release, StepOperation.Write, RegisterType.Mmio32, 0, 0x28, 0xFF, 0x33);

    [Theory]
    [InlineData(Way.EventFds)]
    [InlineData(Way.InProcess)]
    [InlineData(Way.TopHalf)]
    [InlineData(Way.Spin)]
    [InlineData(Way.Adaptive)]
    [InlineData(Way.Software)]
    [InlineData(Way.SoftwareSpin)]
    [InlineData(Way.SoftwareAdaptive)]
    [InlineData(Way.Bridged)]
    [InlineData(Way.UserInterrupts)]
    [InlineData(Way.AdaptiveTopHalf)]
    public async Task A_throwing_handler_masks_its_source_releases_and_faults_the_binding(Way way)
    {
        using SimulatedDevice device = TestDevices.Create(way: way);
        using InterruptBinding binding = Throwing(new VectorRange(2)).Enable(device, way.Options());
        using RegisterTrace trace = device.StartTrace();
        device.Raise(2);
        var fault = await Assert.ThrowsAsync<InterruptHandlerException>(() => binding.Completion.WaitAsync(TestDevices.Patience));
        Assert.Equal(("test device", "OnInterrupt", 2), (fault.Device, fault.Handler, fault.Vector));
        Assert.Equal("planted", Assert.IsType<NotSupportedException>(fault.InnerException).Message);
        Assert.Equal(
            "test device: handler OnInterrupt of Tests.ScriptedDriver threw NotSupportedException at vector 2; the driver's interrupts are " +
            "stopped and the device is released. planted",
            fault.Message);

        // Before the handler, because it threw, and at the end; then the release.
        Assert.Equal([0x20ul, 0x20ul, 0x20ul, 0x28ul], trace.Select(a => a.Offset));
        Assert.False(device.HasBusMaster());
        device.SetBusMaster(on: true);
        Assert.False(device.Raise(2));
        binding.Dispose(); // the end is over, so this does nothing
        Assert.Equal(4, trace.Count);
    }

    [Fact]
    public async Task A_fault_stops_the_other_threads_of_the_binding()
    {
        using SimulatedDevice device = TestDevices.Create();
        using InterruptBinding binding = Throwing(new VectorRange(0), new VectorRange(1, 1, "rx"), new VectorRange(2, 2, "tx")).Enable(device, null);
        device.Raise(1);
        await Assert.ThrowsAsync<InterruptHandlerException>(() => binding.Completion.WaitAsync(TestDevices.Patience));
        Assert.Equal(1, binding.Statistics.Signals);
    }

    [Fact]
    public async Task Another_drivers_interrupts_go_on()
    {
        using SimulatedDevice device = TestDevices.Create();
        using SimulatedDevice other = TestDevices.Create();
        using var handled = new ManualResetEvent(false);
        using InterruptBinding healthy = new ScriptedDriver((in Interrupt _) => handled.Set(), new VectorRange(0)).Enable(other, null);
        using InterruptBinding binding = Throwing(new VectorRange(0)).Enable(device, null);
        device.Raise(0);
        await Assert.ThrowsAsync<InterruptHandlerException>(() => binding.Completion.WaitAsync(TestDevices.Patience));
        other.Raise(0);
        handled.MustCome();
        Assert.False(healthy.Completion.IsCompleted);
    }

    [Fact]
    public void Handlers_that_throw_on_two_threads_at_once_are_both_reported()
    {
        using SimulatedDevice device = TestDevices.Create();
        using var both = new Barrier(2);
        var driver = new ScriptedDriver(
            (in Interrupt irq) =>
            {
                Assert.True(both.SignalAndWait(TestDevices.Patience));
                throw new NotSupportedException($"planted {irq.Vector}");
            },
            new VectorRange(0), new VectorRange(1, 1, "rx"));
        using InterruptBinding binding = driver.Enable(device, null);
        device.Raise(0);
        device.Raise(1);
        binding.Completion.MustEnd();
        Assert.Equal([0, 1], binding.Completion.Exception!.InnerExceptions.Cast<InterruptHandlerException>().Select(e => e.Vector).Order());
    }

    [Fact]
    public void What_fails_on_the_way_down_is_reported_and_the_rest_is_done()
    {
        using SimulatedDevice device = TestDevices.Create();
        InterruptBinding binding = Throwing(new VectorRange(0)).Enable(device, null);
        using RegisterTrace trace = device.StartTrace();
        device.FailNext(SimulatedFault.WriteRegister, 5);
        device.FailNext(SimulatedFault.DisableVectors, 16);
        binding.Dispose();
        Assert.Equal([0x28ul], trace.Select(a => a.Offset)); // the mask failed, the release was done
        Assert.Equal(2, binding.Completion.Exception!.InnerExceptions.Count);
        Assert.All(binding.Completion.Exception.InnerExceptions, e => Assert.IsType<PciDeviceException>(e));
        Assert.False(device.HasBusMaster());
    }

    [Fact]
    public async Task The_handlers_exception_is_the_one_that_is_awaited_also_when_its_mask_fails()
    {
        using SimulatedDevice device = TestDevices.Create();
        DriverManifest manifest = ScriptedDriver.Declare([new VectorRange(0)], [Step.Handle("OnInterrupt"), Mask]);
        var driver = new ScriptedDriver(manifest, (in Interrupt _) =>
        {
            device.FailNext(SimulatedFault.WriteRegister, 5);
            throw new NotSupportedException("planted");
        });
        using InterruptBinding binding = driver.Enable(device, null);
        device.Raise(0);
        await Assert.ThrowsAsync<InterruptHandlerException>(() => binding.Completion.WaitAsync(TestDevices.Patience));
        Assert.Contains(binding.Completion.Exception!.InnerExceptions, e => e is PciDeviceException { Errno: 5 });
        Assert.Equal(1, binding.Statistics.Handled);
    }

    [Fact]
    public void A_device_that_is_gone_is_told_from_one_whose_status_is_all_ones()
    {
        using SimulatedDevice device = TestDevices.Create();
        using var receiver = new EventFdReceiver(device, new BindingPlan("", [0], new InterruptOptions()));
        receiver.ConfirmPresent();
        device.FailNext(SimulatedFault.ReadConfig, 19);
        Assert.IsType<PciDeviceException>(Assert.Throws<DeviceGoneException>(receiver.ConfirmPresent).InnerException);
        device.Remove();
        Assert.Equal("test device", Assert.Throws<DeviceGoneException>(receiver.ConfirmPresent).Device);
    }

    private static ScriptedDriver Throwing(params VectorRange[] vectors)
        => new(
            ScriptedDriver.Declare(vectors, [Mask, Step.Handle("OnInterrupt")], Quiet),
            static (in Interrupt _) => throw new NotSupportedException("planted"));
}
