namespace TopHalf.Benchmarks.Latency;

/// <summary>The pressures; they add up.</summary>
[Flags]
internal enum PressureKind
{
    None = 0,

    /// <summary>One thread that allocates as fast as it can, with a live heap.</summary>
    Allocation = 1,

    /// <summary>As many threads as there are CPUs, all busy.</summary>
    Cpu = 2,
}

internal static class PressureKinds
{
    public static IReadOnlyList<PressureKind> All { get; }
        = [PressureKind.None, PressureKind.Allocation, PressureKind.Cpu, PressureKind.Allocation | PressureKind.Cpu];

    /// <summary>In a sentence.</summary>
    public static string Text(this PressureKind kind) => kind switch
    {
        PressureKind.None => "idle",
        PressureKind.Allocation => "allocation pressure",
        PressureKind.Cpu => "CPU load",
        _ => "allocation pressure and CPU load",
    };

    /// <summary>In the name of a file.</summary>
    public static string FileName(this PressureKind kind) => kind switch
    {
        PressureKind.None => "idle",
        PressureKind.Allocation => "allocation",
        PressureKind.Cpu => "cpu",
        _ => "both",
    };
}
