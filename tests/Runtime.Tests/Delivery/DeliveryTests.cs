using System.Collections.Concurrent;
using System.Diagnostics;

namespace TopHalf.Runtime.Tests.Delivery;

/// <summary>From the device to the handler, over eventfds and within the process.</summary>
public sealed class DeliveryTests
{
    [Theory]
    [InlineData(Way.EventFds)]
    [InlineData(Way.InProcess)]
    [InlineData(Way.TopHalf)]
    [InlineData(Way.Spin)]
    [InlineData(Way.Adaptive)]
    [InlineData(Way.Software)]
    [InlineData(Way.SoftwareSpin)]
    [InlineData(Way.SoftwareAdaptive)]
    [InlineData(Way.Bridged)]
    [InlineData(Way.UserInterrupts)]
    [InlineData(Way.AdaptiveTopHalf)]
    public void A_raised_vector_reaches_the_handler_with_its_number_index_and_time(Way way)
    {
        using SimulatedDevice device = TestDevices.Create(vectors: 8, way);
        using var handled = new ManualResetEvent(false);
        (int Vector, int Index, ulong Status, long Signals, long Timestamp) seen = default;
        var driver = new ScriptedDriver(
            (in Interrupt irq) =>
            {
                seen = (irq.Vector, irq.Index, irq.Status, irq.Signals, irq.Timestamp);
                handled.Set();
            },
            new VectorRange(4, 3));
        long before = Stopwatch.GetTimestamp();
        using InterruptBinding binding = driver.Enable(device, way.Options());
        Assert.True(device.Raise(5));
        handled.MustCome();
        Assert.Equal((5, 1, 0ul, 1L), (seen.Vector, seen.Index, seen.Status, seen.Signals));
        Assert.InRange(seen.Timestamp, before, Stopwatch.GetTimestamp());
    }

    [Theory]
    [InlineData(1, Way.EventFds)]
    [InlineData(1, Way.InProcess)]
    [InlineData(1, Way.TopHalf)]
    [InlineData(1, Way.Spin)]
    [InlineData(1, Way.Adaptive)]
    [InlineData(1, Way.Software)]
    [InlineData(1, Way.SoftwareSpin)]
    [InlineData(1, Way.SoftwareAdaptive)]
    [InlineData(1, Way.Bridged)]
    [InlineData(1, Way.UserInterrupts)]
    [InlineData(1, Way.AdaptiveTopHalf)]
    [InlineData(100, Way.EventFds)]
    [InlineData(100, Way.InProcess)]
    [InlineData(100, Way.TopHalf)]
    [InlineData(100, Way.Spin)]
    [InlineData(100, Way.Adaptive)]
    [InlineData(64, Way.Software)]
    [InlineData(64, Way.SoftwareSpin)]
    [InlineData(64, Way.SoftwareAdaptive)]
    [InlineData(64, Way.Bridged)]
    [InlineData(64, Way.UserInterrupts)]
    [InlineData(100, Way.AdaptiveTopHalf)]
    public void Every_interrupt_of_every_vector_is_counted_once(int vectors, Way way)
    {
        const int PerVector = 500;
        using SimulatedDevice device = TestDevices.Create(vectors, way);
        using var all = new CountdownEvent(vectors * PerVector);
        var driver = new ScriptedDriver((in Interrupt irq) => all.Signal((int)irq.Signals), new VectorRange(0, vectors));
        using InterruptBinding binding = driver.Enable(device, way.Options());
        Parallel.For(0, 4, _ =>
        {
            for (int i = 0; i < PerVector / 4; i++)
            {
                for (int vector = 0; vector < vectors; vector++)
                {
                    Assert.True(device.Raise(vector));
                }
            }
        });
        all.MustCome();
        binding.Dispose();
        Assert.All(binding.Statistics.Vectors, v => Assert.Equal((PerVector, 0), (v.Signals, v.Spurious)));
        Assert.All(binding.Statistics.Vectors, v => Assert.Equal(v.Signals, v.Handled + v.Coalesced));
        Assert.Equal(vectors * PerVector, binding.Statistics.Signals);
    }

