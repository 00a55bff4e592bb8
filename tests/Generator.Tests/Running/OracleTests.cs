using TopHalf.CompilerTesting;

namespace TopHalf.Generator.Tests.Running;

/// <summary>Generated code and the reference interpreter do the same, feature by feature and for drivers made at random.</summary>
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
        var driver = new LoadedDriver(RandomDriver.Class("", $"[MsiVector(3)] [{descriptors}] void OnDone(in Interrupt irq) => Log.Add(\"OnDone\", in irq);"));
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

    [Fact]
    public void The_descriptors_of_the_class() => CompareAtRandom(
        new LoadedDriver(RandomDriver.Class(
            "[IrqPending(RegisterType.Mmio8, 0, 0, 3)] [IrqAck(RegisterType.Mmio8, 0, 0, 3, Clear = IrqClear.Echo)] [IrqEnable(RegisterType.Mmio8, 0, 1, 1)]",
            """
            [MsiVector(0)] void OnA(in Interrupt irq) => Log.Add("OnA", in irq);
            [MsiVector(1)] [IrqPending(RegisterType.Mmio8, 1, 0, 1, ReadClears = true)] void OnB(in Interrupt irq) => Log.Add("OnB", in irq);
            [MsiVector(2)] [IrqAck(RegisterType.Mmio8, 1, 2, 1)] static void OnC(in Interrupt irq) => Log.Add("OnC", in irq);
            """)),
        new Random(1));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    public void Drivers_made_at_random(int seed)
    {
        var random = new Random(seed);
        // Every other one has so many vectors that they go through the table.
        var driver = new LoadedDriver(RandomDriver.Source(random, many: seed % 2 == 1), new ProjectOptions { AllowUnsafe = true });
        Assert.Equal(seed % 2 == 1, driver.Vectors.Length > 64);
        CompareAtRandom(driver, random);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    public void Handlers_that_share_their_vectors_at_random(int seed)
    {
        var random = new Random(seed);
        CompareAtRandom(new LoadedDriver(RandomDriver.SharedSource(random)), random);
    }

    private static void CompareAtRandom(LoadedDriver driver, Random random)
    {
        for (int round = 0; round < 50; round++)
        {
            int contents = random.Next();
            ScriptedEvent[] script = [.. Enumerable.Range(0, 40).Select(_ => new ScriptedEvent(
                driver.Vectors[random.Next(driver.Vectors.Length)], random.Next(1, 1000), random.NextInt64(long.MaxValue)))];
            Oracle.Compare(driver, device => Fill(device, new Random(contents)), script);
            if (round % 5 == 0)
            {
                Oracle.CompareTopHalf(driver, device => Fill(device, new Random(contents)), [.. script.Select(static e => e.Vector)]);
            }
        }
    }

    private static void FillFirst(SimulatedDevice device, ulong status)
    {
        for (int bar = 0; bar < 6; bar++)
        {
            device.Poke(bar, 0, 8, status);
        }
    }

    // Sparse bits and full registers are what pending registers hold.
    private static void Fill(SimulatedDevice device, Random random)
    {
        for (int bar = 0; bar < 6; bar++)
        {
            for (ulong offset = 0; offset < 256; offset += 8)
            {
                device.Poke(bar, offset, 8, random.Next(4) switch
                {
                    0 => 0,
                    1 => ulong.MaxValue,
                    2 => 1UL << random.Next(64),
                    _ => (ulong)random.NextInt64(),
                });
            }
        }
    }
}
