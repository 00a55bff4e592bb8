using System.Diagnostics.Metrics;
using System.Globalization;

namespace TopHalf;

/// <summary>
/// All live bindings as metrics of the meter <c>TopHalf</c>: for <c>tophalf top</c>, dotnet-counters, OpenTelemetry and the like. Counts are
/// read when somebody asks, from what is counted anyway: the path of an interrupt does not know of them. Latencies are taken from the first
/// time on that somebody asks for one.
/// </summary>
internal static class InterruptMetrics
{
    private const string Unit = "{interrupt}";

    // Powers of two from a microsecond to a second: steps that a chart can show.
    private const int FirstBound = 10;
    private const int LastBound = 30;

    private static readonly Meter Meter = new("TopHalf");
    private static readonly (string Name, double Share)[] Quantiles = [("0.5", 0.5), ("0.99", 0.99), ("0.999", 0.999), ("1", 1)];

    /// <summary>Called once.</summary>
    public static void Publish()
    {
        Add("tophalf.interrupts.signals", "Signals that devices sent.", static v => v.Signals);
        Add("tophalf.interrupts.handled", "Calls of handlers that have ended.", static v => v.Handled);
        Add("tophalf.interrupts.coalesced", "Signals that came together with an earlier one.", static v => v.Coalesced);
        Add("tophalf.interrupts.spurious", "Interrupts whose status register said no.", static v => v.Spurious);
        Add("tophalf.interrupts.unclaimed", "Status bits that no handler claims.", static v => v.Unclaimed);
        Add("tophalf.interrupts.storms", "Sources that were taken for a storm and masked.", static v => v.Storms);
        Meter.CreateObservableGauge(
            "tophalf.interrupts.latency", ObserveQuantiles, "s", "From the return of a wait until all that it brought was handled.");
        Meter.CreateObservableCounter(
            "tophalf.interrupts.latency.bucket", ObserveBuckets, Unit, "Interrupts whose latency was at most le seconds.");
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

    private static IEnumerable<Measurement<double>> ObserveQuantiles()
        => from binding in LiveBindings.Snapshot()
           from latency in binding.MeasureLatency()
           let counted = latency.Counts.Snapshot()
           where counted.Count > 0
           from quantile in Quantiles
           let nanoseconds = quantile.Share < 1 ? LatencyCounts.Quantile(counted, quantile.Share) : latency.Counts.Maximum
           select new Measurement<double>(Math.Min(nanoseconds, latency.Counts.Maximum) / 1e9, Tags(binding, latency.Thread, "quantile", quantile.Name));

    private static IEnumerable<Measurement<long>> ObserveBuckets()
        => from binding in LiveBindings.Snapshot()
           from latency in binding.MeasureLatency()
           let counted = latency.Counts.Snapshot()
           from exponent in Enumerable.Range(FirstBound, LastBound - FirstBound + 2)
           let bound = exponent > LastBound ? long.MaxValue : 1L << exponent
           select new Measurement<long>(
               counted.Where(bucket => bucket.Last < bound).Sum(static bucket => bucket.Count),
               Tags(binding, latency.Thread, "le", exponent > LastBound ? "+Inf" : (bound / 1e9).ToString("0.#########", CultureInfo.InvariantCulture)));

    private static KeyValuePair<string, object?>[] Tags(InterruptBinding binding, string thread, string key, string value)
        => [new("device", binding.DeviceName), new("driver", binding.Manifest.Driver), new("thread", thread), new(key, value)];
}
