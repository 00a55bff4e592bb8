namespace TopHalf.Generator.Tests.Running;

/// <summary>The level-triggered line: status test, acknowledge, handlers, and the kernel's mask taken off at the end of each interrupt.</summary>
public sealed class LineTests
{
    private const string Attributes = """
        [IrqPending(RegisterType.Mmio32, 0, 0, 0xFF)]
        [IrqAck(RegisterType.Mmio32, 0, 0, 0xFF, Clear = IrqClear.Echo)]
        [IrqEnable(RegisterType.Mmio32, 0, 4, 0xFF)]
        [IrqRelease(RegisterType.Mmio32, 0, 4, 0xFF, 0)]
        """;

    private const string Whole = "[IntxLine] void OnLine(in Interrupt irq) => Log.Add(\"OnLine\", in irq);";

    private const string Shared = """
        [IntxLine] [StatusBits(0x01)] void OnLow(in Interrupt irq) => Log.Add("OnLow", in irq);
        [IntxLine] [StatusBits(0xF0, Each = true)] static void OnHigh(in Interrupt irq) => Log.Add("OnHigh", in irq);
        """;

    [Theory]
    [InlineData(TopHalfMode.Managed)]
    [InlineData(TopHalfMode.Native)]
    public void Each_assertion_is_handled_and_the_line_is_unmasked(TopHalfMode topHalf)
    {
        var driver = new LoadedDriver(DriverSource.Class(Attributes, Whole));
        using var card = new LevelCard();
        using InterruptBinding binding = driver.Enable(card, new InterruptOptions { TopHalf = topHalf });
        for (int i = 1; i <= 100; i++)
        {
            card.Assert(1u << (i % 8));
            driver.WaitForLines(i);
        }

        WaitFor(() => binding.Statistics is { Handled: 100, Spurious: 0 });
        Assert.Equal(0u, card.Pending);
    }

    [Theory]
    [InlineData(TopHalfMode.Managed)]
    [InlineData(TopHalfMode.Native)]
    public void Sources_that_share_the_line_are_told_apart(TopHalfMode topHalf)
    {
        var driver = new LoadedDriver(DriverSource.Class(Attributes, Shared));
        using var card = new LevelCard();
        using InterruptBinding binding = driver.Enable(card, new InterruptOptions { TopHalf = topHalf });
        card.Assert(0x51);
        driver.WaitForLines(3);
        card.Assert(0x08);
        WaitFor(() => binding.Statistics.Vectors[0].Unclaimed == 1);

        Assert.Equal(
            ["OnLow vector 0 index 0 status 51", "OnHigh vector 0 index 0 status 51", "OnHigh vector 0 index 2 status 51"],
            driver.TakeLog().Select(static line => line[..line.IndexOf(" signals", StringComparison.Ordinal)]));
        WaitFor(() => binding.Statistics.Handled == 2);
    }

    [Theory]
    [InlineData(TopHalfMode.Managed)]
    [InlineData(TopHalfMode.Native)]
    public void What_is_not_this_cards_is_counted_and_unmasked(TopHalfMode topHalf)
    {
        var driver = new LoadedDriver(DriverSource.Class(Attributes, Whole));
        using var card = new LevelCard();
        using InterruptBinding binding = driver.Enable(card, new InterruptOptions { TopHalf = topHalf });
        card.TriggerVector(0);
        WaitFor(() => binding.Statistics.Spurious == 1);
        card.Assert(2);
        driver.WaitForLines(1);
        WaitFor(() => binding.Statistics is { Spurious: 1, Handled: 1 });
    }

    [Theory]
    [InlineData(TopHalfMode.Managed)]
    [InlineData(TopHalfMode.Native)]
    public void A_line_that_stays_high_is_left_masked_and_reported(TopHalfMode topHalf)
    {
        var driver = new LoadedDriver(DriverSource.Class(Attributes, Whole));
        using var card = new LevelCard();
        using var reported = new SemaphoreSlim(0);
        InterruptStorm? storm = null;
        using InterruptBinding binding = driver.Enable(card, new InterruptOptions
        {
            TopHalf = topHalf,
            StormRate = 20,
            StormDetected = found =>
            {
                storm = found;
                reported.Release();
            },
        });
        card.Stick(stuck: true);

        Assert.True(reported.Wait(LoadedDriver.Deadline));
        Assert.Equal(new InterruptStorm(card.Name, "OnLine", 0, IsMasked: true), storm);
        Assert.Equal((20L, 1L), (binding.Statistics.Spurious, binding.Statistics.Vectors[0].Storms));

        // Nothing takes the mask off again: of what the card asserts nothing comes, until a signal is made without the card.
        card.Assert(1);
        Assert.Equal((20L, 0L), (binding.Statistics.Spurious, binding.Statistics.Handled));
        card.TriggerVector(0);
        driver.WaitForLines(1);
        WaitFor(() => binding.Statistics is { Spurious: 20, Handled: 1 });
        Assert.Equal(0, reported.CurrentCount);
    }

    [Fact]
    public void A_card_without_a_line_is_refused()
    {
        var driver = new LoadedDriver(DriverSource.Class(Attributes, Whole));
        using var card = new SimulatedDevice(new SimulatedDeviceOptions { MsiVectors = 1, Bars = { [0] = new SimulatedBar(64) } });
        PciDeviceException e = Assert.Throws<PciDeviceException>(() => driver.Enable(card));
        Assert.Contains("MyDriver declares the line, but the device has no INTx.", e.Message, StringComparison.Ordinal);
    }

    private static void WaitFor(Func<bool> condition)
        => Assert.True(SpinWait.SpinUntil(condition, LoadedDriver.Deadline), "what was waited for did not come");
}
