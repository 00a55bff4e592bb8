using TopHalf;

using var device = new SimulatedDevice(new SimulatedDeviceOptions
{
    VendorId = 0xCAFE,
    DeviceId = 0x0001,
    Bars = { [0] = new SimulatedBar(0x1000) },
    MsiXVectors = 1,
});
var driver = new CounterDriver();
using (InterruptBinding interrupts = driver.EnableInterrupts(device))
{
    device.Poke(0, 0x10, 4, 0b101);
    device.Raise(0);
    SpinWait.SpinUntil(() => Volatile.Read(ref driver.Status) != 0, TimeSpan.FromSeconds(30));
}

Console.WriteLine($"status {Volatile.Read(ref driver.Status)}, acknowledged {device.Peek(0, 0x14, 4)}, {CounterDriver.Manifest.Handlers.Length} handler");

[InterruptDriver(VendorId = 0xCAFE)]
internal sealed partial class CounterDriver
{
    public ulong Status;

    [MsiVector(0)]
    [IrqPending(RegisterType.Mmio32, bar: 0, offset: 0x10, mask: 0xFF)]
    [IrqAck(RegisterType.Mmio32, bar: 0, offset: 0x14, mask: 0xFF, Clear = IrqClear.Echo)]
    private void OnCount(in Interrupt irq) => Volatile.Write(ref Status, irq.Status);
}
