namespace TopHalf;

/// <summary>How a receive thread waits for its vectors.</summary>
public enum WaitMode
{
    /// <summary>Sleeps in the kernel until a vector is signalled: nothing is used while nothing comes.</summary>
    Block,

    /// <summary>
    /// Looks for signals without end: the shortest wake-up, for a whole processor, which should be its own. A thread with a real-time
    /// priority that spins starves what shares its processor.
    /// </summary>
    Spin,

    /// <summary>
    /// After each batch of events looks for <see cref="InterruptThreadOptions.SpinBudget"/>, and then sleeps: under load the thread
    /// polls, a batch of at most 16 events a round, and when the load ends it sleeps again.
    /// </summary>
    Adaptive,
}
