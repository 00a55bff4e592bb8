using System.Collections.Concurrent;
using System.Reflection;

namespace TopHalf.Generator.Tests.Running;

/// <summary>Handlers that are looked at while they run.</summary>
public sealed class CheckedTests
{
    private const string Members = """
        public static System.Action<int>? Act;
        private static int s_calls;

        public static int Calls => System.Threading.Volatile.Read(ref s_calls);

        [MsiVector(0, Count = 3)] void OnQueue(in Interrupt irq)
        {
            Act?.Invoke(s_calls + 1);
            System.Threading.Volatile.Write(ref s_calls, s_calls + 1);
        }
        """;

    private static byte[]? _kept;

    [Theory]
    [InlineData(TopHalfMode.Managed)]
    [InlineData(TopHalfMode.Native)]
    public void A_handler_that_does_nothing_wrong_is_counted_and_nothing_is_told(TopHalfMode mode)
    {
        LoadedDriver driver = Load();
        var offences = new ConcurrentQueue<InterruptOffence>();
        using SimulatedDevice device = NewDevice();
        using InterruptBinding binding = driver.Enable(device, Options(offences, mode));
        for (int i = 1; i <= 300; i++)
        {
            Trigger(driver, device, i % 3, i);
        }

        binding.Dispose();
        Assert.Equal([(0, 100L), (1, 100L), (2, 100L)], binding.Checks.Select(static check => (check.Vector, check.Calls)));
        Assert.All(binding.Checks, static check => Assert.Equal(("OnQueue", 0L, 0L), (check.Handler, check.AllocatedBytes, check.CompiledMethods)));
        Assert.All(binding.Checks, static check => Assert.InRange(check.Longest, TimeSpan.FromTicks(1), check.Total));
        Assert.Empty(offences);
    }

    /// <summary>Many signals at once: a batch is handed out event by event, none twice and none forgotten.</summary>
    [Theory]
    [InlineData(TopHalfMode.Managed)]
    [InlineData(TopHalfMode.Native)]
    public void Batches_are_handed_out_one_by_one(TopHalfMode mode)
    {
        LoadedDriver driver = Load();
        using SimulatedDevice device = NewDevice();
        using InterruptBinding binding = driver.Enable(device, Options([], mode));
        using var entered = new ManualResetEventSlim();
        using var go = new ManualResetEventSlim();
        Act(driver, call =>
        {
            if (call == 1)
            {
                entered.Set();
                go.Wait();
            }
        });
        device.TriggerVector(0);
        entered.Wait(LoadedDriver.Deadline);
        for (int vector = 0; vector < 3; vector++)
        {
            device.TriggerVector(vector);
        }

        go.Set();
        Assert.True(SpinWait.SpinUntil(() => binding.Statistics.Signals == 4, LoadedDriver.Deadline));
        binding.Dispose();
        Assert.Equal(binding.Statistics.Vectors.Select(static v => v.Handled), binding.Checks.Select(static check => check.Calls));
        Assert.Equal(4, binding.Statistics.Handled + binding.Statistics.Coalesced);
    }

    [Theory]
    [InlineData(TopHalfMode.Managed)]
    [InlineData(TopHalfMode.Native)]
    public void The_first_allocation_on_a_vector_is_told_and_all_are_counted(TopHalfMode mode)
    {
        LoadedDriver driver = Load();
        var offences = new ConcurrentQueue<InterruptOffence>();
        using SimulatedDevice device = NewDevice();
        using InterruptBinding binding = driver.Enable(device, Options(offences, mode));
        Act(driver, static call => _kept = call % 3 == 0 ? new byte[1000] : null);
        for (int i = 1; i <= 9; i++)
        {
            Trigger(driver, device, vector: 1, i);
        }

        Assert.True(SpinWait.SpinUntil(() => offences.Any(static o => o.Kind == OffenceKind.Allocated), LoadedDriver.Deadline));
        binding.Dispose();
        InterruptOffence offence = Assert.Single(offences, static o => o.Kind == OffenceKind.Allocated);
        Assert.Equal(("simulated 0000:0000", "OnQueue", 1, 3L), (offence.Device, offence.Handler, offence.Vector, offence.Call));
        Assert.InRange(offence.AllocatedBytes, 1000, 1100);
        Assert.Equal($"simulated 0000:0000: OnQueue allocated {offence.AllocatedBytes} bytes, at call 3 for vector 1.", offence.ToString());
        Assert.Equal([0, 3 * offence.AllocatedBytes, 0], binding.Checks.Select(static check => check.AllocatedBytes));
    }

