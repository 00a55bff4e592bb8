namespace TopHalf;

/// <summary>
/// Options of one receive thread. With the generated <c>RunInterrupts</c> the default thread is the caller's: it has them while it
/// serves, and its own again afterwards.
/// </summary>
public partial class InterruptThreadOptions
{
    /// <summary>The only processor that the thread may run on, from 0; null for those of the thread that enables interrupts. Linux.</summary>
    public int? Cpu { get; set; }

    /// <summary>
    /// The thread's priority under SCHED_FIFO, 1 (low) to 99; null for ordinary scheduling. Linux; needs CAP_SYS_NICE or an
    /// RLIMIT_RTPRIO of at least this.
    /// </summary>
    public int? RealTimePriority { get; set; }
}
