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

    /// <summary>How interrupts reach the thread.</summary>
    public InterruptDelivery Delivery { get; set; }

    /// <summary>How the thread waits.</summary>
    public WaitMode WaitMode { get; set; }

    /// <summary>How long <see cref="WaitMode.Adaptive"/> looks for the next signal before it sleeps; more than zero.</summary>
    public TimeSpan SpinBudget { get; set; } = TimeSpan.FromMicroseconds(50);

    /// <summary>Who runs the steps before the handler.</summary>
    public TopHalfMode TopHalf { get; set; }

    /// <summary>
    /// The only processor of the native top half's thread, or of the one that sends eventfds on, from 0; null for <see cref="Cpu"/>, but for a thread
    /// that sends on to one that spins: that runs anywhere. With a
    /// <see cref="RealTimePriority"/> the top half has the next higher one, so that it interrupts the handlers where they share a
    /// processor.
    /// </summary>
    public int? TopHalfCpu { get; set; }

    /// <summary>
    /// How many interrupts of a vector in a row may be spurious within a second: with that many the source is taken for a storm, masked
    /// by its <see cref="IrqDisableAttribute"/> (the line: at the kernel), counted and reported
    /// (<see cref="InterruptOptions.StormDetected"/>). The others go on. 0 for no limit.
    /// </summary>
    public int StormRate { get; set; } = 1000;

    /// <summary>Records that the ring of a native top half holds, a power of two; for tests of what happens when it is full.</summary>
    internal int? RingLength { get; set; }
}
