using TopHalf.Samples.Edu;

namespace TopHalf.Samples.Tests.Edu;

/// <summary>The Edu driver on the simulated device.</summary>
public sealed class EduDriverTests
{
    [Fact]
    public void Every_factorial_is_one_interrupt_and_right()
    {
        using var device = new SimulatedEdu();
        var driver = new EduDriver(device);
        using InterruptBinding interrupts = driver.EnableInterrupts(device);
        uint product = 1;
        for (uint n = 1; n <= 12; n++)
        {
            product *= n;
            Assert.Equal(product, driver.Factorial(n));
        }

        interrupts.Dispose();
        VectorStatistics vector = Assert.Single(interrupts.Statistics.Vectors);
        Assert.Equal(new VectorStatistics(0, "OnFactorialDone", Signals: 12, Handled: 12, Spurious: 0), vector);
    }

    [Fact]
    public void An_interrupt_is_tested_acknowledged_with_what_was_seen_and_then_handled()
    {
        using var device = new SimulatedEdu();
        var driver = new EduDriver(device);
        using InterruptBinding interrupts = driver.EnableInterrupts(device);
        using RegisterTrace trace = device.StartTrace();
        driver.Factorial(5);
        Assert.Equal(
            ["write32 0:0x20 = 0x00000080", "write32 0:0x08 = 0x00000005", "read32 0:0x24 = 0x00000001", "write32 0:0x64 = 0x00000001", "read32 0:0x08 = 0x00000078"],
            trace.Select(access => access.ToString()));
    }

    [Fact]
    public void A_raise_without_a_status_is_spurious()
    {
        using var device = new SimulatedEdu();
        var driver = new EduDriver(device);
        using InterruptBinding interrupts = driver.EnableInterrupts(device);
        device.TriggerVector(0);
        driver.Factorial(3);
        Assert.True(SpinWait.SpinUntil(() => interrupts.Statistics.Signals == 2, TimeSpan.FromSeconds(30)));
        Assert.Equal(1, interrupts.Statistics.Spurious + interrupts.Statistics.Coalesced);
    }

    [Fact]
    public void The_release_stops_the_device_from_interrupting()
    {
        using var device = new SimulatedEdu();
        var driver = new EduDriver(device);
        driver.EnableInterrupts(device).Dispose();
        Assert.Equal(0u, device.GetBar(0).Read32(0x20));
        Assert.Throws<PciDeviceException>(() => device.TriggerVector(0));
    }

    [Fact]
    public void The_manifest_says_what_was_declared()
    {
        DriverManifest manifest = EduDriver.Manifest;
        Assert.Equal(("TopHalf.Samples.Edu.EduDriver", 0x1234, 0x11E8), (manifest.Driver, manifest.VendorId, manifest.DeviceId));
        HandlerManifest handler = Assert.Single(manifest.Handlers.ToArray());
        Assert.Equal("OnFactorialDone", handler.Name);
        Assert.Equal([new VectorRange(0)], handler.Vectors.ToArray());
        Assert.Equal([StepOperation.TestAny, StepOperation.Echo, StepOperation.Handle], handler.Program.ToArray().Select(s => s.Operation));
        Assert.Equal(
            [new Step(StepRole.Release, StepOperation.Write, RegisterType.Mmio32, 0, 0x20, 0x80, 0)],
            manifest.Release.ToArray());
    }
}
