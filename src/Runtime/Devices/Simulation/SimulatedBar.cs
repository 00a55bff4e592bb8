namespace TopHalf;

/// <summary>A base address register of a <see cref="SimulatedDevice"/>.</summary>
/// <param name="Length">Bytes, at most 1 GiB.</param>
/// <param name="IsPort">A BAR of I/O ports instead of memory.</param>
public readonly record struct SimulatedBar(ulong Length, bool IsPort = false);
