namespace TopHalf;

/// <summary>What a handler should not do, and did while <see cref="InterruptOptions.Checked"/> looked.</summary>
public enum OffenceKind : byte
{
    /// <summary>It allocated on the managed heap.</summary>
    Allocated,

    /// <summary>The runtime compiled a method on its thread: one that the warm-up did not reach, or without it.</summary>
    Compiled,

    /// <summary>It took longer than <see cref="InterruptOptions.HandlerTimeLimit"/>.</summary>
    TookTooLong,
}

/// <summary>The first offence of its kind on a vector.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Device">The device's name.</param>
/// <param name="Handler">The method; several with commas where they were looked at as one.</param>
/// <param name="Vector">The vector; 0 for the line.</param>
/// <param name="Call">Which of the vector's calls it was, from 1.</param>
/// <param name="AllocatedBytes">What that call allocated.</param>
/// <param name="CompiledMethods">How many methods were compiled for it.</param>
/// <param name="Elapsed">How long it took.</param>
public readonly record struct InterruptOffence(
    OffenceKind Kind, string Device, string Handler, int Vector, long Call, long AllocatedBytes, long CompiledMethods, TimeSpan Elapsed)
{
    /// <summary>All of it in one sentence, for a log.</summary>
    public override string ToString()
    {
        string what = Kind switch
        {
            OffenceKind.Allocated => $"allocated {AllocatedBytes} bytes",
            OffenceKind.Compiled => $"had {CompiledMethods} method{(CompiledMethods == 1 ? "" : "s")} compiled",
            _ => $"took {Elapsed.TotalMicroseconds:0.0} µs",
        };
        return $"{Device}: {Handler} {what}, at call {Call} for vector {Vector}.";
    }
}
