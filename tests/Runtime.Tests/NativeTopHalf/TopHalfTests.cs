using System.Collections.Concurrent;
using System.Globalization;
using TopHalf.Runtime.Tests.Delivery;

namespace TopHalf.Runtime.Tests.NativeTopHalf;

/// <summary>What a native top half does before, beside and after the handlers.</summary>
public sealed class TopHalfTests
{
    private static readonly Step Pending = new(StepRole.Pending, StepOperation.TestAny, RegisterType.Mmio32, 0, 0x10, Mask: 0xFF);
    private static readonly Step Mask = new(StepRole.Disable, StepOperation.Write, RegisterType.Mmio32, 0, 0x20, Value: 1);
    private static readonly Step Acknowledge = new(StepRole.Acknowledge, StepOperation.Echo, RegisterType.Mmio32, 0, 0x30, Mask: 0x0F);
    private static readonly Step AcknowledgeAfter = new(StepRole.Acknowledge, StepOperation.Echo, RegisterType.Mmio32, 0, 0x34, Mask: 0xF0);
    private static readonly Step Unmask = new(StepRole.Enable, StepOperation.Modify, RegisterType.Mmio16, 0, 0x22, Mask: 0x0F00, Value: 0x0500);

    [Fact]
    public void It_tests_masks_and_acknowledges_while_a_handler_runs()
    {
        using var card = new Card([Pending, Mask, Acknowledge, Step.Handle("OnInterrupt")], vectors: 2);
        card.Raise(0, 0x81);
        card.HandlerEntered();
        card.Raise(1, 0x42);
        card.TraceReaches(6);
        Assert.Equal(0, card.Binding.Statistics.Handled);
        Assert.Equal(
            ["read32 0:0x10 = 0x00000081", "write32 0:0x20 = 0x00000001", "write32 0:0x30 = 0x00000001",
             "read32 0:0x10 = 0x00000042", "write32 0:0x20 = 0x00000001", "write32 0:0x30 = 0x00000002"],
            card.Trace);
        card.LetHandlersRun();
        card.Handled(2);
        Assert.Equal([(0, 0x81ul, 1L), (1, 0x42ul, 1L)], card.Calls);
    }

    [Fact]
    public void Each_record_has_the_time_of_its_own_interrupt()
    {
        using var card = new Card([Pending, Acknowledge, Step.Handle("OnInterrupt")]);
        card.Raise(0, 1);
        card.HandlerEntered();
        for (int i = 1; i < 4; i++)
        {
            card.Raise(0, 1);
            card.TraceReaches(2 * (i + 1));
        }

        long released = System.Diagnostics.Stopwatch.GetTimestamp();
        card.LetHandlersRun();
        card.Handled(4);
        Assert.Equal(4, card.Times.Count);
        Assert.All(card.Times.Zip(card.Times.Skip(1)), static pair => Assert.True(pair.First < pair.Second));
        Assert.All(card.Times, time => Assert.True(time < released));
    }

    [Fact]
    public void Steps_after_the_handler_run_after_it_and_it_is_unmasked_when_no_event_is_left()
    {
        using var card = new Card([Pending, Mask, Acknowledge, Step.Handle("OnInterrupt"), AcknowledgeAfter, Unmask]);
        card.Raise(0, 0x11);
        card.HandlerEntered();
        card.Raise(0, 0x22);
        card.TraceReaches(6);
        card.LetHandlersRun();
        card.Handled(2);
        card.TraceReaches(10);
        Assert.Equal(
            ["write32 0:0x34 = 0x00000010", "write32 0:0x34 = 0x00000020", "read16 0:0x22 = 0x0000", "write16 0:0x22 = 0x0500"],
            card.Trace.Skip(6));
    }

    [Fact]
    public void What_is_left_after_the_last_handler_is_done_before_the_source_is_masked_at_the_end()
    {
        var card = new Card([Pending, Mask, Step.Handle("OnInterrupt"), AcknowledgeAfter, Unmask]);
        card.Raise(0, 0x30);
        card.HandlerEntered();
        Task end = Task.Run(card.Dispose);
        card.LetHandlersRun();
        end.MustEnd();
        Assert.Equal(
            ["read32 0:0x10 = 0x00000030", "write32 0:0x20 = 0x00000001", "write32 0:0x34 = 0x00000030", "read16 0:0x22 = 0x0000",
             "write16 0:0x22 = 0x0500", "write32 0:0x20 = 0x00000001"],
            card.Trace);
    }

    [Fact]
    public void An_interrupt_that_is_not_pending_wakes_nobody_and_is_counted()
    {
        using var card = new Card([Pending, Acknowledge, Step.Handle("OnInterrupt")], vectors: 3);
        card.LetHandlersRun();
        card.Raise(1, 0x100);
        card.TraceReaches(1);
        Assert.True(SpinWait.SpinUntil(() => card.Binding.Statistics[1].Spurious == 1, TestDevices.Patience));
        Assert.Equal((1, 0, 0), (card.Binding.Statistics[1].Signals, card.Binding.Statistics.Handled, card.Calls.Count));
        card.Dispose();
        Assert.Equal(1, card.Binding.Statistics[1].Spurious);
    }

