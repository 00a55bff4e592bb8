using System.Diagnostics.Metrics;

namespace TopHalf.Generator.Tests.Running;

/// <summary>The counts of bindings, as whoever listens to the meter sees them.</summary>
public sealed class MetricsTests
{
    [Fact]
    public void A_listener_sees_what_is_counted_while_the_binding_lives()
    {
        var driver = new LoadedDriver(DriverSource.Class("", """
            [MsiVector(0)] [IrqPending(RegisterType.Mmio32, 0, 0, 1)] void OnA(in Interrupt irq) => Log.Add("OnA", in irq);
            [MsiVector(1)] void OnB(in Interrupt irq) => Log.Add("OnB", in irq);
            """));
        using var device = new SimulatedDevice(new SimulatedDeviceOptions { Name = "metrics", MsiXVectors = 2, Bars = { [0] = new SimulatedBar(64) } });
        using InterruptBinding binding = driver.Enable(device);
        device.Raise(0);
        device.Raise(1);
        driver.WaitForLines(1);
        Assert.True(SpinWait.SpinUntil(() => binding.Statistics is { Spurious: 1, Handled: 1 }, LoadedDriver.Deadline));

        Assert.Equal(["handled OnA 0: 0", "handled OnB 1: 1", "spurious OnA 0: 1", "spurious OnB 1: 0"], Listen());
        binding.Dispose();
        Assert.Empty(Listen());
    }

    private static string[] Listen()
    {
        var seen = new List<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument.Meter.Name == "TopHalf" && instrument.Name is "tophalf.interrupts.handled" or "tophalf.interrupts.spurious")
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
        {
            Dictionary<string, object?> named = tags.ToArray().ToDictionary(static t => t.Key, static t => t.Value);
            if (named["device"] is "metrics" && named["driver"] is "MyDriver")
            {
                seen.Add($"{instrument.Name.Split('.')[^1]} {named["handler"]} {named["vector"]}: {value}");
            }
        });
        listener.Start();
        listener.RecordObservableInstruments();
        return [.. seen.Order(StringComparer.Ordinal)];
    }
}
