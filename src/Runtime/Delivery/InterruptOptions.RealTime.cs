namespace TopHalf;

/// <content>What concerns the whole process.</content>
public sealed partial class InterruptOptions
{
    /// <summary>
    /// Keeps the whole memory of the process resident (mlockall), what it maps later too, from before the receive threads start until
    /// the last binding that asked for it ends. Then everything is unlocked, unless the process had locked memory before; locks
    /// that it makes by itself in between go too. Linux; needs CAP_IPC_LOCK or an unlimited RLIMIT_MEMLOCK.
    /// </summary>
    public bool LockMemory { get; set; }

    /// <summary>
    /// Told each of <see cref="InterruptBinding.Warnings"/> when interrupts are enabled, on the thread that enables them: with the
    /// generated <c>RunInterrupts</c> there is no binding to ask. What it throws ends the start.
    /// </summary>
    public Action<InterruptWarning>? OnWarning { get; set; }

    /// <inheritdoc cref="InterruptThreadOptions.RealTime"/>
    /// <returns>
    /// Options of a binding, with <see cref="LockMemory"/>: those of the default thread, and of named threads without an entry in
    /// <see cref="Threads"/>.
    /// </returns>
    public static new InterruptOptions RealTime(int cpu, int priority)
    {
        var options = new InterruptOptions { LockMemory = true };
        options.MakeRealTime(cpu, priority);
        return options;
    }
}