    [Theory]
    [InlineData(1, Way.EventFds)]
    [InlineData(1, Way.InProcess)]
    [InlineData(1, Way.Spin)]
    [InlineData(1, Way.Adaptive)]
    [InlineData(1, Way.Software)]
    [InlineData(1, Way.SoftwareSpin)]
    [InlineData(1, Way.SoftwareAdaptive)]
    [InlineData(2, Way.EventFds)]
    [InlineData(2, Way.InProcess)]
    [InlineData(2, Way.Spin)]
    [InlineData(2, Way.Adaptive)]
    [InlineData(2, Way.Software)]
    [InlineData(2, Way.SoftwareSpin)]
    [InlineData(2, Way.SoftwareAdaptive)]
    public void Signals_that_come_while_the_handler_runs_arrive_as_one_call(int vectors, Way way)
    {
        using SimulatedDevice device = TestDevices.Create(vectors, way);
        using var entered = new ManualResetEvent(false);
        using var leave = new ManualResetEvent(false);
        using var second = new ManualResetEvent(false);
        var signals = new ConcurrentQueue<long>();
        var driver = new ScriptedDriver(
            (in Interrupt irq) =>
            {
                signals.Enqueue(irq.Signals);
                if (signals.Count == 1)
                {
                    entered.Set();
                    leave.MustCome();
                }
                else
                {
                    second.Set();
                }
            },
            new VectorRange(0, vectors));
        using InterruptBinding binding = driver.Enable(device, way.Options());
        device.Raise(0);
        entered.MustCome();
        for (int i = 0; i < 5; i++)
        {
            device.Raise(0);
        }

        leave.Set();
        second.MustCome();
        Assert.Equal([1L, 5L], signals);
        binding.Dispose();
        Assert.Equal((6, 4), (binding.Statistics[0].Signals, binding.Statistics[0].Coalesced));
    }

    /// <summary>Where another thread sends signals on, that one decides which of them come together.</summary>
    [Theory]
    [InlineData(Way.Bridged)]
    [InlineData(Way.UserInterrupts)]
    public void Signals_that_are_sent_on_while_the_handler_runs_all_arrive(Way way)
    {
        using SimulatedDevice device = TestDevices.Create(vectors: 2, way);
        using var entered = new ManualResetEvent(false);
        using var leave = new ManualResetEvent(false);
        long signals = 0;
        var driver = new ScriptedDriver(
            (in Interrupt irq) =>
            {
                if (Interlocked.Add(ref signals, irq.Signals) == 1)
                {
                    entered.Set();
                    leave.MustCome();
                }
            },
            new VectorRange(0, 2));
        using InterruptBinding binding = driver.Enable(device, way.Options());
        device.Raise(0);
        entered.MustCome();
        for (int i = 0; i < 5; i++)
        {
            device.Raise(0);
        }

        leave.Set();
        Assert.True(SpinWait.SpinUntil(() => Interlocked.Read(ref signals) == 6, TestDevices.Patience), $"{Interlocked.Read(ref signals)} of 6 signals came");
        binding.Dispose();
        VectorStatistics vector = binding.Statistics[0];
        Assert.Equal((6L, 6L), (vector.Signals, vector.Handled + vector.Coalesced));
    }

    [Fact]
    public void Named_threads_run_their_own_vectors()
    {
        using SimulatedDevice device = TestDevices.Create();
        using var all = new CountdownEvent(4);
        var threads = new ConcurrentDictionary<int, string?>();
        var driver = new ScriptedDriver(
            (in Interrupt irq) =>
            {
                threads[irq.Vector] = Thread.CurrentThread.Name;
                all.Signal();
            },
            new VectorRange(0), new VectorRange(1, 1, "rx"), new VectorRange(2, 1, "tx"), new VectorRange(3, 1, "rx"));
        using InterruptBinding binding = driver.Enable(device, null);
        for (int vector = 0; vector < 4; vector++)
        {
            device.Raise(vector);
        }

        all.MustCome();
        Assert.Equal(["irq/ScriptedDriver", "irq/ScriptedDriver-rx", "irq/ScriptedDriver-tx", "irq/ScriptedDriver-rx"],
            Enumerable.Range(0, 4).Select(v => threads[v]));
    }

