namespace TopHalf.Effects;

/// <summary>The words of a table by what they are about; docs/effects.md has them all.</summary>
internal static class EffectWords
{
    /// <summary>Allocation at every call.</summary>
    public static readonly IReadOnlyList<string> Allocation =
        ["object", "array", "string", "box", "closure", "delegate", "iterator", "async", "enumerator", "slice", "marshalling", "dynamic", "expression"];

    /// <summary>Allocation at some calls.</summary>
    public const string Growth = "growth";

    /// <summary>Waiting, and what may wait.</summary>
    public static readonly IReadOnlyList<string> Blocking = ["lock", "wait", "sleep", "task", "await", "io", "gc", "system-call"];

    /// <summary>No bound.</summary>
    public static readonly IReadOnlyList<string> Unbounded = ["loop", "poll", "recursion"];
}
