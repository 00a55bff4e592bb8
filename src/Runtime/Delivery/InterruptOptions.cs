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

    /// <summary>
    /// Called when a source was taken for a storm (<see cref="InterruptThreadOptions.StormRate"/>,
    /// <see cref="IrqPendingAttribute.Recheck"/>); on a thread of the thread pool, once for a vector.
    /// </summary>
    public Action<InterruptStorm>? StormDetected { get; set; }

    /// <summary>
    /// Whether everything that handlers can reach is compiled, and its type initialisers are run, before interrupts are enabled: on
    /// the thread that enables them, which takes it some tens of milliseconds, once in a process. True by default. Without it each method is compiled
    /// in the first interrupt that comes to it. Programs compiled with NativeAOT have nothing to compile, and ignore it.
    /// </summary>
    public bool WarmUp { get; set; } = true;

    /// <summary>The system calls of the kernel for <see cref="InterruptDelivery.UserInterrupt"/>, where it has Intel's patches.</summary>
    public UserInterruptKernel UserInterruptKernel { get; set; } = UserInterruptKernel.Version2();

    /// <summary>Where this is; for tests of what other machines have.</summary>
    internal IUserInterruptMachine Machine { get; set; } = UserInterruptMachine.Instance;
}
