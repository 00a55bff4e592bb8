namespace TopHalf.Generator.Tests.Running;

/// <summary>What a native top half keeps back while its ring is full ends nothing that came before it, and loses nothing.</summary>
public sealed class HeldInterruptTests
{
    // The status is cleared by its read, so that a message that was kept back finds nothing: its cause was handled with the one before.
    private const string Attributes = """
        [IrqPending(RegisterType.Mmio32, 0, 0x00, 0xFF, ReadClears = true)]
        [IrqDisable(RegisterType.Mmio32, 0, 0x10, 0xFF)]
        [IrqEnable(RegisterType.Mmio32, 0, 0x14, 0xFF)]
        """;

    private const string Handlers = """
        public readonly System.Threading.SemaphoreSlim Gate = new(0);

        [MsiVector(0)] [StatusBits(0x01)] void OnOne(in Interrupt irq) { Log.Add("OnOne", in irq); Gate.Wait(); }
        [MsiVector(0)] [StatusBits(0xFE)] void OnTwo(in Interrupt irq) => Log.Add("OnTwo", in irq);
        [MsiVector(1)] [IrqPending(RegisterType.Mmio32, 0, 0x20, 0x1)] void OnOther(in Interrupt irq) { Log.Add("OnOther", in irq); Gate.Wait(); }
        """;

    [Fact]
    public void The_end_of_an_interrupt_comes_though_another_is_kept_back()
    {
        var driver = new LoadedDriver(DriverSource.Class(Attributes, Handlers));
        using SimulatedDevice device = new ReadClearing();
        var options = new InterruptOptions { TopHalf = TopHalfMode.Native, RingLength = 2 };
        using InterruptBinding binding = driver.Enable(device, options);
        var gate = (SemaphoreSlim)driver.Instance.GetType().GetField("Gate")!.GetValue(driver.Instance)!;
        device.Poke(0, 0x20, 4, 1);
        device.Poke(0, 0x14, 4, 0);

        // The handler of the first is at work; the second vector fills the ring; what comes then of the first is kept back.
        device.Poke(0, 0x00, 4, 0x01);
        device.Raise(0);
        driver.WaitForLines(1);
        WaitFor(() =>
        {
            device.Raise(1);
            return binding.Statistics[1].Merged > 0;
        });
        device.Raise(0);
        WaitFor(() => binding.Statistics[0].Merged > 0);
        gate.Release();

        // Its sources are enabled again, though the other's handler is at work now: whose end would enable them too.
        bool isEnabled = SpinWait.SpinUntil(() => device.Peek(0, 0x14, 4) == 0xFF, LoadedDriver.Deadline);
        gate.Release(1000);
        Assert.True(isEnabled, "the end of the first interrupt waits for the second");
        WaitFor(() => binding.Statistics[0] is { Handled: 1, Spurious: 1 });
    }

    private static void WaitFor(Func<bool> condition)
        => Assert.True(SpinWait.SpinUntil(condition, LoadedDriver.Deadline), "what was waited for did not come");

    private sealed class ReadClearing() : SimulatedDevice(new SimulatedDeviceOptions { MsiXVectors = 2, Bars = { [0] = new SimulatedBar(64) } })
    {
        protected override ulong ReadRegister(in RegisterAccess access)
        {
            ulong value = base.ReadRegister(access);
            if (access.Offset == 0)
            {
                Poke(0, 0, 4, 0);
            }

            return value;
        }
    }
}