    [Fact]
    public void What_is_compiled_in_the_first_call_is_told()
    {
        LoadedDriver driver = Load();
        var offences = new ConcurrentQueue<InterruptOffence>();
        using SimulatedDevice device = NewDevice();
        InterruptOptions options = Options(offences, TopHalfMode.Managed);
        options.WarmUp = false;
        using InterruptBinding binding = driver.Enable(device, options);
        Trigger(driver, device, 2, 1);
        Trigger(driver, device, 2, 2);
        Assert.True(SpinWait.SpinUntil(() => offences.Any(static o => o.Kind == OffenceKind.Compiled), LoadedDriver.Deadline));
        binding.Dispose();
        InterruptOffence offence = Assert.Single(offences, static o => o.Kind == OffenceKind.Compiled);
        Assert.Equal((2, 1L), (offence.Vector, offence.Call));
        Assert.Equal(offence.CompiledMethods, binding.Checks[2].CompiledMethods);
    }

    /// <summary>Any call takes longer than the shortest time that there is, and none as long as the longest.</summary>
    [Theory]
    [InlineData(1, true)]
    [InlineData(long.MaxValue, false)]
    public void A_call_that_takes_longer_than_the_limit_is_told(long ticks, bool isTold)
    {
        LoadedDriver driver = Load();
        var offences = new ConcurrentQueue<InterruptOffence>();
        using SimulatedDevice device = NewDevice();
        InterruptOptions options = Options(offences, TopHalfMode.Managed);
        options.HandlerTimeLimit = TimeSpan.FromTicks(ticks);
        using InterruptBinding binding = driver.Enable(device, options);
        Act(driver, static call => _kept = call == 2 ? new byte[10] : null);
        Trigger(driver, device, 0, 1);
        Trigger(driver, device, 0, 2);
        Assert.True(SpinWait.SpinUntil(() => offences.Any(static o => o.Kind == OffenceKind.Allocated), LoadedDriver.Deadline));
        binding.Dispose();
        Assert.True(SpinWait.SpinUntil(() => !isTold || offences.Any(static o => o.Kind == OffenceKind.TookTooLong), LoadedDriver.Deadline));
        InterruptOffence? told = offences.Where(static o => o.Kind == OffenceKind.TookTooLong).Select(static o => (InterruptOffence?)o).SingleOrDefault();
        Assert.Equal(isTold ? 1L : null, told?.Call);
        Assert.True(told is not { Elapsed.Ticks: <= 1 });
        Assert.InRange(binding.Checks[0].Longest, TimeSpan.FromTicks(1), binding.Checks[0].Total);
    }

    /// <summary>The model allocates in each access, of a step and of the handler; and the binding where it tells of a storm.</summary>
    [Theory]
    [InlineData(TopHalfMode.Managed)]
    [InlineData(TopHalfMode.Native)]
    public void What_a_model_does_and_what_tells_of_a_storm_is_not_the_handlers(TopHalfMode mode)
    {
        var driver = new LoadedDriver(DriverSource.Class("[IrqPending(RegisterType.Mmio32, 0, 0, 1, Recheck = 2)] [IrqAck(RegisterType.Mmio32, 0, 0, 1)]", Members));
        var offences = new ConcurrentQueue<InterruptOffence>();
        using var device = new WastefulCard();
        InterruptOptions options = Options(offences, mode);
        using var told = new ManualResetEventSlim();
        options.StormDetected = _ => told.Set();
        using InterruptBinding binding = driver.Enable(device, options);
        Bar bar = device.GetBar(0);
        Act(driver, _ => bar.Write32(8, 1));
        device.TriggerVector(0); // spurious: no call of the handler
        Assert.True(SpinWait.SpinUntil(() => binding.Statistics[0].Spurious == 1, LoadedDriver.Deadline));
        device.IsPending = true;
        device.TriggerVector(0); // pending for ever
        Assert.True(told.Wait(LoadedDriver.Deadline));
        Assert.True(SpinWait.SpinUntil(() => binding.Statistics[0].Handled == 1, LoadedDriver.Deadline));
        binding.Dispose();
        Assert.Equal(0, binding.Checks[0].AllocatedBytes);
        Assert.DoesNotContain(offences, static o => o.Kind == OffenceKind.Allocated);
        Assert.InRange(binding.Checks[0].Calls, 1, 3);
        Assert.True(device.Accesses > 0);
    }

