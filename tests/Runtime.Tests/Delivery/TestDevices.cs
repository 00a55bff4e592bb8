namespace TopHalf.Runtime.Tests.Delivery;

/// <summary>Simulated devices for the delivery tests, and waiting for what they cause.</summary>
internal static class TestDevices
{
    /// <summary>How long a test waits for an event before it says that the event did not come.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static SimulatedDevice Create(int vectors = 8, Way way = Way.EventFds)
    {
        var device = new SimulatedDevice(new SimulatedDeviceOptions
        {
            Name = "test device",
            VendorId = 0x1AF4,
            DeviceId = 0x1110,
            Bars = { [0] = new SimulatedBar(0x1000), [2] = new SimulatedBar(0x20, IsPort: true) },
            MsiXVectors = vectors,
        });
        if (way == Way.InProcess)
        {
            device.DeliverInProcess();
        }

        if (way == Way.Bridged)
        {
            device.DeliverThroughEventFds();
        }

        return device;
    }

    public static bool HasBusMaster(this PciDevice device) => (device.ReadConfig16(PciConfig.Command) & PciConfig.CommandMaster) != 0;

    public static void MustCome(this WaitHandle handle) => Assert.True(handle.WaitOne(Patience), "the event did not come");

    public static void MustCome(this CountdownEvent countdown)
        => Assert.True(countdown.Wait(Patience), $"{countdown.CurrentCount} events did not come");

    public static void WaitFor(Func<bool> condition) => Assert.True(SpinWait.SpinUntil(condition, Patience), "it did not become true");

    public static void MustEnd(this Task task) => Assert.Equal(0, Task.WaitAny([task], Patience));
}
