namespace TopHalf.Generator.Tests.Running;

/// <summary>A source that interrupts without end is masked by its own descriptor and reported; the others go on.</summary>
public sealed class StormTests
{
    private const string Two = """
        [MsiVector(0)]
        [IrqPending(RegisterType.Mmio32, 0, 0x00, 0x01)]
        [IrqDisable(RegisterType.Mmio32, 0, 0x10, 0x01)]
        [IrqEnable(RegisterType.Mmio32, 0, 0x14, 0x01)]
        void OnNoise(in Interrupt irq) => Log.Add("OnNoise", in irq);

        [MsiVector(1)]
        void OnOther(in Interrupt irq) => Log.Add("OnOther", in irq);
        """;

    [Theory]
    [InlineData(TopHalfMode.Managed)]
    [InlineData(TopHalfMode.Native)]
    public void Of_spurious_interrupts(TopHalfMode topHalf)
    {
        var driver = new LoadedDriver(DriverSource.Class("", Two));
        using SimulatedDevice device = Oracle.NewDevice();
        var storm = new TaskCompletionSource<InterruptStorm>();
        using InterruptBinding binding = driver.Enable(device, new InterruptOptions { TopHalf = topHalf, StormRate = 10, StormDetected = storm.SetResult });
        for (int i = 1; i <= 15; i++)
        {
            device.Raise(0);
            int expected = i;
            WaitFor(() => binding.Statistics[0].Spurious == expected);
        }

        Assert.True(storm.Task.Wait(LoadedDriver.Deadline));
        Assert.Equal(new InterruptStorm(device.Name, "OnNoise", 0, IsMasked: true), storm.Task.Result);
        Assert.Equal((1L, 0L), (binding.Statistics[0].Storms, binding.Statistics[1].Storms));
        Assert.Equal(1u, device.Peek(0, 0x10, 4));
        device.Raise(1);
        driver.WaitForLines(1);
    }

    [Theory]
    [InlineData(TopHalfMode.Managed)]
    [InlineData(TopHalfMode.Native)]
    public void What_is_handled_between_is_no_storm(TopHalfMode topHalf)
    {
        var driver = new LoadedDriver(DriverSource.Class("", Two));
        using SimulatedDevice device = Oracle.NewDevice();
        using InterruptBinding binding = driver.Enable(device, new InterruptOptions { TopHalf = topHalf, StormRate = 10 });
        for (int i = 0; i < 60; i++)
        {
            device.Poke(0, 0, 4, i % 9 == 8 ? 1u : 0);
            device.Raise(0);
            int expected = i + 1;
            WaitFor(() => binding.Statistics[0] is var seen && seen.Spurious + seen.Handled == expected);
        }

        Assert.Equal(0L, binding.Statistics[0].Storms);
    }

    [Theory]
    [InlineData(TopHalfMode.Managed)]
    [InlineData(TopHalfMode.Native)]
    public void Of_a_status_that_does_not_settle(TopHalfMode topHalf)
    {
        var driver = new LoadedDriver(DriverSource.Class("", """
            [MsiVector(0)]
            [IrqPending(RegisterType.Mmio32, 0, 0x00, 0x01, Recheck = 3)]
            [IrqDisable(RegisterType.Mmio32, 0, 0x10, 0x01, 0x00)]
            [IrqEnable(RegisterType.Mmio32, 0, 0x10, 0x01, 0x01)]
            void OnStuck(in Interrupt irq) => Log.Add("OnStuck", in irq);
            """));
        using SimulatedDevice device = Oracle.NewDevice(static d => d.Poke(0, 0, 4, 1));
        var storm = new TaskCompletionSource<InterruptStorm>();
        using InterruptBinding binding = driver.Enable(device, new InterruptOptions { TopHalf = topHalf, StormDetected = storm.SetResult });
        Assert.Equal(1u, device.Peek(0, 0x10, 4));
        device.Raise(0);

        Assert.True(storm.Task.Wait(LoadedDriver.Deadline));
        driver.WaitForLines(4);
        WaitFor(() => binding.Statistics[0] is { Unsettled: 1, Storms: 1, Handled: 1 });
        Assert.Equal(0u, device.Peek(0, 0x10, 4));
    }

    [Theory]
    [InlineData(TopHalfMode.Managed)]
    [InlineData(TopHalfMode.Native)]
    public void Of_one_vector_of_a_range_masks_that_one(TopHalfMode topHalf)
    {
        var driver = new LoadedDriver(DriverSource.Class("", """
            [MsiVector(0, Count = 4)]
            [IrqPending(RegisterType.Mmio32, 0, 0x40, 0x01, Stride = 4)]
            [IrqDisable(RegisterType.Mmio32, 0, 0x10, 0x01, Stride = 4, Flush = true)]
            [IrqEnable(RegisterType.Mmio32, 0, 0x10, 0x01, 0x00, Stride = 4)]
            void OnQueue(in Interrupt irq) => Log.Add("OnQueue", in irq);
            """));
        using SimulatedDevice device = Oracle.NewDevice(static d => d.Poke(0, 0x48, 4, 1));
        var storm = new TaskCompletionSource<InterruptStorm>();
        using InterruptBinding binding = driver.Enable(device, new InterruptOptions { TopHalf = topHalf, StormRate = 10, StormDetected = storm.SetResult });
        for (int i = 1; i <= 10; i++)
        {
            device.Raise(3);
            int expected = i;
            WaitFor(() => binding.Statistics[3].Spurious == expected);
        }

        Assert.True(storm.Task.Wait(LoadedDriver.Deadline));
        Assert.Equal(new InterruptStorm(device.Name, "OnQueue", 3, IsMasked: true), storm.Task.Result);
        Assert.Equal([0, 0, 0, 1], Enumerable.Range(0, 4).Select(n => (int)device.Peek(0, 0x10 + (4 * (ulong)n), 4)));
        device.Raise(2);
        driver.WaitForLines(1);
    }

    private static void WaitFor(Func<bool> condition)
        => Assert.True(SpinWait.SpinUntil(condition, LoadedDriver.Deadline), "what was waited for did not come");
}
