namespace TopHalf.Benchmarks.Latency;

/// <summary>All that was measured in this run, each variant with its twin of the same run.</summary>
internal sealed class Comparison(IReadOnlyList<Measurement> measurements)
{
    /// <summary>The pressures that were measured, in their order.</summary>
    public IEnumerable<PressureKind> Pressures => PressureKinds.All.Where(kind => measurements.Any(m => m.Pressure == kind));

    /// <summary>The variants that were measured beside a pressure, by how they wait.</summary>
    public IReadOnlyList<Summary> Of(PressureKind pressure)
        => [.. Variant.All.OrderBy(static v => v.Wait)
            .Select(variant => measurements.Where(m => m.Variant == variant && m.Pressure == pressure).ToList())
            .Where(static runs => runs.Count > 0)
            .Select(static runs => new Summary(runs))];

    /// <summary>The C that a variant is held against; null where it was not measured.</summary>
    public Summary? TwinOf(Summary summary)
    {
        string name = summary.Pressure == PressureKind.None ? Variant.OwnProcess : Variant.OwnThread;
        return Of(summary.Pressure).FirstOrDefault(twin => twin.Variant.Name == name && twin.Variant.Wait == summary.Variant.Wait);
    }
}
