namespace TopHalf;

/// <summary>
/// Options of a binding. Its own properties are the default thread's, and of each named thread that has none in
/// <see cref="Threads"/>. They are read when interrupts are enabled, and not afterwards.
/// </summary>
/// <example>
/// <code>
/// new InterruptOptions { Cpu = 1, Threads = { ["rx"] = new() { Cpu = 2, RealTimePriority = 80 } } }
/// </code>
/// </example>
public sealed partial class InterruptOptions : InterruptThreadOptions
{
    /// <summary>
    /// Options by the thread's name in <see cref="MsiVectorAttribute.Thread"/>. A name that no vector uses is an error when
    /// interrupts are enabled.
    /// </summary>
    public IDictionary<string, InterruptThreadOptions> Threads { get; }
        = new Dictionary<string, InterruptThreadOptions>(StringComparer.Ordinal);
}
