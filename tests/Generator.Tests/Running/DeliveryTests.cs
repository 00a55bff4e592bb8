using TopHalf.CompilerTesting;

namespace TopHalf.Generator.Tests.Running;

/// <summary>Generated drivers bound to a simulated device by their public members, as an author does it.</summary>
public sealed class DeliveryTests
{
    [Fact]
    public void Every_vector_of_every_range_reaches_its_handler_with_its_index()
    {
        var driver = new LoadedDriver(DriverSource.Class("", """
            [MsiVector(7)] [MsiVector(0, Count = 2)] void OnA(in Interrupt irq) => Log.Add("OnA", in irq);
            [MsiVector(3, Count = 3)] static void OnB(in Interrupt irq) => Log.Add("OnB", in irq);
            """));
        Assert.Equal(
            ["OnA 0 0", "OnA 1 1", "OnA 7 0", "OnB 3 0", "OnB 4 1", "OnB 5 2"],
            RaiseAll(driver));
    }

    [Fact]
    public void Through_the_table_too()
    {
        var driver = new LoadedDriver(
            DriverSource.Class("", """
                [MsiVector(2047)] [MsiVector(100, Count = 100)] void OnMany(in Interrupt irq) => Log.Add("OnMany", in irq);
                [MsiVector(0)] static void OnOne(in Interrupt irq) => Log.Add("OnOne", in irq);
                """),
            new ProjectOptions { AllowUnsafe = true });
        Assert.Equal(
            Enumerable.Range(0, 100).Select(static i => $"OnMany {100 + i} {i}").Append("OnMany 2047 0").Append("OnOne 0 0").Order(StringComparer.Ordinal),
            RaiseAll(driver));
    }

    [Fact]
    public void The_manifest_has_the_user_vectors_that_are_declared()
    {
        var driver = new LoadedDriver(DriverSource.Class("", """
            [MsiVector(4, Count = 4, UserVector = 40)] [MsiVector(8, Thread = "rx", UserVector = 0)] void OnA(in Interrupt irq) { }
            [MsiVector(0)] void OnB(in Interrupt irq) { }
            """));
        Assert.Equal(
            [new VectorRange(0), new VectorRange(4, 4, "", 40), new VectorRange(8, 1, "rx", 0)],
            driver.Manifest.Handlers.ToArray().SelectMany(static h => h.Vectors.ToArray()));
        Assert.Equal(-1, driver.Manifest.Handlers[0].Vectors[0].UserVector);
    }

    [Fact]
    public void A_named_thread_runs_its_handlers_and_no_other()
    {
        var driver = new LoadedDriver(DriverSource.Class("", """
            [MsiVector(0)] void OnDefault(in Interrupt irq) => Log.Add(Here("OnDefault"), in irq);
            [MsiVector(1, Thread = "rx")] [MsiVector(2, Thread = "rx")] void OnReceive(in Interrupt irq) => Log.Add(Here("OnReceive"), in irq);
            static string Here(string name) => name + "@" + System.Environment.CurrentManagedThreadId;
            """));
        string[] threads = [.. RaiseAll(driver).Select(static line => line.Split('@')[1].Split(' ')[0])];
        // In the order of the names: vector 0, then 1 and 2.
        Assert.Equal(3, threads.Length);
        Assert.NotEqual(threads[0], threads[1]);
        Assert.Equal(threads[1], threads[2]);
    }

    [Fact]
    public void Steps_are_around_the_handler_and_the_release_is_last()
    {
        var driver = new LoadedDriver(DriverSource.Class("[IrqRelease(RegisterType.Mmio32, 0, 0x20, 0xFF, 0x7F)]", """
            [MsiVector(0)]
            [IrqPending(RegisterType.Mmio32, 0, 0x00, 0x0F)]
            [IrqDisable(RegisterType.Mmio32, 0, 0x10, 0x01)]
            [IrqAck(RegisterType.Mmio32, 0, 0x04, 0x0F, Clear = IrqClear.Echo)]
            [IrqEnable(RegisterType.Mmio32, 0, 0x14, 0x01)]
            void OnDone(in Interrupt irq) => Log.Add("OnDone", in irq);
            """));
        using SimulatedDevice device = Oracle.NewDevice(static d => d.Poke(0, 0, 4, 0xA5));
        using RegisterTrace trace = device.StartTrace();
        using (driver.Enable(device))
        {
            Assert.True(device.Raise(0));
            driver.WaitForLines(1);
        }

        Assert.Equal(
            [
                "write32 0:0x14 = 0x00000001",
                "read32 0:0x00 = 0x000000A5",
                "write32 0:0x10 = 0x00000001",
                "write32 0:0x04 = 0x00000005",
                "write32 0:0x14 = 0x00000001",
                "write32 0:0x10 = 0x00000001",
                "write32 0:0x20 = 0x0000007F",
            ],
            trace.Select(static a => a.ToString()));
        Assert.StartsWith("OnDone vector 0 index 0 status A5 signals 1", Assert.Single(driver.TakeLog()), StringComparison.Ordinal);
    }

    [Fact]
    public void The_loop_runs_on_the_callers_thread_until_cancelled()
    {
        var driver = new LoadedDriver(DriverSource.Class("", """
            public static System.Threading.CancellationTokenSource Stop = new();
            [MsiVector(0)] void OnDone(in Interrupt irq) { Log.Add("OnDone@" + System.Environment.CurrentManagedThreadId, in irq); Stop.Cancel(); }
            """));
        using SimulatedDevice device = Oracle.NewDevice();
        var stop = (CancellationTokenSource)driver.Instance.GetType().GetField("Stop")!.GetValue(null)!;
        var card = new Thread(() => SpinWait.SpinUntil(() => device.Raise(0), LoadedDriver.Deadline));
        card.Start();
        driver.RunOnCaller(device, null, stop.Token);
        card.Join();
        Assert.Equal($"OnDone@{Environment.CurrentManagedThreadId}", Assert.Single(driver.TakeLog()).Split(' ')[0]);
    }

    /// <summary>Raises every vector once, and gives what the handlers wrote, in the order of their names.</summary>
    private static IEnumerable<string> RaiseAll(LoadedDriver driver)
    {
        using SimulatedDevice device = Oracle.NewDevice();
        using (driver.Enable(device))
        {
            Assert.All(driver.Vectors, vector => Assert.True(device.Raise(vector)));
            driver.WaitForLines(driver.Vectors.Length);
        }

        // Name, vector, index.
        return driver.TakeLog()
            .Select(static line => line.Split(' '))
            .Select(static words => $"{words[0]} {words[2]} {words[4]}")
            .Order(StringComparer.Ordinal);
    }
}
