using System.Reflection;

namespace TopHalf.Generator.Tests.Running;

/// <summary>What a driver does between the grant of its vectors and the first interrupt.</summary>
public sealed class VectorsGrantedTests
{
    private const string Members = """
        public static System.Action<InterruptBinding> Granted;

        [VectorsGranted] void Route(InterruptBinding binding) => Granted(binding);
        [MsiVector(0, Count = 4)] void OnQueue(in Interrupt irq) { }
        """;

    private const string Attributes = "[IrqEnable(RegisterType.Mmio32, 0, 0x10, 0xF)] [IrqDisable(RegisterType.Mmio32, 0, 0x14, 0xF)] [IrqRelease(RegisterType.Mmio32, 0, 0x18, 1)]";

    [Theory]
    [InlineData(TopHalfMode.Managed)]
    [InlineData(TopHalfMode.Native)]
    public void It_is_told_of_its_vectors_before_its_sources_are_unmasked(TopHalfMode mode)
    {
        (LoadedDriver driver, SimulatedDevice device) = Load(vectors: 3);
        using RegisterTrace trace = device.StartTrace();
        int[] told = [];
        OnGranted(driver, binding =>
        {
            told = [.. driver.Vectors.Select(binding.VectorOf)];
            device.GetBar(0).Write32(0x20, 7);
        });
        using (driver.Enable(device, new InterruptOptions { TopHalf = mode }))
        {
            Assert.Equal([0, 1, 2, 0], told);
            Assert.Equal(["write32 0:0x20 = 0x00000007", "write32 0:0x10 = 0x0000000F"], trace.Select(static access => access.ToString()));
        }

        device.Dispose();
    }

    [Fact]
    public void It_is_called_on_the_thread_that_runs_interrupts()
    {
        (LoadedDriver driver, SimulatedDevice device) = Load();
        using var stop = new CancellationTokenSource();
        int thread = 0;
        OnGranted(driver, _ =>
        {
            thread = Environment.CurrentManagedThreadId;
            stop.Cancel();
        });
        driver.RunOnCaller(device, null, stop.Token);
        Assert.Equal(Environment.CurrentManagedThreadId, thread);
        device.Dispose();
    }

    [Fact]
    public void What_it_throws_ends_the_binding_and_arrives_at_the_caller()
    {
        (LoadedDriver driver, SimulatedDevice device) = Load();
        using RegisterTrace trace = device.StartTrace();
        OnGranted(driver, static _ => throw new IOException("the card refuses"));

        Assert.Equal("the card refuses", Assert.Throws<IOException>(() => driver.Enable(device)).Message);
        Assert.Equal(["write32 0:0x14 = 0x0000000F", "write32 0:0x18 = 0x00000001"], trace.Select(static access => access.ToString()));

        OnGranted(driver, static _ => { });
        driver.Enable(device).Dispose();
        device.Dispose();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void It_cannot_dispose_what_is_not_started_yet(bool whole)
    {
        (LoadedDriver driver, SimulatedDevice device) = Load();
        InvalidOperationException? refused = null;
        OnGranted(driver, binding => refused = Assert.Throws<InvalidOperationException>(whole ? device.Dispose : binding.Dispose));
        using (driver.Enable(device))
        {
            Assert.Contains("cannot be disposed while it is told of its vectors", refused?.Message, StringComparison.Ordinal);
        }

        device.Dispose();
    }

    [Fact]
    public void It_may_be_static_and_obsolete_and_of_a_line()
    {
        var driver = new LoadedDriver(DriverSource.Class("", """
            public static System.Action<InterruptBinding> Granted;

            [VectorsGranted, System.Obsolete("for the binding only", error: true)] static void Route(InterruptBinding binding) => Granted(binding);
            [IntxLine] [IrqPending(RegisterType.Mmio32, 0, 0, 1)] [IrqAck(RegisterType.Mmio32, 0, 4, 1)] static void OnLine(in Interrupt irq) { }
            """));
        using var device = new SimulatedDevice(new SimulatedDeviceOptions { HasLine = true, Bars = { [0] = new SimulatedBar(64) } });
        int line = -1;
        OnGranted(driver, binding => line = binding.VectorOf(0));
        driver.Enable(device).Dispose();
        Assert.Equal(0, line);
    }

    private static (LoadedDriver Driver, SimulatedDevice Device) Load(int vectors = 4) => (
        new LoadedDriver(DriverSource.Class(Attributes, Members).Replace("[InterruptDriver]", "[InterruptDriver(TooFewVectors = VectorShortage.CallAll)]", StringComparison.Ordinal)),
        new SimulatedDevice(new SimulatedDeviceOptions { MsiXVectors = vectors, Bars = { [0] = new SimulatedBar(64) } }));

    private static void OnGranted(LoadedDriver driver, Action<InterruptBinding> call)
        => driver.Instance.GetType().GetField("Granted", BindingFlags.Public | BindingFlags.Static)!.SetValue(null, call);
}
