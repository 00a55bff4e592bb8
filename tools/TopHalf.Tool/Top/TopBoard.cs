using System.Globalization;

namespace TopHalf.Tool;

/// <summary>What the vectors and threads of a process did in the last interval, from readings of its meter.</summary>
/// <param name="interval">From one reading to the next.</param>
internal sealed class TopBoard(TimeSpan interval)
{
    private Dictionary<string, double> _before = [];
    private Dictionary<string, double> _now = [];

    /// <summary>The vectors, busiest first, in cells for <see cref="Headings"/>.</summary>
    public IReadOnlyList<string[]> Vectors { get; private set; } = [];

    /// <summary>The threads whose latencies were taken.</summary>
    public IReadOnlyList<TopThread> Threads { get; private set; } = [];

    /// <summary>Of what <see cref="Vectors"/> has.</summary>
    public static string[] Headings { get; } =
        ["device", "driver", "vector", "handler", "signals/s", "handled/s", "coalesced/s", "spurious/s", "signals", "unclaimed", "storms"];

    /// <summary>Takes what was read at the end of an interval.</summary>
    public void Take(IReadOnlyList<MetricReading> readings)
    {
        (_before, _now) = (_now, []);
        foreach (MetricReading reading in readings)
        {
            _now[KeyOf(reading)] = reading.Value;
        }

        Vectors = [.. readings
            .Where(static r => r.Instrument == "tophalf.interrupts.signals")
            .OrderByDescending(Change)
            .ThenBy(static r => r.Tags["device"], StringComparer.Ordinal)
            .ThenBy(static r => int.Parse(r.Tags["vector"], CultureInfo.InvariantCulture))
            .Select(Cells)];
        Threads = [.. readings
            .Where(static r => r.Instrument == "tophalf.interrupts.latency.bucket")
            .GroupBy(static r => (Device: r.Tags["device"], Driver: r.Tags["driver"], Thread: r.Tags.GetValueOrDefault("thread", "")))
            .Select(group => new TopThread(group.Key.Device, Short(group.Key.Driver), group.Key.Thread, [.. Buckets(group)], Quantiles(readings, group.Key)))];
    }

    private string[] Cells(MetricReading signals)
    {
        MetricReading Other(string name) => signals with { Instrument = "tophalf.interrupts." + name };
        return
        [
            signals.Tags["device"],
            Short(signals.Tags["driver"]),
            signals.Tags["vector"],
            signals.Tags["handler"],
            Rate(signals),
            Rate(Other("handled")),
            Rate(Other("coalesced")),
            Rate(Other("spurious")),
            Total(signals),
            Total(Other("unclaimed")),
            Total(Other("storms")),
        ];
    }

    // A line of a terminal is short, and the device stands beside it.
    private static string Short(string driver) => driver[(driver.LastIndexOf('.') + 1)..];

    private string Rate(MetricReading reading) => (Change(reading) / interval.TotalSeconds).ToString("0", CultureInfo.InvariantCulture);

    private string Total(MetricReading reading) => _now.GetValueOrDefault(KeyOf(reading)).ToString("0", CultureInfo.InvariantCulture);

    // Nothing where it was not there before: what was counted earlier is not of this interval.
    private double Change(MetricReading reading)
    {
        string key = KeyOf(reading);
        return _now.TryGetValue(key, out double now) && _before.TryGetValue(key, out double before) ? Math.Max(0, now - before) : 0;
    }

    // Counts up to each bound become counts between two of them.
    private IEnumerable<LatencyBucket> Buckets(IEnumerable<MetricReading> upTo)
    {
        (long first, double below) = (0, 0);
        foreach ((MetricReading reading, double bound) in upTo.Select(static r => (r, Bound(r.Tags["le"]))).OrderBy(static pair => pair.Item2))
        {
            double count = Change(reading);
            long end = double.IsInfinity(bound) ? long.MaxValue : (long)Math.Round(bound * 1e9);
            yield return new LatencyBucket(first, end == long.MaxValue ? end : end - 1, (long)Math.Max(0, count - below));
            (first, below) = (end, count);
        }
    }

    private static double Bound(string text) => text == "+Inf" ? double.PositiveInfinity : double.Parse(text, CultureInfo.InvariantCulture);

    private static Dictionary<string, double> Quantiles(IReadOnlyList<MetricReading> readings, (string Device, string Driver, string Thread) thread)
        => readings
            .Where(r => r.Instrument == "tophalf.interrupts.latency"
                && (r.Tags["device"], r.Tags["driver"], r.Tags.GetValueOrDefault("thread", "")) == thread)
            .ToDictionary(static r => r.Tags["quantile"], static r => r.Value);

    private static string KeyOf(MetricReading reading)
        => reading.Instrument + ';' + string.Join(',', reading.Tags.OrderBy(static tag => tag.Key, StringComparer.Ordinal).Select(static tag => $"{tag.Key}={tag.Value}"));
}
