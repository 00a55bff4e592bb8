namespace TopHalf.Generator.Tests.Running;

/// <summary>An address/data pair whose place a member of the driver tells: both registers move.</summary>
public sealed class MovedPairTests
{
    [Theory]
    [InlineData(0, 4)]
    [InlineData(8, 0)]
    public void Both_registers_move(int addressRegister, int dataRegister)
    {
        string pair = $"RegisterType.Mmio32, 0, {dataRegister}, 0xFF, IndexOffset = {addressRegister}, Index = 0x5A, IndexStride = 1, OffsetFrom = nameof(_start)";
        var driver = new LoadedDriver(DriverSource.Class(
            "",
            $$"""
            private readonly uint _start = 0x40;
            [MsiVector(0, Count = 2)] [IrqPending({{pair}})] [IrqAck({{pair}}, Clear = IrqClear.Echo)] void OnDone(in Interrupt irq) => Log.Add("OnDone", in irq);
            """));

        void Fill(SimulatedDevice device) => device.Poke(0, 0x40 + (ulong)dataRegister, 4, 3);
        Oracle.Compare(driver, Fill, new ScriptedEvent(1, 1, 1000));
        Oracle.CompareTopHalf(driver, Fill, 0, 1);

        using SimulatedDevice device = Oracle.NewDevice(Fill);
        using RegisterTrace trace = device.StartTrace();
        _ = driver.Run(device, new ScriptedEvent(1, 1, 1000));
        Assert.Equal(
            [(true, 0x40 + addressRegister, 0x5BUL), (false, 0x40 + dataRegister, 3), (true, 0x40 + addressRegister, 0x5B), (true, 0x40 + dataRegister, 3)],
            trace.Select(static a => (a.IsWrite, (int)a.Offset, a.Value)));
    }
}
