namespace TopHalf.Generator.Tests.Running;

/// <summary>Fewer vectors than a driver declares: they share, or it is not bound.</summary>
public sealed class SharedVectorsTests
{
    private const string Handlers = """
        [IrqPending(RegisterType.Mmio32, 0, 0, 1, BitStride = 1)]
        [IrqAck(RegisterType.Mmio32, 0, 0, 1, BitStride = 1, Clear = IrqClear.Echo)]
        partial class MyDriver
        {
            [MsiVector(1, Count = 4)] void OnQueue(in Interrupt irq) => Log.Add("OnQueue", in irq);

            [MsiVector(6, Thread = "other")]
            [IrqPending(RegisterType.Mmio32, 0, 4, 1)]
            [IrqAck(RegisterType.Mmio32, 0, 4, 1, Clear = IrqClear.Echo)]
            void OnOther(in Interrupt irq) => Log.Add("OnOther", in irq);
        }
        """;

    /// <summary>Declared vectors 1 to 4 and 6, of which some arrive with others; all pending sources are served by one message of each.</summary>
    [Theory]
    [InlineData(1, TopHalfMode.Managed)]
    [InlineData(1, TopHalfMode.Native)]
    [InlineData(2, TopHalfMode.Managed)]
    [InlineData(2, TopHalfMode.Native)]
    [InlineData(3, TopHalfMode.Managed)]
    [InlineData(5, TopHalfMode.Native)]
    [InlineData(6, TopHalfMode.Managed)]
    [InlineData(7, TopHalfMode.Managed)]
    [InlineData(7, TopHalfMode.Native)]
    public void Each_source_is_handled_with_the_vectors_that_there_are(int available, TopHalfMode mode)
    {
        LoadedDriver driver = Load("VectorShortage.Share");
        using SimulatedDevice device = NewDevice(available);
        using InterruptBinding binding = driver.Enable(device, new InterruptOptions { TopHalf = mode });

        Assert.Equal(driver.Vectors.Select(v => v % available), driver.Vectors.Select(binding.VectorOf));
        foreach (int sources in (int[])[0xF, 0x5, 0x8])
        {
            device.Poke(0, 0, 4, (ulong)sources);
            device.Poke(0, 4, 4, 1);
            foreach (int vector in driver.Vectors.Select(binding.VectorOf).Distinct())
            {
                device.TriggerVector(vector);
            }

            int[] indices = [.. Enumerable.Range(0, 4).Where(i => (sources >> i & 1) != 0)];
            driver.WaitForLines(indices.Length + 1);
            Assert.Equal(indices.Select(static i => $"OnQueue vector {i + 1} index {i}").Append("OnOther vector 6 index 0").Order(StringComparer.Ordinal), Calls(driver));
        }
    }

    /// <summary>Spurious interrupts are a storm only where each vector is its own.</summary>
    [Theory]
    [InlineData(2, TopHalfMode.Managed, 0)]
    [InlineData(2, TopHalfMode.Native, 0)]
    [InlineData(7, TopHalfMode.Managed, 1)]
    [InlineData(7, TopHalfMode.Native, 1)]
    public void Interrupts_of_others_are_no_storm(int available, TopHalfMode mode, long storms)
    {
        LoadedDriver driver = Load("VectorShortage.Share");
        using SimulatedDevice device = NewDevice(available);
        using InterruptBinding binding = driver.Enable(device, new InterruptOptions { TopHalf = mode, StormRate = 5 });

        for (int i = 1; i <= 8; i++)
        {
            device.TriggerVector(1);
            Assert.True(SpinWait.SpinUntil(() => binding.Statistics[1].Spurious == i, LoadedDriver.Deadline), $"{binding.Statistics[1].Spurious} of {i}");
        }

        Assert.Equal(storms, binding.Statistics[1].Storms);
    }

