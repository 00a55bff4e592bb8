using System.Diagnostics.Metrics;

namespace TopHalf;

/// <summary>
/// The counts of all live bindings as metrics of the meter <c>TopHalf</c>: for dotnet-counters, OpenTelemetry and the like. They are
/// read when somebody asks, from what is counted anyway: the path of an interrupt does not know of them.
/// </summary>
internal static class InterruptMetrics
{
    private const string Unit = "{interrupt}";
    private static readonly Meter Meter = new("TopHalf");

    /// <summary>Called once.</summary>
    public static void Publish()
    {
        Add("tophalf.interrupts.signals", "Signals that devices sent.", static v => v.Signals);
        Add("tophalf.interrupts.handled", "Calls of handlers that have ended.", static v => v.Handled);
        Add("tophalf.interrupts.coalesced", "Signals that came together with an earlier one.", static v => v.Coalesced);
        Add("tophalf.interrupts.spurious", "Interrupts whose status register said no.", static v => v.Spurious);
        Add("tophalf.interrupts.unclaimed", "Status bits that no handler claims.", static v => v.Unclaimed);
        Add("tophalf.interrupts.storms", "Sources that were taken for a storm and masked.", static v => v.Storms);
    }

    private static void Add(string name, string description, Func<VectorStatistics, long> count)
        => Meter.CreateObservableCounter(name, () => Observe(count), Unit, description);

    private static IEnumerable<Measurement<long>> Observe(Func<VectorStatistics, long> count)
        => from binding in LiveBindings.Snapshot()
           from vector in binding.Statistics.Vectors
           select new Measurement<long>(
               count(vector),
               new("device", binding.DeviceName),
               new("driver", binding.Manifest.Driver),
               new("handler", vector.Handler),
               new("vector", vector.Vector));
}
