using System.Collections.Concurrent;
using System.Diagnostics.Tracing;
using System.Globalization;
using TopHalf.Runtime.Tests.Delivery;

namespace TopHalf.Runtime.Tests.Observability;

/// <summary>What a listener of the provider TopHalf gets to know.</summary>
public sealed class EventSourceTests
{
    [Fact]
    public void The_provider_is_well_formed()
    {
        // Empty where it is not: then nobody would be told anything.
        Assert.Null(InterruptEventSource.Log.ConstructionException);
        Assert.Contains("BindingStarted", EventSource.GenerateManifest(typeof(InterruptEventSource), "TopHalf.dll", EventManifestOptions.Strict), StringComparison.Ordinal);
    }

    [Fact]
    public void A_binding_begins_and_ends()
    {
        using SimulatedDevice device = TestDevices.Create(vectors: 3, Way.EventFds);
        using var listener = new Listener();
        using (InterruptBinding binding = new ScriptedDriver(static (in Interrupt irq) => { }, new VectorRange(0, 3)).Enable(device, null))
        {
            Assert.True(device.Raise(2));
            TestDevices.WaitFor(() => binding.Statistics.Handled == 1);
        }

        Assert.Equal(
            [$"{device.Name}: Tests.ScriptedDriver handles 3 vectors on 1 threads.", $"{device.Name}: Tests.ScriptedDriver has ended after 1 calls of handlers."],
            listener.Told);
    }

    [Fact]
    public void A_handler_that_throws_is_told_of()
    {
        using SimulatedDevice device = TestDevices.Create(vectors: 1, Way.EventFds);
        using var listener = new Listener();
        using InterruptBinding binding = new ScriptedDriver(static (in Interrupt irq) => throw new InvalidTimeZoneException("so"), new VectorRange(0, 1)).Enable(device, null);
        Assert.True(device.Raise(0));
        Assert.Throws<AggregateException>(() => binding.Completion.Wait(TimeSpan.FromSeconds(60)));
        Assert.Contains(listener.Told, told => told.StartsWith($"{device.Name}: Tests.ScriptedDriver ends: ", StringComparison.Ordinal) && told.Contains("OnInterrupt", StringComparison.Ordinal));
    }

    [Fact]
    public void A_storm_is_told_of()
    {
        using SimulatedDevice device = TestDevices.Create(vectors: 1, Way.EventFds);
        using var listener = new Listener();
        Step[] program = [new Step(StepRole.Pending, StepOperation.TestAny, RegisterType.Mmio32, Bar: 0, Offset: 0x10, Mask: 1), Step.Handle("OnInterrupt")];
        var driver = new ScriptedDriver(ScriptedDriver.Declare([new VectorRange(0, 1)], program), static (in Interrupt irq) => { });
        using InterruptBinding binding = driver.Enable(device, new InterruptOptions { StormRate = 3 });
        for (int i = 1; i <= 4; i++)
        {
            Assert.True(device.Raise(0));
            int spurious = i;
            TestDevices.WaitFor(() => binding.Statistics.Spurious == spurious);
        }

        TestDevices.WaitFor(() => listener.Told.Contains($"{device.Name}: vector 0, OnInterrupt, interrupts without end; masked: False."));
    }

    [Fact]
    public void A_device_that_the_kernel_asks_for_is_told_of()
    {
        using SimulatedDevice device = TestDevices.Create(vectors: 1, Way.EventFds);
        using var listener = new Listener();
        using InterruptBinding binding = new ScriptedDriver(static (in Interrupt irq) => { }, new VectorRange(0, 1)).Enable(device, null);
        device.RequestRelease();
        Assert.True(binding.Completion.Wait(TimeSpan.FromSeconds(60)));
        Assert.Contains($"{device.Name}: Tests.ScriptedDriver ends: the kernel asks for the device.", listener.Told);
    }

    private sealed class Listener : EventListener
    {
        private readonly ConcurrentQueue<string> _told = new();

        public IEnumerable<string> Told => _told;

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name == "TopHalf")
            {
                EnableEvents(eventSource, EventLevel.Informational);
            }
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData)
            => _told?.Enqueue(string.Format(CultureInfo.InvariantCulture, eventData.Message!, [.. eventData.Payload!]));
    }
}
