namespace TopHalf.Benchmarks.Latency;

/// <summary>What is wanted of every receiver that is not C, as a figure against its twin of the same run.</summary>
/// <param name="Text">In a sentence.</param>
/// <param name="Pressure">Beside what.</param>
/// <param name="Limit">The figure may not be above it.</param>
/// <param name="Format">Of the figure.</param>
/// <param name="Measure">The figure.</param>
internal sealed record Target(string Text, PressureKind Pressure, double Limit, string Format, Func<Summary, Summary, double> Measure)
{
    public static IReadOnlyList<Target> All { get; } =
    [
        new("idle, woken p50 ÷ C ≤ 1.1", PressureKind.None, 1.1, "F2", static (ours, c) => ours.Woken(50) / c.Woken(50)),
        new("idle, woken p99.9 ÷ C ≤ 1.1", PressureKind.None, 1.1, "F2", static (ours, c) => ours.Woken(99.9) / c.Woken(99.9)),
        new("allocation pressure, acknowledged p99.9 ÷ C ≤ 1.2", PressureKind.Allocation, 1.2, "F2", static (ours, c) => ours.Acknowledged(99.9) / c.Acknowledged(99.9)),
        new("allocation pressure, coalesced as C ± 1 %", PressureKind.Allocation, 0.01, "P2", static (ours, c) => Math.Abs(ours.Coalesced - c.Coalesced)),
    ];
}