    [Fact]
    public void An_interrupt_that_is_not_pending_is_spurious_and_not_handled()
    {
        using SimulatedDevice device = TestDevices.Create();
        using var handled = new ManualResetEvent(false);
        DriverManifest manifest = ScriptedDriver.Declare(
            [new VectorRange(0)],
            [new Step(StepRole.Pending, StepOperation.TestAny, RegisterType.Mmio32, 0, 0x10, Mask: 0x2), Step.Handle("OnInterrupt")]);
        using InterruptBinding binding = new ScriptedDriver(manifest, (in Interrupt irq) => handled.Set()).Enable(device, null);
        device.Poke(0, 0x10, 4, 0x1);
        using (RegisterTrace trace = device.StartTrace())
        {
            device.Raise(0);
            Assert.True(SpinWait.SpinUntil(() => trace.Count == 1, TestDevices.Patience));
        }

        device.Poke(0, 0x10, 4, 0x3);
        device.Raise(0);
        handled.MustCome();
        binding.Dispose();
        VectorStatistics counted = binding.Statistics[0];
        Assert.Equal((2, 1, 1, 0), (counted.Signals, counted.Handled, counted.Spurious, counted.Coalesced));
    }

    [Fact]
    public void Statistics_name_only_declared_vectors()
    {
        using SimulatedDevice device = TestDevices.Create();
        using InterruptBinding binding = new ScriptedDriver(static (in Interrupt _) => { }, new VectorRange(0), new VectorRange(5)).Enable(device, null);
        Assert.Equal([0, 5], binding.Statistics.Vectors.Select(v => v.Vector));
        Assert.Throws<ArgumentOutOfRangeException>(() => binding.Statistics[3]);
    }

    /// <summary>What stands in the statistics has been done: neither is a call counted before its end, nor an event that no handler got.</summary>
    [Theory]
    [InlineData(Way.EventFds)]
    [InlineData(Way.InProcess)]
    [InlineData(Way.TopHalf)]
    [InlineData(Way.Spin)]
    [InlineData(Way.Adaptive)]
    [InlineData(Way.Software)]
    [InlineData(Way.SoftwareSpin)]
    [InlineData(Way.SoftwareAdaptive)]
    [InlineData(Way.Bridged)]
    [InlineData(Way.UserInterrupts)]
    [InlineData(Way.AdaptiveTopHalf)]
    public void Only_ended_calls_are_counted_also_when_a_stop_races_the_wait(Way way)
    {
        for (int round = 0; round < 300; round++)
        {
            using SimulatedDevice device = TestDevices.Create(way: way);
            int calls = 0;
            var driver = new ScriptedDriver((in Interrupt _) => Interlocked.Increment(ref calls), new VectorRange(0, 4));
            using InterruptBinding binding = driver.Enable(device, way.Options());
            Task raise = Task.Run(() =>
            {
                for (int vector = 0; vector < 4; vector++)
                {
                    device.Raise(vector);
                }
            });
            binding.Dispose();
            raise.MustEnd();
            Assert.Equal(calls, binding.Statistics.Handled);
        }
    }

    [Fact]
    public void A_running_call_is_not_counted_yet()
    {
        using SimulatedDevice device = TestDevices.Create();
        using var entered = new ManualResetEvent(false);
        using var leave = new ManualResetEvent(false);
        var driver = new ScriptedDriver(
            (in Interrupt _) =>
            {
                entered.Set();
                leave.MustCome();
            },
            new VectorRange(0, 2));
        using InterruptBinding binding = driver.Enable(device, null);
        device.Raise(0);
        device.Raise(1);
        entered.MustCome();
        Assert.Equal((0, 0), (binding.Statistics.Handled, binding.Statistics.Signals));
        leave.Set();
        Assert.True(SpinWait.SpinUntil(() => binding.Statistics.Handled == 2, TestDevices.Patience));
    }

    [Fact]
    public void A_snapshot_beside_the_counting_never_contradicts_itself()
    {
        using SimulatedDevice device = TestDevices.Create(vectors: 1);
        using InterruptBinding binding = new ScriptedDriver(static (in Interrupt _) => { }, new VectorRange(0)).Enable(device, null);
        Task raise = Task.Run(() =>
        {
            for (int i = 0; i < 100_000; i++)
            {
                device.Raise(0);
            }
        });
        while (!raise.IsCompleted)
        {
            VectorStatistics seen = binding.Statistics[0];
            Assert.True(seen is { Handled: >= 0, Coalesced: >= 0 } && seen.Signals <= 100_000, seen.ToString());
        }

        raise.MustEnd();
    }
}
