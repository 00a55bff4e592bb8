namespace TopHalf.Generator.Tests.Running;

/// <summary>What the kernel tells of a bound device: it is asked for, or it has failed.</summary>
public sealed class DeviceEventTests
{
    private const string Handlers = """
        [MsiVector(0)] void OnDone(in Interrupt irq) { }
        [DeviceRequest] void OnRequest() => Log.Add("OnRequest", Interrupt.Create());
        [DeviceError] static void OnError() => Log.Add("OnError", Interrupt.Create());
        """;

    [Theory]
    [InlineData("[MsiVector(0)] void OnDone(in Interrupt irq) { }", 0)]
    [InlineData(Handlers, 1)]
    public void A_request_ends_the_binding_and_closes_the_device(string members, int calls)
    {
        var driver = new LoadedDriver(DriverSource.Class("[IrqRelease(RegisterType.Mmio32, 0, 0x20, 0xFF)]", members));
        using SimulatedDevice device = Oracle.NewDevice();
        InterruptBinding binding = driver.Enable(device);
        Assert.True(device.RequestRelease());

        Assert.True(binding.Completion.Wait(LoadedDriver.Deadline));
        Assert.True(binding.Completion.IsCompletedSuccessfully);
        Assert.Equal(0xFFu, device.Peek(0, 0x20, 4));
        Assert.True(SpinWait.SpinUntil(() => IsClosed(device), LoadedDriver.Deadline));
        Assert.Equal(calls, driver.TakeLog().Count(static line => line.StartsWith("OnRequest", StringComparison.Ordinal)));
        Assert.False(device.RequestRelease());
    }

    [Theory]
    [InlineData("[MsiVector(0)] void OnDone(in Interrupt irq) { }", 0)]
    [InlineData(Handlers, 1)]
    public async Task An_error_faults_the_binding(string members, int calls)
    {
        var driver = new LoadedDriver(DriverSource.Class("", members));
        using SimulatedDevice device = Oracle.NewDevice();
        InterruptBinding binding = driver.Enable(device);
        Assert.True(device.ReportError());

        DeviceErrorException e = await Assert.ThrowsAsync<DeviceErrorException>(() => binding.Completion.WaitAsync(LoadedDriver.Deadline));
        Assert.Contains("uncorrectable error", e.Message, StringComparison.Ordinal);
        Assert.Equal(calls, driver.TakeLog().Count(static line => line.StartsWith("OnError", StringComparison.Ordinal)));
        Assert.False(IsClosed(device));
    }

    [Fact]
    public void A_request_while_the_binding_is_disposed_is_no_deadlock()
    {
        var driver = new LoadedDriver(DriverSource.Class("", Handlers));
        for (int i = 0; i < 50; i++)
        {
            using SimulatedDevice device = Oracle.NewDevice();
            InterruptBinding binding = driver.Enable(device);
            Task<bool> request = Task.Run(device.RequestRelease);
            binding.Dispose();
            Assert.True(request.Wait(LoadedDriver.Deadline));
            Assert.True(binding.Completion.IsCompletedSuccessfully);
        }
    }

    private static bool IsClosed(SimulatedDevice device)
    {
        try
        {
            _ = device.GetBar(0);
            return false;
        }
        catch (ObjectDisposedException)
        {
            return true;
        }
    }
}