    /// <summary>Of a card without a pending register each message is everybody's; who has one is asked all the same.</summary>
    [Theory]
    [InlineData(TopHalfMode.Managed)]
    [InlineData(TopHalfMode.Native)]
    public void Handlers_that_look_themselves_are_all_called(TopHalfMode mode)
    {
        var driver = new LoadedDriver("""
            using TopHalf;
            [InterruptDriver(TooFewVectors = VectorShortage.CallAll)]
            partial class MyDriver
            {
                [MsiVector(0)] void OnAdmin(in Interrupt irq) => Log.Add("OnAdmin", in irq);
                [MsiVector(1, Count = 3)] void OnQueue(in Interrupt irq) => Log.Add("OnQueue", in irq);
                [MsiVector(4)] [IrqPending(RegisterType.Mmio32, 0, 4, 1)] [IrqAck(RegisterType.Mmio32, 0, 4, 1, Clear = IrqClear.Echo)]
                void OnOther(in Interrupt irq) => Log.Add("OnOther", in irq);
            }
            """);
        using SimulatedDevice device = NewDevice(2);
        using InterruptBinding binding = driver.Enable(device, new InterruptOptions { TopHalf = mode, StormRate = 2 });
        string[] even = ["OnAdmin vector 0 index 0", "OnQueue vector 2 index 1"];
        for (int message = 1; message <= 5; message++)
        {
            device.TriggerVector(0);
            Assert.True(SpinWait.SpinUntil(() => binding.Statistics[4].Spurious == message, LoadedDriver.Deadline));
            driver.WaitForLines(2);
            Assert.Equal(even, Calls(driver));
        }

        device.Poke(0, 4, 4, 1);
        device.TriggerVector(0);
        driver.WaitForLines(3);
        Assert.Equal([even[0], "OnOther vector 4 index 0", even[1]], Calls(driver));
        device.TriggerVector(1);
        driver.WaitForLines(2);
        Assert.Equal(["OnQueue vector 1 index 0", "OnQueue vector 3 index 2"], Calls(driver));
        Assert.Equal(0, binding.Statistics[0].Storms);
    }

    [Fact]
    public void A_vector_that_is_not_declared_has_no_place()
    {
        LoadedDriver driver = Load("VectorShortage.Share");
        using SimulatedDevice device = NewDevice(2);
        using InterruptBinding binding = driver.Enable(device);

        Assert.Throws<ArgumentOutOfRangeException>(() => binding.VectorOf(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => binding.VectorOf(5));
    }

    [Theory]
    [InlineData("VectorShortage.Fail", 6, "declares vector 6, but the device offers only 6 (MsiX), numbered from 0.")]
    [InlineData("VectorShortage.CallAll", 0, "the device has neither MSI nor MSI-X")]
    [InlineData("VectorShortage.Share", 0, "the device has neither MSI nor MSI-X")]
    public void Otherwise_it_is_not_bound(string shortage, int available, string reason)
    {
        LoadedDriver driver = Load(shortage);
        using SimulatedDevice device = NewDevice(available);

        PciDeviceException error = Assert.Throws<PciDeviceException>(() => driver.Enable(device));

        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    // Across threads in no order.
    private static IEnumerable<string> Calls(LoadedDriver driver)
        => driver.TakeLog().Select(static line => line[..line.IndexOf(" status", StringComparison.Ordinal)]).Order(StringComparer.Ordinal);

    private static LoadedDriver Load(string shortage)
        => new($"using TopHalf;\n[InterruptDriver(TooFewVectors = {shortage})]\n{Handlers}");

    private static StatusCard NewDevice(int vectors)
        => new(new SimulatedDeviceOptions { VendorId = 0x1234, MsiXVectors = vectors, Bars = { [0] = new SimulatedBar(64) } });

    /// <summary>Written ones clear a register's bits.</summary>
    private sealed class StatusCard(SimulatedDeviceOptions options) : SimulatedDevice(options)
    {
        protected override void WriteRegister(in RegisterAccess access)
        {
            lock (this)
            {
                Poke(access.Bar, access.Offset, access.Width, Peek(access.Bar, access.Offset, access.Width) & ~access.Value);
            }
        }
    }
}