    /// <summary>The receive thread is woken for its handlers: not for what is none of the card's, and not when steps after a handler were run.</summary>
    [Fact]
    public void A_receive_thread_that_sleeps_is_woken_for_its_handlers_only()
    {
        const int Rounds = 50;
        using var card = new Card([Pending, Mask, Step.Handle("OnInterrupt"), Unmask]);
        card.LetHandlersRun();
        card.Raise(0, 0x80);
        card.Handled(1);
        long Sleeps() => long.Parse(
            File.ReadLines($"/proc/self/task/{card.ReceiveThread}/status").First(static line => line.StartsWith("voluntary", StringComparison.Ordinal)).Split('\t')[1],
            CultureInfo.InvariantCulture);

        card.TraceReaches(4);
        Assert.True(SpinWait.SpinUntil(() => File.ReadAllText($"/proc/self/task/{card.ReceiveThread}/stat").Contains(") S ", StringComparison.Ordinal), TestDevices.Patience));
        long before = Sleeps();
        for (int i = 1; i <= Rounds; i++)
        {
            card.Raise(0, 0x100);
            Assert.True(SpinWait.SpinUntil(() => card.Binding.Statistics[0].Spurious == i, TestDevices.Patience));
        }

        // One wake-up that was on its way when it fell asleep the first time is no fault.
        Assert.InRange(Sleeps() - before, 0, 1);
    }

    [Theory]
    [InlineData(WaitMode.Block)]
    [InlineData(WaitMode.Adaptive)]
    [InlineData(WaitMode.Spin)]
    public void A_full_ring_loses_nothing(WaitMode mode)
    {
        using var card = new Card([Pending, Acknowledge, Step.Handle("OnInterrupt")], vectors: 2, ringLength: 4, mode);
        card.Raise(0, 0x80);
        card.HandlerEntered();

        // The ring takes four, of which one is with the handler; the others are merged by vector.
        for (int i = 0; i < 20; i++)
        {
            card.Raise(i % 2, 1u << (i % 7));
            card.TraceReaches(2 * (i + 2));
        }

        card.LetHandlersRun();
        Assert.True(SpinWait.SpinUntil(() => card.Binding.Statistics.Signals == 21, TestDevices.Patience), card.Binding.Statistics.Signals.ToString(null, null));
        Assert.Equal(21, card.Calls.Sum(static c => c.Signals));
        Assert.Equal(0xFFul, card.Calls.Aggregate(0ul, static (bits, c) => bits | c.Status));
        Assert.Equal(6, card.Calls.Count); // 4 + one for each vector
        Assert.Equal(17, card.Binding.Statistics.Vectors.Sum(static v => v.Merged));
        Assert.Equal((6, 15), (card.Binding.Statistics.Handled, card.Binding.Statistics.Coalesced));

        // And the ring is as before.
        card.Raise(1, 2);
        card.Handled(7);
        Assert.Equal((1, 2ul, 1L), card.Calls.Last());
    }