    [Fact]
    public void A_handler_that_throws_ends_the_binding_as_ever()
    {
        LoadedDriver driver = Load();
        using SimulatedDevice device = NewDevice();
        using InterruptBinding binding = driver.Enable(device, Options([], TopHalfMode.Managed));
        Act(driver, static _ => throw new InvalidOperationException("broken"));
        device.TriggerVector(1);
        AggregateException error = Assert.Throws<AggregateException>(() => binding.Completion.Wait(LoadedDriver.Deadline));
        Assert.Equal(1, Assert.IsType<InterruptHandlerException>(error.InnerExceptions[0]).Vector);
        Assert.Equal(1, binding.Statistics[1].Handled);
    }

    [Fact]
    public void Without_it_nobody_looks()
    {
        LoadedDriver driver = Load();
        var offences = new ConcurrentQueue<InterruptOffence>();
        using SimulatedDevice device = NewDevice();
        InterruptOptions options = Options(offences, TopHalfMode.Managed);
        options.Checked = false;
        using InterruptBinding binding = driver.Enable(device, options);
        Act(driver, static _ => _kept = new byte[10]);
        Trigger(driver, device, 0, 1);
        binding.Dispose();
        Assert.Empty(binding.Checks);
        Assert.Empty(offences);
    }

    [Fact]
    public void A_limit_is_more_than_nothing()
    {
        using SimulatedDevice device = NewDevice();
        ArgumentException error = Assert.Throws<ArgumentException>(
            () => Load().Enable(device, new InterruptOptions { Checked = true, HandlerTimeLimit = TimeSpan.Zero }));
        Assert.StartsWith("The options have HandlerTimeLimit = 00:00:00; it is more than zero, and null is no limit.", error.Message, StringComparison.Ordinal);
    }

    private static LoadedDriver Load() => new(DriverSource.Class("", Members));

    private static SimulatedDevice NewDevice()
        => new(new SimulatedDeviceOptions { MsiXVectors = 3, Bars = { [0] = new SimulatedBar(64) } });

    private static InterruptOptions Options(ConcurrentQueue<InterruptOffence> offences, TopHalfMode mode)
        => new() { Checked = true, TopHalf = mode, OffenceDetected = offences.Enqueue };

    private static void Act(LoadedDriver driver, Action<int> act)
        => driver.Instance.GetType().GetField("Act", BindingFlags.Public | BindingFlags.Static)!.SetValue(null, act);

    private static void Trigger(LoadedDriver driver, SimulatedDevice device, int vector, int calls)
    {
        device.TriggerVector(vector);
        PropertyInfo count = driver.Instance.GetType().GetProperty("Calls")!;
        Assert.True(SpinWait.SpinUntil(() => (int)count.GetValue(null)! == calls, LoadedDriver.Deadline), $"call {calls}");
    }

    /// <summary>Allocates in each access; its status is what it is set to, whatever is written.</summary>
    private sealed class WastefulCard() : SimulatedDevice(new SimulatedDeviceOptions { MsiXVectors = 3, Bars = { [0] = new SimulatedBar(64) } })
    {
        private byte[] _waste = [];

        public bool IsPending { get; set; }

        public int Accesses => _waste.Length;

        protected override ulong ReadRegister(in RegisterAccess access)
        {
            _waste = new byte[100];
            return IsPending ? 1u : 0;
        }

        protected override void WriteRegister(in RegisterAccess access) => _waste = new byte[100];
    }
}
