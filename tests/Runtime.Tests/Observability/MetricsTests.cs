using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using TopHalf.Runtime.Tests.Delivery;

namespace TopHalf.Runtime.Tests.Observability;

/// <summary>What the meter says of a binding, to whoever listens.</summary>
public sealed class MetricsTests
{
    private static readonly TimeSpan Held = TimeSpan.FromMilliseconds(2);

    [Fact]
    public void Counts_are_those_of_the_vectors()
    {
        using SimulatedDevice device = TestDevices.Create(vectors: 2, Way.EventFds);
        using var all = new CountdownEvent(5);
        Step[] program = [new Step(StepRole.Pending, StepOperation.TestAny, RegisterType.Mmio32, Bar: 0, Offset: 0x10, Mask: 1), Step.Handle("OnInterrupt")];
        using InterruptBinding binding = new ScriptedDriver(
            ScriptedDriver.Declare([new VectorRange(0, 2)], program), (in Interrupt irq) => all.Signal((int)irq.Signals)).Enable(device, null);
        Assert.True(device.Raise(0));
        TestDevices.WaitFor(() => binding.Statistics.Spurious == 1);
        device.Poke(0, 0x10, 4, 1);
        for (int i = 0; i < 5; i++)
        {
            Assert.True(device.Raise(1));
        }

        all.MustCome();
        TestDevices.WaitFor(() => binding.Statistics.Signals == 6);
        Reading[] readings = Read(device.Name);
        Assert.Equal(5, readings.Single(static r => r.Instrument == "tophalf.interrupts.signals" && r["vector"] == "1").Value);
        Assert.Equal(1, readings.Single(static r => r.Instrument == "tophalf.interrupts.signals" && r["vector"] == "0").Value);
        Assert.Equal([1, 0], Of("tophalf.interrupts.spurious"));
        Assert.Equal(0, Of("tophalf.interrupts.handled")[0]);
        Assert.Equal("OnInterrupt", readings.First(static r => r.Instrument == "tophalf.interrupts.handled")["handler"]);
        Assert.Equal("Tests.ScriptedDriver", readings[0]["driver"]);

        double[] Of(string instrument) => [.. readings.Where(r => r.Instrument == instrument).OrderBy(static r => r["vector"], StringComparer.Ordinal).Select(static r => r.Value)];
    }

    [Theory]
    [InlineData(Way.EventFds)]
    [InlineData(Way.TopHalf)]
    [InlineData(Way.Software)]
    public void Latencies_are_taken_from_the_first_question_on(Way way)
    {
        using SimulatedDevice device = TestDevices.Create(vectors: 1, way);
        using InterruptBinding binding = new ScriptedDriver(
            static (in Interrupt irq) =>
            {
                // It is the clock that is under test: the handler ends when it has gone on for so long.
                while (Stopwatch.GetElapsedTime(irq.Timestamp) < Held)
                {
                    Thread.SpinWait(1);
                }
            },
            new VectorRange(0, 1)).Enable(device, way.Options());
        Raise(1);
        Assert.DoesNotContain(Read(device.Name), static r => r.Instrument == "tophalf.interrupts.latency");

        Raise(4);

        // The last one is added when the thread waits again.
        TestDevices.WaitFor(() => Bucket("+Inf") >= 4);
        Assert.Equal(0, Bucket("0.000001024"));
        Assert.Equal(0, Bucket("0.001048576")); // each was held for two milliseconds
        Reading longest = Read(device.Name).Single(static r => r.Instrument == "tophalf.interrupts.latency" && r["quantile"] == "1");
        Assert.InRange(longest.Value, 0.002, 60);
        Assert.Equal("", longest["thread"]);

        double Bucket(string bound) => Read(device.Name).Single(r => r.Instrument == "tophalf.interrupts.latency.bucket" && r["le"] == bound).Value;

        void Raise(int times)
        {
            for (int i = 0; i < times; i++)
            {
                long before = binding.Statistics.Handled;
                Assert.True(device.Raise(0));
                TestDevices.WaitFor(() => binding.Statistics.Handled == before + 1);
            }
        }
    }

    [Fact]
    public void A_binding_that_has_ended_is_not_told_of()
    {
        using SimulatedDevice device = TestDevices.Create(vectors: 1, Way.EventFds);
        new ScriptedDriver(static (in Interrupt irq) => { }, new VectorRange(0, 1)).Enable(device, null).Dispose();
        Assert.Empty(Read(device.Name));
    }

    private static Reading[] Read(string device)
    {
        var readings = new List<Reading>();
        using var listener = new MeterListener
        {
            InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument.Meter.Name == "TopHalf")
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => readings.Add(new(instrument.Name, value, tags.ToArray())));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => readings.Add(new(instrument.Name, value, tags.ToArray())));
        listener.Start();
        listener.RecordObservableInstruments();
        return [.. readings.Where(reading => reading["device"] == device)];
    }

    private sealed record Reading(string Instrument, double Value, KeyValuePair<string, object?>[] Tags)
    {
        public string this[string tag] => string.Create(CultureInfo.InvariantCulture, $"{Tags.Single(t => t.Key == tag).Value}");
    }
}