    [Fact]
    public void Many_vectors_over_and_over_while_handlers_are_slow()
    {
        const int Vectors = 40;
        const int Rounds = 2_000;
        using var card = new Card([Step.Handle("OnInterrupt")], Vectors, ringLength: 8);
        card.LetHandlersRun();
        Task[] raisers = [.. Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
        {
            for (int i = 0; i < Rounds; i++)
            {
                card.Device.Raise(i % Vectors);
            }
        }))];
        Assert.All(raisers, static task => task.MustEnd());
        Assert.True(SpinWait.SpinUntil(() => card.Binding.Statistics.Signals == 3 * Rounds, TestDevices.Patience));
        Assert.Equal(3 * Rounds, card.Calls.Sum(static c => c.Signals));
        Assert.All(card.Binding.Statistics.Vectors, static v => Assert.Equal(3 * Rounds / Vectors, v.Signals));
    }

    [Fact]
    public async Task A_register_that_fails_is_the_handlers_fault_as_without_it()
    {
        using var card = new Card([Pending, Acknowledge, Step.Handle("OnInterrupt")], vectors: 2);
        card.Device.FailNext(SimulatedFault.ReadRegister, 5);
        card.Device.Raise(1);
        InterruptHandlerException thrown =
            await Assert.ThrowsAsync<InterruptHandlerException>(() => card.Binding.Completion.WaitAsync(TestDevices.Patience));
        Assert.Equal((1, 5), (thrown.Vector, Assert.IsType<PciDeviceException>(thrown.InnerException).Errno));
        Assert.False(card.Device.HasBusMaster());
    }

    [Fact]
    public async Task A_card_that_is_gone_is_told_from_a_status_of_all_ones()
    {
        using var card = new Card([Pending with { Mask = 0xFFFF_FFFF }, Step.Handle("OnInterrupt")]);
        card.LetHandlersRun();
        card.Raise(0, 0xFFFF_FFFF);
        card.Handled(1);
        card.Device.Remove();
        card.Device.TriggerVector(0);
        await Assert.ThrowsAsync<DeviceGoneException>(() => card.Binding.Completion.WaitAsync(TestDevices.Patience));
        Assert.Equal([(0, 0xFFFF_FFFFul, 1L)], card.Calls);
    }

    [Fact]
    public void Ports_and_all_widths_are_reached()
    {
        Step[] program =
        [
            new(StepRole.Pending, StepOperation.TestEqual, RegisterType.Mmio8, 0, 0x11, Mask: 0xF0, Value: 0xA0),
            new(StepRole.Disable, StepOperation.Modify, RegisterType.Mmio64, 0, 0x40, Mask: 0xFF00, Value: 0x1200),
            new(StepRole.Acknowledge, StepOperation.Echo, RegisterType.Port16, 2, 0x8, Mask: 0xFF),
            Step.Handle("OnInterrupt"),
        ];
        using var card = new Card(program);
        card.LetHandlersRun();
        card.Device.Poke(0, 0x40, 8, 0x1122_3344_5566_7788);
        card.Raise(0, 0xA5 << 8);
        card.Handled(1);
        Assert.Equal(
            ["read8 0:0x11 = 0xA5", "read64 0:0x40 = 0x1122334455667788", "write64 0:0x40 = 0x1122334455661288", "write16 2:0x08 = 0x00A5"],
            card.Trace);
    }

    [Fact]
    public void Where_there_are_no_eventfds_it_is_refused_or_done_without()
    {
        using SimulatedDevice device = TestDevices.Create(way: Way.InProcess);
        var driver = new ScriptedDriver(static (in Interrupt _) => { }, new VectorRange(0));
        PciDeviceException refused = Assert.Throws<PciDeviceException>(() => driver.Enable(device, new InterruptOptions { TopHalf = TopHalfMode.Native }));
        Assert.Contains("TopHalfMode.Auto", refused.Message, StringComparison.Ordinal);
        using InterruptBinding binding = driver.Enable(device, new InterruptOptions { TopHalf = TopHalfMode.Auto });
        Assert.True(device.Raise(0));
    }

    /// <summary>A simulated card, bound with a native top half, whose handlers wait until the test lets them run.</summary>
    private sealed class Card : IDisposable
    {
        private readonly ManualResetEvent _entered = new(false);
        private readonly ManualResetEvent _leave = new(false);
        private readonly RegisterTrace _trace;

        public Card(Step[] program, int vectors = 1, int? ringLength = null, WaitMode mode = WaitMode.Block)
        {
            Device = TestDevices.Create(vectors);
            var driver = new ScriptedDriver(ScriptedDriver.Declare([new VectorRange(0, vectors)], program), Handle);
            var options = new InterruptOptions { TopHalf = TopHalfMode.Native, WaitMode = mode, RingLength = ringLength };
            Binding = driver.Enable(Device, options);
            _trace = Device.StartTrace();
        }

        public SimulatedDevice Device { get; }

        public InterruptBinding Binding { get; }

        public ConcurrentQueue<(int Vector, ulong Status, long Signals)> Calls { get; } = [];

        public ConcurrentQueue<long> Times { get; } = [];

        /// <summary>The kernel's number of the thread that ran the last handler.</summary>
        public string ReceiveThread { get; private set; } = "";

        public IEnumerable<string> Trace => _trace.Select(static a => a.ToString());

        public void Raise(int vector, uint pending)
        {
            Device.Poke(0, 0x10, 4, pending);
            Assert.True(Device.Raise(vector));
        }

        public void HandlerEntered() => _entered.MustCome();

        public void LetHandlersRun() => _leave.Set();

        public void TraceReaches(int count)
            => Assert.True(SpinWait.SpinUntil(() => _trace.Count == count, TestDevices.Patience), string.Join("; ", Trace));

        public void Handled(int count)
            => Assert.True(SpinWait.SpinUntil(() => Binding.Statistics.Handled == count, TestDevices.Patience), $"{Binding.Statistics.Handled} of {count}");

        public void Dispose()
        {
            _leave.Set();
            Binding.Dispose();
            Device.Dispose();
        }

        private void Handle(in Interrupt irq)
        {
            Calls.Enqueue((irq.Vector, irq.Status, irq.Signals));
            Times.Enqueue(irq.Timestamp);
            ReceiveThread = Path.GetFileName(new FileInfo("/proc/thread-self").LinkTarget!);
            _entered.Set();
            _leave.MustCome();
        }
    }
}
