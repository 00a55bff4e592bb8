namespace TopHalf.Generator.Tests.Running;

/// <summary>
/// Generated code, the native top half with its threads, and the reference interpreter do the same, feature by feature; Properties has
/// drivers made at random.
/// </summary>
public sealed class OracleTests
{
    private static readonly ulong[] Statuses = [0, 1, 2, 0x0F, 0x42, 0x80, 0xFF, 0x8000_0000, 0xFFFF_FFFF, 0x8000_0000_0000_0000, ulong.MaxValue];

    [Theory]
    [InlineData("IrqPending(RegisterType.Mmio32, 0, 0, 0x0F)")]
    [InlineData("IrqPending(RegisterType.Mmio8, 0, 0, 0x80)")]
    [InlineData("IrqPending(RegisterType.Mmio16, 1, 0, 0xFFFF)")]
    [InlineData("IrqPending(RegisterType.Mmio64, 0, 0, 0x8000_0000_0000_0000)")]
    [InlineData("IrqPending(RegisterType.Port8, 4, 0, 0xFF)")]
    [InlineData("IrqPending(RegisterType.Port16, 4, 0, 0x01)")]
    [InlineData("IrqPending(RegisterType.Port32, 5, 0, 0x8000_0000)")]
    [InlineData("IrqPending(RegisterType.Mmio32, 0, 0, 0xFF, 0x42)")]
    [InlineData("IrqPending(RegisterType.Mmio32, 0, 0, 0xFF, 0)")]
    [InlineData("IrqPending(RegisterType.Mmio64, 0, 0, ulong.MaxValue, ulong.MaxValue)")]
    [InlineData("IrqPending(RegisterType.Mmio32, 0, 0, 0x0F, ReadClears = true)")]
    [InlineData("IrqPending(RegisterType.Mmio32, 0, 0, 0x0F), IrqAck(RegisterType.Mmio32, 0, 0, 0x0E, Clear = IrqClear.Echo)")]
    [InlineData("IrqPending(RegisterType.Mmio32, 0, 0, 0xFFFF_FFFF), IrqAck(RegisterType.Mmio8, 0, 9, 0xFF, Clear = IrqClear.Echo)")]
    [InlineData("IrqPending(RegisterType.Mmio64, 0, 0, ulong.MaxValue), IrqAck(RegisterType.Mmio64, 0, 8, ulong.MaxValue, Clear = IrqClear.Echo, After = true)")]
    [InlineData("IrqPending(RegisterType.Mmio16, 0, 0, 0xFFFF), IrqAck(RegisterType.Mmio16, 0, 0, 0x0F0F, Clear = IrqClear.Echo)")]
    [InlineData("IrqAck(RegisterType.Mmio32, 0, 0, 0x0E)")]
    [InlineData("IrqAck(RegisterType.Mmio32, 0, 0, 0x0E, 0x02, After = true)")]
    [InlineData("IrqAck(RegisterType.Mmio8, 0, 0, 0xF0, 0x30, Clear = IrqClear.Modify)")]
    [InlineData("IrqAck(RegisterType.Mmio16, 0, 0, 0x8000, Clear = IrqClear.Modify, After = true)")]
    [InlineData("IrqAck(RegisterType.Mmio32, 0, 0, 0x8000_0000, 0, Clear = IrqClear.Modify)")]
    [InlineData("IrqAck(RegisterType.Mmio64, 0, 0, 0x8000_0000_0000_0000, Clear = IrqClear.Modify)")]
    [InlineData("IrqAck(RegisterType.Port32, 4, 0, 0xFF, 0x0F, Clear = IrqClear.Modify)")]
    [InlineData("IrqAck(RegisterType.Mmio32, 0, 0, 0x0E, Clear = IrqClear.AtSource)")]
    [InlineData("IrqDisable(RegisterType.Mmio32, 0, 0x10, 1), IrqEnable(RegisterType.Mmio32, 0, 0x14, 1)")]
    [InlineData("IrqDisable(RegisterType.Mmio32, 0, 0x10, 1, 0), IrqPending(RegisterType.Mmio32, 0, 0, 1), IrqEnable(RegisterType.Port8, 4, 0x14, 0xFF, 0xA5)")]
    [InlineData("IrqRelease(RegisterType.Mmio32, 0, 0x10, 1)")]
    public void One_handler(string descriptors)
    {
        var driver = new LoadedDriver(DriverSource.Class("", $"[MsiVector(3)] [{descriptors}] void OnDone(in Interrupt irq) => Log.Add(\"OnDone\", in irq);"));
        foreach (ulong status in Statuses)
        {
            Oracle.Compare(
                driver,
                device => FillFirst(device, status),
                new ScriptedEvent(3, 1, 1000),
                new ScriptedEvent(3, 7, 2000));
            Oracle.CompareTopHalf(driver, device => FillFirst(device, status), 3, 3);
        }
    }

    private static void FillFirst(SimulatedDevice device, ulong status)
    {
        for (int bar = 0; bar < 6; bar++)
        {
            device.Poke(bar, 0, 8, status);
        }
    }
}
