namespace TopHalf.Generator.Tests.Properties;

/// <summary>One thing that a dispatch does: a register access, a handler call, or the kernel's mask taken off the line.</summary>
/// <param name="Access">The access; of the others nothing.</param>
/// <param name="Handler">Whose call; null for an access.</param>
/// <param name="Vector">Of the call.</param>
/// <param name="Index">Of the call.</param>
/// <param name="Status">Of the call.</param>
/// <param name="Signals">Of the call.</param>
/// <param name="Time">Of the call.</param>
internal readonly record struct Happening(
    RegisterAccess Access, string? Handler = null, int Vector = 0, int Index = 0, ulong Status = 0, long Signals = 0, long Time = 0)
{
    public static readonly Happening Unmask = new(default, "(unmask the line)");

    public override string ToString() => Handler is null
        ? Access.ToString()
        : this == Unmask ? Handler : $"{Handler} vector {Vector} index {Index} status {Status:X} signals {Signals} at {Time}";
}

/// <summary>What a dispatch counts.</summary>
internal readonly record struct Counted(long Handled, long Spurious, long Coalesced, long Unclaimed, long Unsettled)
{
    public static Counted Of(InterruptStatistics statistics) => new(
        statistics.Handled,
        statistics.Spurious,
        statistics.Vectors.Sum(static v => v.Coalesced),
        statistics.Vectors.Sum(static v => v.Unclaimed),
        statistics.Vectors.Sum(static v => v.Unsettled));
}

/// <summary>A script run in one of the ways.</summary>
/// <param name="Trace">All that was done, in order.</param>
/// <param name="Counted">What was counted; null where the card was gone before the end.</param>
internal sealed record RunResult(Happening[] Trace, Counted? Counted)
{
    public bool Equals(RunResult? other) => other is not null && Counted == other.Counted && Trace.AsSpan().SequenceEqual(other.Trace);

    public override int GetHashCode() => Trace.Length;

    /// <summary>Both traces beside each other, from a little before they part.</summary>
    public string Beside(RunResult other)
    {
        int parted = 0;
        while (parted < Trace.Length && parted < other.Trace.Length && Trace[parted] == other.Trace[parted])
        {
            parted++;
        }

        IEnumerable<string> lines = Enumerable.Range(0, Math.Min(Math.Max(Trace.Length, other.Trace.Length), parted + 8)).Skip(Math.Max(0, parted - 12))
            .Select(i => $"{(i < parted ? "  " : "! ")}{i}: {At(Trace, i)} | {At(other.Trace, i)}");
        return $"{string.Join("\n", lines)}\ncounted: {Counted} | {other.Counted}";
    }

    private static string At(Happening[] trace, int i) => i < trace.Length ? trace[i].ToString() : "(nothing)";
}
